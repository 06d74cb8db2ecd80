import { onMounted, ref, watch, type Ref } from 'vue'

const KEY = 'boleta:tema'

/** Topic that the boleta is read by in this tab, '' for none: it stands after going back and after a reload, and names no place. */
export function useTema(): Ref<string> {
  const tema = ref('')
  // A page that came rendered shows everybody, and is taken over as it came.
  onMounted(() => {
    tema.value = read()
    watch(tema, write)
  })
  return tema
}

/** Null where the browser keeps nothing: then it is chosen for as long as the page lives. */
function storage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

function read(): string {
  return storage()?.getItem(KEY) ?? ''
}

function write(now: string): void {
  if (now === '') storage()?.removeItem(KEY)
  else storage()?.setItem(KEY, now)
}
