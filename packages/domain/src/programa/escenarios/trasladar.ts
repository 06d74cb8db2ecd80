import { Temporal } from 'temporal-polyfill'
import type { ActividadPack, ProgramaPack, ReglaPlazo, SesionPack, Statement, Traslado } from '../actividad.ts'

/** Election days: of the proceso that a programme is of, and of the one that it is taken to. */
export interface Jornadas {
  de: string
  a: string
}

/**
 * The programme of a proceso as the draft of another. Each date keeps its distance in days to election day. If an actividad is owed for months, all
 * its dates are of months: they keep their day in a month as many months later as the election day's, and the last day stays the last. Rules stay
 * rules. Past events do not travel: facts, whether a sesión was held, days that the institute took off by an acuerdo of its own, nor that it was a
 * draft itself. Antecedents are of the past, and stay. Rest days of the law are rules, and give those of the new years by themselves.
 */
export function trasladar(programa: ProgramaPack, jornadas: Jornadas): ProgramaPack {
  const mover = createMover(jornadas)
  const { borrador: _borrador, ...base } = programa
  const { laborales, vigencia } = base
  return {
    ...base,
    actividades: programa.actividades.map((actividad) => moveActividad(actividad, mover)),
    hechos: [],
    erratas: [],
    sesiones: numberAgain(programa.sesiones.map((sesion) => ({ ...sesion, fecha: mover.dia(sesion.fecha), celebrada: false }))),
    laborales: {
      ...laborales,
      jornadas: laborales.jornadas.map(mover.dia),
      propios: [],
      todosHabiles: laborales.todosHabiles.map(({ desde, hasta }) => ({ desde: mover.dia(desde), hasta: mover.dia(hasta) })),
      confianza: 'por_confirmar',
    },
    // The wider one: neither manner makes a possible date impossible.
    vigencia: {
      desde: earlier(mover.dia(vigencia.desde), mover.enMes(vigencia.desde)),
      hasta: later(mover.dia(vigencia.hasta), mover.enMes(vigencia.hasta)),
    },
  }
}

/** When the next election is by law, until somebody says otherwise: the first Sunday of June, three years later. Source: LGIPE, art. 22. */
export function jornadaSiguiente(jornada: string): string {
  const june = Temporal.PlainDate.from({ year: Temporal.PlainDate.from(jornada).year + TERM_YEARS, month: 6, day: 1 })
  return june.add({ days: (SUNDAY - june.dayOfWeek) % SUNDAY }).toString()
}

const TERM_YEARS = 3
const SUNDAY = 7

/** Days from an election day to a day, negative before it. */
export function distanciaA(jornada: string, dia: string): number {
  return Temporal.PlainDate.from(jornada).until(dia, { largestUnit: 'days' }).days
}

/** Days from election day to the last day that a rule names; null where it names none. */
export function distanciaDe(regla: ReglaPlazo, jornada: string): number | null {
  const [, last] = diasDe(regla)
  return last === undefined ? null : distanciaA(jornada, last)
}

interface Mover extends Jornadas {
  /** At the same distance to election day. */
  dia(dia: string): string
  /** On the same day of a month as far away as the election's. */
  enMes(dia: string): string
  /** A `YYYY-MM`. */
  mes(mes: string): string
}

function createMover({ de, a }: Jornadas): Mover {
  const days = distanciaA(de, a)
  const months = monthOf(de).until(monthOf(a), { largestUnit: 'months' }).months
  return {
    ...{ de, a },
    dia: (dia) => Temporal.PlainDate.from(dia).add({ days }).toString(),
    enMes: (dia) => {
      const { day, daysInMonth } = Temporal.PlainDate.from(dia)
      const month = monthOf(dia).add({ months })
      return month.toPlainDate({ day: day === daysInMonth ? month.daysInMonth : Math.min(day, month.daysInMonth) }).toString()
    },
    mes: (mes) => Temporal.PlainYearMonth.from(mes).add({ months }).toString(),
  }
}

function monthOf(dia: string): Temporal.PlainYearMonth {
  return Temporal.PlainDate.from(dia).toPlainYearMonth()
}

function moveActividad(actividad: ActividadPack, mover: Mover): ActividadPack {
  const { meses, statements } = actividad
  return {
    ...actividad,
    meses: meses && { desde: mover.mes(meses.desde), hasta: mover.mes(meses.hasta) },
    statements: statements.map((statement) => moveStatement(statement, meses === null ? 'distancia' : 'mes', mover)),
    confianza: 'por_confirmar',
  }
}

function moveStatement(statement: Statement, manera: 'distancia' | 'mes', mover: Mover): Statement {
  const { regla: antes } = statement
  const regla = moveRegla(antes, manera === 'mes' ? mover.enMes : mover.dia)
  const traslado: Traslado = {
    manera: diasDe(antes).length === 0 ? 'regla' : manera,
    antes,
    distancia: distanciaDe(regla, mover.a),
    razon: null,
    confianza: 'por_confirmar',
  }
  return { ...statement, regla, traslado }
}

function moveRegla(regla: ReglaPlazo, move: (dia: string) => string): ReglaPlazo {
  if (regla.tipo === 'fecha') return { ...regla, fecha: move(regla.fecha) }
  if (regla.tipo === 'ventana') return { ...regla, inicio: move(regla.inicio), fin: move(regla.fin) }
  return regla
}

/** The days that a rule names itself: none, one, or the first and the last. */
function diasDe(regla: ReglaPlazo): [] | [string, string] {
  if (regla.tipo === 'fecha') return [regla.fecha, regla.fecha]
  return regla.tipo === 'ventana' ? [regla.inicio, regla.fin] : []
}

/** Sesiones are counted within their year, and a year may begin between two that were of one. */
function numberAgain(sesiones: SesionPack[]): SesionPack[] {
  const counts = new Map<string, number>()
  const byDate = [...sesiones].sort((one, other) => (one.fecha < other.fecha ? -1 : 1))
  return byDate.map((sesion) => {
    const anio = Number(sesion.fecha.slice(0, YEAR_LENGTH))
    const key = `${sesion.organo} ${sesion.tipo} ${anio}`
    const numero = (counts.get(key) ?? 0) + 1
    counts.set(key, numero)
    return { ...sesion, anio, numero }
  })
}

const YEAR_LENGTH = 4

const earlier = (one: string, other: string): string => (one < other ? one : other)
const later = (one: string, other: string): string => (one > other ? one : other)
