import { ref, shallowRef } from 'vue'
import type { HistoriaFormula, VistaPreviaCambio } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { cambioBody } from './cambio-form.ts'
import { doCambio, readFormula } from './cambios.api.ts'
import type { CambioHecho } from './hechos.ts'
import type { Cambio } from './useCambio.ts'

/** Doing the act that was previewed, and what there is when somebody else acted first. */
export function useEnvioCambio({ acto, id, values, formulario, load, refuse }: Cambio) {
  const { busy, problem, run } = useAct()
  /** Whether somebody else acted first, and the fórmula as it is now. */
  const conflicted = ref(false)
  const formula = shallowRef<HistoriaFormula | null>(null)

  async function send(seen: VistaPreviaCambio): Promise<CambioHecho | null> {
    const body = { version: seen.version, ...cambioBody(acto, values) }
    const result = await run<object>(() => doCambio(acto, { id, body, key: keyFor(body) }))
    if (result.ok) {
      formulario.finish()
      return { ...result.data, acuerdoId: values.acuerdo?.id ?? null } as CambioHecho
    }
    if (result.problem.status === 409) await compare()
    else refuse(result.problem)
    return null
  }

  /** A repeated sending carries the same key, so that it is done once. */
  function keyFor(body: object): string {
    const text = JSON.stringify(body)
    if (values.attempt?.body !== text) values.attempt = { key: crypto.randomUUID(), body: text }
    return values.attempt.key
  }

  async function compare(): Promise<void> {
    const [, now] = await Promise.all([load(), readFormula(id)])
    formula.value = now.ok ? now.data : null
    conflicted.value = true
  }

  function goOn(): void {
    conflicted.value = false
    formula.value = null
    problem.value = null
  }

  return { busy, problem, conflicted, formula, send, goOn }
}
