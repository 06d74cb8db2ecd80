import { NO_CONNECTION, type Problem } from '@conoceles/api-client'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useNow, useProceso } from '../../../../shared/useProceso.ts'
import { openGuardadas, type SesionGuardada } from '../../../../shared/guardado/sesiones-guardadas.ts'
import { guardarSesion } from './guardar.ts'

/** Keeps the sesión that is on the screen, and brings it back where the server does not answer. */
export function useGuardar(): {
  /** It is on this device with its documents. */
  kept: Ref<boolean>
  guardada: ShallowRef<SesionGuardada | null>
  keep: (id: string) => Promise<void>
  recall: (id: string, problem: Problem | null) => Promise<void>
} {
  const now = useNow()
  const { proceso, readProceso } = useProceso()
  const kept = ref(false)
  const guardada = shallowRef<SesionGuardada | null>(null)

  async function keep(id: string): Promise<void> {
    if (now.value === null) await readProceso()
    if (now.value !== null) kept.value = await guardarSesion(id, { ahora: now.value, zona: proceso.value?.zona }).catch(() => false)
  }

  async function recall(id: string, problem: Problem | null): Promise<void> {
    guardada.value = problem?.code === NO_CONNECTION ? ((await (await openGuardadas())?.read(id)) ?? null) : null
  }

  return { kept, guardada, keep, recall }
}
