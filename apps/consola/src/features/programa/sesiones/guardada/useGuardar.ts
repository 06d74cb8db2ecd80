import { NO_CONNECTION, type Problem } from '@conoceles/api-client'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useNow, useProceso } from '../../../../shared/useProceso.ts'
import { openGuardadas, type SesionGuardada } from '../../../../shared/guardado/sesiones-guardadas.ts'
import { guardarSesion } from './guardar.ts'

/** How the copy of a sesión on this device goes. */
export type EstadoCopia = 'nada' | 'guardando' | 'guardada' | 'fallo'

/** Keeps the sesión that is on the screen, and brings it back where the server does not answer. */
export function useGuardar(): {
  /** It is on this device with its documents. */
  kept: ShallowRef<SesionGuardada | null>
  state: Ref<EstadoCopia>
  guardada: ShallowRef<SesionGuardada | null>
  keep: (id: string) => Promise<void>
  recall: (id: string, problem: Problem | null) => Promise<void>
} {
  const now = useNow()
  const { proceso, readProceso } = useProceso()
  const kept = shallowRef<SesionGuardada | null>(null)
  const state = ref<EstadoCopia>('nada')
  const guardada = shallowRef<SesionGuardada | null>(null)

  async function keep(id: string): Promise<void> {
    state.value = 'guardando'
    if (now.value === null) await readProceso()
    const momento = now.value === null ? null : { ahora: now.value, zona: proceso.value?.zona, simulacro: proceso.value?.simulacro }
    const copy = momento && (await guardarSesion(id, momento).catch(() => null))
    kept.value = copy ?? kept.value
    state.value = copy === null ? 'fallo' : 'guardada'
  }

  async function recall(id: string, problem: Problem | null): Promise<void> {
    guardada.value = problem?.code === NO_CONNECTION ? ((await (await openGuardadas())?.read(id)) ?? null) : null
  }

  return { kept, state, guardada, keep, recall }
}
