import type { Outcome } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'
import type { Downloaded, Received } from './download.ts'
import { saveFile } from './save-file.ts'
import { useAct } from './useAct.ts'

/** One download at a time: the file on its way, how much of it is here, and the saved one. */
export function useDescarga() {
  const { busy, problem, run } = useAct()
  const received = shallowRef<Received | null>(null)
  const saved = shallowRef<{ name: string; bytes: number } | null>(null)
  /** Which of the page's documents it is. */
  const what = ref('')

  async function start(name: string, load: (onProgress: (now: Received) => void) => Promise<Outcome<Downloaded>>): Promise<void> {
    what.value = name
    received.value = null
    saved.value = null
    const result = await run(() => load((now) => (received.value = now)))
    if (!result.ok) return
    saveFile(result.data.blob, result.data.name)
    saved.value = { name: result.data.name, bytes: result.data.blob.size }
  }

  /** Takes away what is told of the last one. */
  function clear(): void {
    problem.value = null
    saved.value = null
  }

  return { busy, problem, received, saved, what, start, clear }
}
