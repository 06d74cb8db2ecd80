import { onMounted, reactive } from 'vue'
import { parseJson } from '@conoceles/domain/typed'

const KEY = 'boleta:abiertas'

/** Which emblems of the boleta stand open in this tab: they still do after going back and after a reload. */
export function useAbiertas(): { isOpen: (key: string) => boolean; set: (key: string, now: { open: boolean }) => void } {
  const open = reactive(new Set<string>())
  // A page that came rendered has all of them closed, and is taken over as it came.
  onMounted(() => read().forEach((key) => open.add(key)))
  return {
    isOpen: (key) => open.has(key),
    set(key, now) {
      if (now.open) open.add(key)
      else open.delete(key)
      write([...open])
    },
  }
}

function read(): string[] {
  try {
    return parseJson<string[]>(sessionStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

/** Keeps the open ones; a browser that stores nothing has them as long as the page. */
function write(keys: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(keys))
  } catch {
    return
  }
}
