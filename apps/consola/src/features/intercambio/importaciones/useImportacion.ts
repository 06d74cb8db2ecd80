import { computed, onScopeDispose, ref } from 'vue'
import type { Importacion } from '../../../api-types.ts'
import { isTransient } from '../../../shared/red/problems.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { readImportacion } from './importaciones.api.ts'

/** While the system works on it, nobody can do anything but wait. */
const AT_WORK: readonly string[] = ['leyendo', 'revisando', 'aplicando', 'deshaciendo']
const FIRST_MS = 400
const LAST_MS = 2_000

/** One import, asked for again while the system works on it; a line that fails is tried again. */
export function useImportacion(id: string) {
  const remote = useRemote(() => readImportacion(id))
  const atWork = computed(() => isAtWork(remote.data.value))
  /** Whether the last question got no answer. */
  const lost = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_MS

  onScopeDispose(() => clearTimeout(timer))

  /** Reads it now, and goes on reading while there is something to wait for. */
  async function follow(): Promise<void> {
    clearTimeout(timer)
    pause = FIRST_MS
    await ask()
  }

  async function ask(): Promise<void> {
    await remote.reload()
    const { value: problem } = remote.problem
    lost.value = problem !== null && isTransient(problem) && remote.data.value !== null
    if (!atWork.value || (problem !== null && !lost.value)) return
    pause = Math.min(pause * 1.3, LAST_MS)
    timer = setTimeout(() => void ask(), pause)
  }

  return { ...remote, atWork, lost, follow }
}

function isAtWork(importacion: Importacion | null): boolean {
  return importacion !== null && AT_WORK.includes(importacion.estatus)
}
