import { Temporal } from 'temporal-polyfill'
import { localDay, programar, type ActividadPack, type ProcesoPack } from '@conoceles/domain'

/** An informe on its way to the Pleno. */
export interface EnMedio {
  actividad: ActividadPack
  /** Last day on which the Pleno may vote it. */
  vence: string
}

const SOON_DAYS = 14

/** The informe that the Pleno votes soon after the clock of a simulacro starts, the first one; null: none is due so soon. */
export function informeEnMedio({ programa, zona }: Pick<ProcesoPack, 'programa' | 'zona'>, ahora: string): EnMedio | null {
  const hoy = localDay(ahora, zona)
  const until = Temporal.PlainDate.from(hoy).add({ days: SOON_DAYS }).toString()
  const due = programar({ ...programa, eventos: [], resoluciones: [], facts: new Map() }).flatMap(
    ({ occurrence: { actividad }, milestone, rige }): EnMedio[] =>
      actividad.informe === 'avance' && milestone === 'pleno' && rige?.fin ? [{ actividad, vence: rige.fin }] : [],
  )
  const [first] = due.filter(({ vence }) => vence >= hoy && vence <= until).sort((one, other) => (one.vence < other.vence ? -1 : 1))
  return first ?? null
}
