import { Temporal } from 'temporal-polyfill'
import { terminoElDia } from '../../base/plazo.ts'

export const ESTATUS_PLAZO = [
  'no_aplica',
  'sin_fecha',
  'pendiente',
  'en_curso',
  'por_vencer',
  'cumplida_en_tiempo',
  'cumplida_tarde',
  'concluido',
  'vencida',
] as const
export type EstatusPlazo = (typeof ESTATUS_PLAZO)[number]

export interface PlazoState {
  /** Local days; `inicio` null when only the end is dated, `vence` null when nothing dates it yet. */
  inicio: string | null
  vence: string | null
  /** The instant that the evidence bears, not that of its upload. */
  cumplidaEn: Temporal.Instant | null
  /** A person said that it is not owed. */
  noAplica: boolean
  /** Edge of a period in which something may happen: nobody owes it, and it never falls due. Null for a duty. */
  borde: 'inicio' | 'termino' | null
  /** Days before its end from which it is said to be due soon. */
  avisoDias: number
}

/** How a duty stands, from facts alone, and by how much it is or was late. A term ends with the last second of its local day. */
export function estatusPlazo(
  state: PlazoState,
  at: { ahora: Temporal.Instant; zona: string },
): { estatus: EstatusPlazo; retraso: Temporal.Duration | null } {
  if (state.noAplica) return { estatus: 'no_aplica', retraso: null }
  return state.borde === null ? deberEstatus(state, at) : { estatus: periodoEstatus(state, at), retraso: null }
}

function deberEstatus(
  state: PlazoState,
  at: { ahora: Temporal.Instant; zona: string },
): { estatus: EstatusPlazo; retraso: Temporal.Duration | null } {
  const { vence, cumplidaEn } = state
  if (vence === null) return { estatus: cumplidaEn ? 'cumplida_en_tiempo' : 'sin_fecha', retraso: null }
  const moment = cumplidaEn ?? at.ahora
  if (terminoElDia(vence, { zona: at.zona, ahora: moment })) {
    return { estatus: cumplidaEn ? 'cumplida_tarde' : 'vencida', retraso: retrasoDe(vence, { zona: at.zona, ahora: moment }) }
  }
  return { estatus: cumplidaEn ? 'cumplida_en_tiempo' : openEstatus(state, vence, at), retraso: null }
}

function periodoEstatus(
  { borde, inicio, vence, cumplidaEn }: PlazoState,
  { ahora, zona }: { ahora: Temporal.Instant; zona: string },
): EstatusPlazo {
  if (cumplidaEn) return 'cumplida_en_tiempo'
  if (vence === null) return 'sin_fecha'
  const today = ahora.toZonedDateTimeISO(zona).toPlainDate().toString()
  if (borde === 'termino' && today > vence) return 'concluido'
  return today >= (borde === 'inicio' ? vence : (inicio ?? today)) ? 'en_curso' : 'pendiente'
}

function openEstatus(
  { inicio, avisoDias }: PlazoState,
  vence: string,
  { ahora, zona }: { ahora: Temporal.Instant; zona: string },
): EstatusPlazo {
  const today = ahora.toZonedDateTimeISO(zona).toPlainDate()
  if (Temporal.PlainDate.compare(today, Temporal.PlainDate.from(vence).subtract({ days: avisoDias })) >= 0) return 'por_vencer'
  return inicio !== null && today.toString() >= inicio ? 'en_curso' : 'pendiente'
}

/** From the first instant after the term: ten minutes past midnight is ten minutes late. */
function retrasoDe(vence: string, { ahora, zona }: { ahora: Temporal.Instant; zona: string }): Temporal.Duration {
  const end = Temporal.PlainDate.from(vence).add({ days: 1 }).toZonedDateTime({ timeZone: zona }).toInstant()
  return end.until(ahora, { largestUnit: 'hours' })
}
