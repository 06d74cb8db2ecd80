import { outcome } from '@conoceles/api-client'
import { computed, watch } from 'vue'
import { client } from './api.ts'
import { problemText } from './shared/problems.ts'
import { useAct } from './shared/useAct.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useConfirmacionStore } from './stores/confirmacion.ts'

/** The dialog that a refused request opens, and the proof that it sends. */
export function useConfirmar() {
  const acceso = useAccesoStore()
  const confirmacion = useConfirmacionStore()
  const { busy, problem, run } = useAct()

  const asking = computed({ get: () => confirmacion.asking, set: (open) => !open && confirmacion.answer(false) })
  const refusal = computed(() => (problem.value === null ? null : problemText(problem.value)))

  watch(asking, () => (problem.value = null))
  // Nobody is left to answer.
  watch(
    () => acceso.entered,
    (entered) => !entered && confirmacion.asking && confirmacion.answer(false),
  )

  async function confirm(codigo: string): Promise<void> {
    const result = await run(() => outcome(client.POST('/api/v1/acceso/confirmacion', { body: { codigo } })))
    if (result.ok) confirmacion.answer(true)
  }

  return { asking, busy, refusal, confirm }
}
