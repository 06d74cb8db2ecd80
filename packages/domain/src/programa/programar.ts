import { Temporal } from 'temporal-polyfill'
import {
  MILESTONES,
  type ActividadPack,
  type Evento,
  type Milestone,
  type MilestoneRef,
  type ReglaPlazo,
  type Statement,
} from './actividad.ts'
import { createDiasHabiles, type DiasHabiles, type ReglasLaborales } from './dias-habiles.ts'

/** One time that an actividad is owed: once, for a month, or because something happened. */
export interface Occurrence {
  /** "11.4", "11.5/2023-10", "11.7/<id of the event>". */
  clave: string
  actividad: ActividadPack
  /** `YYYY-MM`; null when it is not monthly. */
  mes: string | null
  evento: { id: string; fecha: string } | null
}

export interface EventoOcurrido {
  id: string
  tipo: Evento
  /** Claves of the actividades that it opens; those of other events are left alone. */
  actividades: readonly string[]
  /** Local day. */
  fecha: string
}

/** What a person decided where sources disagree. */
export interface Resolucion {
  occurrence: string
  milestone: Milestone
  statement: string
}

/** Local day on which a milestone was really reached, by its evidence. */
export type Facts = ReadonlyMap<string, string>

export interface Evaluated {
  statement: Statement
  inicio: string | null
  /** Null while what it counts from has no date. */
  fin: string | null
}

export interface ScheduledMilestone {
  occurrence: Occurrence
  milestone: Milestone
  statements: Evaluated[]
  /** The statement that governs: the one chosen, or the earliest possible date. Null when none has a date. */
  rige: Evaluated | null
  resuelto: boolean
}

export interface Programa {
  actividades: readonly ActividadPack[]
  eventos: readonly EventoOcurrido[]
  resoluciones: readonly Resolucion[]
  facts: Facts
  laborales: ReglasLaborales
  /** First and last day that a date of this programme may have. */
  vigencia: { desde: string; hasta: string }
}

/** Key of a milestone among the facts. */
export const factKey = (occurrence: string, milestone: Milestone): string => `${occurrence}#${milestone}`

/** Every milestone of every occurrence, with what each source says of it and which one governs. */
export function programar(programa: Programa): ScheduledMilestone[] {
  const occurrences = occurrencesOf(programa)
  const scheduler = new Scheduler(programa, occurrences)
  return occurrences
    .flatMap((occurrence) => milestonesOf(occurrence).map((milestone) => scheduler.schedule(occurrence, milestone)))
    .filter(({ statements }) => statements.length > 0)
}

function milestonesOf({ actividad, evento }: Occurrence): Milestone[] {
  const named = new Set(actividad.statements.map(({ milestone }) => milestone))
  const opening = evento === null ? -1 : MILESTONES.indexOf(actividad.evento?.milestone ?? 'inicio')
  return MILESTONES.filter((milestone, at) => named.has(milestone) && at > opening)
}

/** What is said of every month belongs to the months, what follows from an event to the duty that it opened, the rest to the whole. */
function concerns({ regla }: Statement, { actividad, mes, evento }: Occurrence): boolean {
  const monthly = regla.tipo === 'ultimo_dia_del_mes' || regla.tipo === 'dia_del_mes_siguiente'
  if (monthly !== (mes !== null)) return false
  return actividad.evento === null || sigueEvento(actividad, regla) === (evento !== null)
}

/** Whether a rule counts from the event that opens its actividad: it gives a date only once that happens. */
export function sigueEvento({ evento }: Pick<ActividadPack, 'evento'>, regla: ReglaPlazo): boolean {
  return evento !== null && regla.tipo === 'despues' && regla.de.actividad === null && regla.de.milestone === evento.milestone
}

function occurrencesOf({ actividades, eventos }: Programa): Occurrence[] {
  return actividades.flatMap((actividad): Occurrence[] => {
    const monthly = actividad.meses
      ? monthsOf(actividad.meses).map((mes) => ({ clave: `${actividad.clave}/${mes}`, actividad, mes, evento: null }))
      : []
    const opened = eventos
      .filter(({ tipo, actividades: claves }) => tipo === actividad.evento?.tipo && claves.includes(actividad.clave))
      .map(({ id, fecha }) => ({ clave: `${actividad.clave}/${id}`, actividad, mes: null, evento: { id, fecha } }))
    return [{ clave: actividad.clave, actividad, mes: null, evento: null }, ...monthly, ...opened]
  })
}

