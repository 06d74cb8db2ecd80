import { Temporal } from 'temporal-polyfill'
import { memo, memoOf } from './memo.ts'

/** How a rest day of the law falls in each year. `desde` and `hasta`: first and last year in which the rule holds. */
export type ReglaDescanso = { nombre: string; desde?: number; hasta?: number } & (
  | { tipo: 'fija'; mes: number; dia: number }
  /** The n-th Monday, as the reform of 2006 moved them. */
  | { tipo: 'lunes'; mes: number; n: number }
  /** Every so many years from one: the transmission of the federal executive. */
  | { tipo: 'cada'; mes: number; dia: number; base: number; periodo: number }
)

/** Rules that make a day a working day for the institute. Dates are ISO 8601. */
export interface ReglasLaborales {
  descansos: readonly ReglaDescanso[]
  /** Election days: rest days by the last fraction of LFT art. 74. */
  jornadas: readonly string[]
  /** Days on which the institute does not work, by its own acuerdo. */
  propios: readonly string[]
  /** Whether "all days and hours are working days" between two dates; empty when that rule is off. */
  todosHabiles: readonly { desde: string; hasta: string }[]
}

/** Rest days of a year, in order. Source of the rules: Ley Federal del Trabajo, art. 74, as data of the pack. */
export function descansosDe(anio: number, { descansos, jornadas, propios }: ReglasLaborales): string[] {
  const byLaw = descansos.filter((regla) => holdsIn(anio, regla)).map((regla) => dateIn(anio, regla).toString())
  const dated = [...jornadas, ...propios].filter((day) => Number(day.slice(0, 4)) === anio)
  return [...new Set([...byLaw, ...dated])].sort()
}

function holdsIn(anio: number, regla: ReglaDescanso): boolean {
  const { desde = -Infinity, hasta = Infinity } = regla
  if (anio < desde || anio > hasta) return false
  return regla.tipo !== 'cada' || (anio - regla.base) % regla.periodo === 0
}

function dateIn(year: number, regla: ReglaDescanso): Temporal.PlainDate {
  if (regla.tipo !== 'lunes') return Temporal.PlainDate.from({ year, month: regla.mes, day: regla.dia })
  const first = Temporal.PlainDate.from({ year, month: regla.mes, day: 1 })
  return first.add({ days: ((MONDAY - first.dayOfWeek + WEEK) % WEEK) + (regla.n - 1) * WEEK })
}

const WEEK = 7
const MONDAY = 1
const FRIDAY = 5

export type MotivoInhabil = 'sábado' | 'domingo' | 'descanso'
export interface Dias {
  dias: number
  tipoDias: 'naturales' | 'habiles'
}

/** The working days of an institute, ready to be asked many times: each answer is worked out once for the same rules. */
export interface DiasHabiles {
  /** Why a day is not a working day, as a word for the screen; null when it is one. */
  motivoInhabil(dia: string): MotivoInhabil | null
  /** So many days after a day, which does not count itself: calendar days, or working days alone. Zero days: the day itself. */
  sumar(dia: string, dias: Dias): string
  /** The nearest working day from a day on, itself included. */
  siguienteHabil(dia: string): string
}

export const createDiasHabiles = memoOf((laborales: ReglasLaborales): DiasHabiles => {
  const restOf = memo((anio: number) => new Set(descansosDe(anio, laborales)))
  const motivoInhabil = memo((dia: string): MotivoInhabil | null => {
    if (laborales.todosHabiles.some(({ desde, hasta }) => desde <= dia && dia <= hasta)) return null
    const { dayOfWeek, year } = Temporal.PlainDate.from(dia)
    if (dayOfWeek > FRIDAY) return dayOfWeek === WEEK ? 'domingo' : 'sábado'
    return restOf(year).has(dia) ? 'descanso' : null
  })
  const next = memo((dia: string) => plusDays(dia, 1))
  const plus = memo((key: string) => plusDays(key.slice(0, ISO_LENGTH), Number(key.slice(ISO_LENGTH))))
  const nextHabil = memo((dia: string) => {
    let day = next(dia)
    while (motivoInhabil(day) !== null) day = next(day)
    return day
  })
  return {
    motivoInhabil,
    sumar: (dia, { dias, tipoDias }) => {
      if (tipoDias === 'naturales') return plus(`${dia}${dias}`)
      let day = dia
      for (let left = dias; left > 0; left -= 1) day = nextHabil(day)
      return day
    },
    siguienteHabil: (dia) => (motivoInhabil(dia) === null ? dia : nextHabil(dia)),
  }
})

const ISO_LENGTH = 10

function plusDays(dia: string, days: number): string {
  return Temporal.PlainDate.from(dia).add({ days }).toString()
}
