import { outcome } from '@conoceles/api-client'
import { computed, ref, watch } from 'vue'
import { client } from './api.ts'
import { problemText } from './shared/red/problems.ts'
import { useAct } from './shared/red/useAct.ts'
import { useRemote } from './shared/red/useRemote.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useConfirmacionStore } from './stores/confirmacion.ts'

type Prueba = Parameters<typeof confirmFactor>[0]

/** The dialog that a refused request opens: its question, and the proof that it sends. */
export function useConfirmar() {
  const acceso = useAccesoStore()
  const confirmacion = useConfirmacionStore()
  const reto = useRemote(() => outcome(client.POST('/api/v1/acceso/factores/reto')))
  const { busy, problem, run } = useAct()
  /** Whether the dialog was ever needed: then it stays, to give the focus back. */
  const needed = ref(false)

  const asking = computed({ get: () => confirmacion.asking, set: (open) => !open && confirmacion.answer(false) })
  const refusal = computed(() => (problem.value === null ? null : problemText(problem.value)))

  watch(asking, (open) => {
    problem.value = null
    reto.data.value = null
    if (!open) return
    needed.value = true
    void reto.reload()
  })
  // Nobody is left to answer.
  watch(
    () => acceso.entered,
    (entered) => !entered && confirmacion.asking && confirmacion.answer(false),
  )

  async function prove(prueba: Prueba): Promise<void> {
    const result = await run(() => confirmFactor(prueba))
    if (result.ok) confirmacion.answer(true)
    // A challenge is spent at each try.
    else if (prueba.passkey) await reto.reload()
  }

  return { asking, needed, pregunta: reto.data, loading: reto.loading, problem: reto.problem, reload: reto.reload, busy, refusal, prove }
}

function confirmFactor(prueba: {
  codigo?: string
  codigoRecuperacion?: string
  passkey?: { reto: string; respuesta: Record<string, unknown> }
}) {
  return outcome(client.POST('/api/v1/acceso/confirmacion', { body: prueba }))
}