function monthsOf({ desde, hasta }: { desde: string; hasta: string }): string[] {
  const last = Temporal.PlainYearMonth.from(hasta)
  const months: string[] = []
  for (
    let month = Temporal.PlainYearMonth.from(desde);
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  ) {
    months.push(month.toString())
  }
  return months
}

interface Span {
  inicio: string | null
  fin: string | null
}

const NEVER: Span = { inicio: null, fin: null }

class Scheduler {
  private readonly done = new Map<string, ScheduledMilestone>()
  private readonly open = new Set<string>()
  private readonly byClave: Map<string, Occurrence>
  private readonly chosen: Map<string, string>
  private readonly habiles: DiasHabiles

  constructor(
    private readonly programa: Programa,
    occurrences: readonly Occurrence[],
  ) {
    this.byClave = new Map(occurrences.map((occurrence) => [occurrence.clave, occurrence]))
    this.habiles = createDiasHabiles(programa.laborales)
    this.chosen = new Map(programa.resoluciones.map(({ occurrence, milestone, statement }) => [factKey(occurrence, milestone), statement]))
  }

  schedule(occurrence: Occurrence, milestone: Milestone): ScheduledMilestone {
    const key = factKey(occurrence.clave, milestone)
    const known = this.done.get(key)
    if (known) return known
    this.open.add(key)
    const statements = occurrence.actividad.statements
      .filter((statement) => statement.milestone === milestone && concerns(statement, occurrence))
      .map((statement) => ({ statement, ...this.evaluate(statement.regla, occurrence) }))
    this.open.delete(key)
    const scheduled = { occurrence, milestone, statements, ...this.govern(key, statements) }
    this.done.set(key, scheduled)
    return scheduled
  }

  private govern(key: string, statements: Evaluated[]): Pick<ScheduledMilestone, 'rige' | 'resuelto'> {
    const chosen = statements.find(({ statement, fin }) => statement.clave === this.chosen.get(key) && fin !== null)
    if (chosen) return { rige: chosen, resuelto: true }
    const { desde, hasta } = this.programa.vigencia
    const possible = statements.filter(({ fin }) => fin !== null && desde <= fin && fin <= hasta)
    const earliest = possible.reduce<Evaluated | null>(
      (best, each) => (best !== null && String(best.fin) <= String(each.fin) ? best : each),
      null,
    )
    return { rige: earliest, resuelto: false }
  }

  private evaluate(regla: ReglaPlazo, occurrence: Occurrence): Span {
    switch (regla.tipo) {
      case 'fecha':
        return { inicio: null, fin: regla.fecha }
      case 'ventana':
        return { inicio: regla.inicio, fin: regla.fin }
      case 'despues':
        return this.evaluateAfter(regla, occurrence)
      default:
        return occurrence.mes === null ? NEVER : { inicio: null, fin: dayInMonth(regla, occurrence.mes) }
    }
  }

  private evaluateAfter({ de, dias, tipoDias, inhabil }: Extract<ReglaPlazo, { tipo: 'despues' }>, occurrence: Occurrence): Span {
    const from = this.dateOf(occurrence, de)
    if (from === null) return NEVER
    const end = this.habiles.sumar(from, { dias, tipoDias })
    return { inicio: from, fin: inhabil === 'siguiente_habil' ? this.habiles.siguienteHabil(end) : end }
  }

  /** The day that it happened; until then, the day by which it has to. */
  private dateOf(occurrence: Occurrence, { actividad, milestone }: MilestoneRef): string | null {
    if (actividad === null && isOpening(occurrence, milestone)) return occurrence.evento?.fecha ?? null
    const other = actividad === null ? occurrence : this.byClave.get(actividad)
    if (!other) return null
    const key = factKey(other.clave, milestone)
    return this.programa.facts.get(key) ?? this.plannedDate(other, milestone)
  }

  /** A rule that counts from itself, through others, gives no date. */
  private plannedDate(occurrence: Occurrence, milestone: Milestone): string | null {
    if (this.open.has(factKey(occurrence.clave, milestone))) return null
    return this.schedule(occurrence, milestone).rige?.fin ?? null
  }
}

function isOpening({ actividad, evento }: Occurrence, milestone: Milestone): boolean {
  return evento !== null && actividad.evento?.milestone === milestone
}

function dayInMonth(regla: Extract<ReglaPlazo, { tipo: 'ultimo_dia_del_mes' | 'dia_del_mes_siguiente' }>, mes: string): string {
  const month = Temporal.PlainYearMonth.from(mes)
  if (regla.tipo === 'ultimo_dia_del_mes') return month.toPlainDate({ day: month.daysInMonth }).toString()
  return month.add({ months: 1 }).toPlainDate({ day: regla.dia }).toString()
}
