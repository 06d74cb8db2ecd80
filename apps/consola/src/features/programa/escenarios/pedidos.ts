import type { DecisionEscenario, EdicionEscenario, Escenario, HitoEscenario, RestauracionEscenario } from '../../../api-types.ts'

type SinVersion<T> = Omit<T, 'version'>

/** Request of a person on a scenario; the version goes with it when it is sent. */
export type Pedido =
  | { acto: 'editar'; body: SinVersion<EdicionEscenario> }
  | { acto: 'decidir'; body: SinVersion<DecisionEscenario> }
  | { acto: 'restaurar'; body: SinVersion<RestauracionEscenario> }

/** Key of a moment, as the API names a decision about it. */
export function claveOf({ entregable, milestone }: Pick<HitoEscenario, 'entregable' | 'milestone'>): string {
  return `${entregable}#${milestone}`
}

/** Request that takes a scenario back to how it stood before an act. */
export function inversoDe(pedido: Pedido, before: Escenario): Pedido {
  const clave = alteredBy(pedido)
  return edicionDe(clave, before) ?? decisionDe(clave, before) ?? { acto: 'restaurar', body: { clave } }
}

function alteredBy(pedido: Pedido): string {
  if (pedido.acto === 'decidir') return claveOf(pedido.body)
  return pedido.acto === 'editar' ? pedido.body.statement : pedido.body.clave
}

function edicionDe(statement: string, { hitos }: Escenario): Pedido | null {
  const fuente = hitos.flatMap(({ fuentes }) => fuentes).find(({ clave }) => clave === statement)
  return fuente?.edicion ? { acto: 'editar', body: { statement, regla: fuente.regla, razon: fuente.edicion.razon } } : null
}

function decisionDe(clave: string, { hitos }: Escenario): Pedido | null {
  const hito = hitos.find((each) => claveOf(each) === clave)
  if (!hito?.decision) return null
  const { entregable, milestone, decision } = hito
  return { acto: 'decidir', body: { entregable, milestone, statement: decision.statement, razon: decision.razon } }
}
