/** Reach of a bloqueo in the public record: the whole of a persona, one section of her cuestionario, or one field. */
export const ALCANCES_BLOQUEO = ['persona', 'seccion', 'campo'] as const
export type AlcanceBloqueo = (typeof ALCANCES_BLOQUEO)[number]

/** Why somebody is blocked: an authority ordered it, being shown puts her at risk, or an oposición of hers was granted. */
export const BASES_BLOQUEO = ['orden', 'riesgo', 'derecho'] as const
/** Those that a person proposes by hand; the other comes with the request that it makes effective. */
export const BASES_QUE_SE_PROPONEN = ['orden', 'riesgo'] as const
export type BaseBloqueo = (typeof BASES_BLOQUEO)[number]

export const ESTATUS_BLOQUEO = ['propuesto', 'vigente', 'rechazado', 'levantado'] as const
export type EstatusBloqueo = (typeof ESTATUS_BLOQUEO)[number]

export const ACTOS_BLOQUEO = ['confirmar', 'rechazar', 'proponerLevantar', 'confirmarLevantar', 'mantener'] as const
export type ActoBloqueo = (typeof ACTOS_BLOQUEO)[number]

export { NOMBRE_BLOQUEADO } from '../publico/bloqueada.ts'

/** State that the rules of a bloqueo's acts read. Accounts by their id; days ISO. */
export interface BloqueoState {
  estatus: EstatusBloqueo
  base: BaseBloqueo
  propuestoPor: string
  /** Account that proposed to lift it; null when nobody did. */
  levantaPropuestoPor: string | null
  /** Last day; null when it has no end of its own. */
  hasta: string | null
  /** Last day on which it hides before a second person decides; null: it hides nothing until then. */
  provisionalHasta: string | null
  hoy: string
  /** Account that wants to act. */
  cuentaId: string
}

/**
 * Whether it takes something from the public record on a day: confirmed by a second person, not lifted, and its last day is not over; or
 * proposed for somebody at risk, for the time that one person may hide her alone.
 */
export function bloqueaEn(
  { estatus, hasta, provisionalHasta }: Pick<BloqueoState, 'estatus' | 'hasta' | 'provisionalHasta'>,
  dia: string,
): boolean {
  if (hasta !== null && dia > hasta) return false
  return estatus === 'vigente' || (estatus === 'propuesto' && provisionalHasta !== null && dia <= provisionalHasta)
}

const EN_ESPERA: readonly ActoBloqueo[] = ['confirmar', 'rechazar']

/** Why an act may not be done with a bloqueo now, as sentences. Each of its two decisions takes two people. */
export function razonesContraActoBloqueo(state: BloqueoState, acto: ActoBloqueo): string[] {
  if (EN_ESPERA.includes(acto)) return razonesContraPropuesta(state, acto)
  if (state.estatus === 'propuesto') return ['Todavía no lo confirma una segunda persona.']
  return bloqueaEn(state, state.hoy) ? razonesContraLevantar(state, acto) : ['Ya no está vigente.']
}

function razonesContraLevantar({ levantaPropuestoPor, cuentaId }: BloqueoState, acto: ActoBloqueo): string[] {
  if (acto === 'proponerLevantar') return levantaPropuestoPor === null ? [] : ['Ya hay quien propuso levantarlo.']
  if (levantaPropuestoPor === null) return ['Nadie ha propuesto levantarlo.']
  const same = acto === 'confirmarLevantar' && levantaPropuestoPor === cuentaId
  return same ? ['Lo levanta una persona distinta de quien lo propuso.'] : []
}

function razonesContraPropuesta({ estatus, base, propuestoPor, cuentaId, hasta, hoy }: BloqueoState, acto: ActoBloqueo): string[] {
  if (estatus !== 'propuesto') return ['Ya se decidió sobre esta propuesta.']
  if (base === 'derecho') return ['Se decide en la solicitud de la persona.']
  if (acto === 'rechazar') return []
  return [
    ...(propuestoPor === cuentaId ? ['Lo confirma una persona distinta de quien lo propuso.'] : []),
    ...(hasta !== null && hasta < hoy ? ['Su último día ya pasó: proponga otro.'] : []),
  ]
}
