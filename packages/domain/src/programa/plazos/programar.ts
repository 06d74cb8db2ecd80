import { Temporal } from 'temporal-polyfill'
import { groupBy } from '../../base/group.ts'
import { memo } from '../../base/memo.ts'
import { MILESTONES, type ActividadPack, type Milestone, type MilestoneRef, type ReglaPlazo, type Statement } from '../actividad.ts'
import { createDiasHabiles, type DiasHabiles, type ReglasLaborales } from '../../base/dias-habiles.ts'
import { concerns, nextMonth, occurrencesOf, type EventoOcurrido, type Occurrence } from './ocurrencias.ts'
import { recordOf } from '../../base/typed.ts'

/** Decision of a person where sources disagree. */
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
  /** Null while its cause has no date. */
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
  return new Scheduler(programa, occurrencesOf(programa)).scheduleAll()
}

function turnsOf(occurrence: Occurrence): Turn[] {
  const turns: Turn[] = []
  for (const statement of occurrence.actividad.statements) if (concerns(statement, occurrence)) addTo(turns, statement)
  return turns
}

/** Turns stay in the order of the milestones: nearly always the one in which they are said. */
function addTo(turns: Turn[], statement: Statement): void {
  const { milestone } = statement
  const at = turns.findLastIndex((turn) => ORDER[turn.milestone] <= ORDER[milestone])
  const turn = turns[at]
  if (turn?.milestone === milestone) turn.said.push(statement)
  else turns.splice(at + 1, 0, { milestone, said: [statement], scheduled: undefined })
}

function turnOf(turns: readonly Turn[], milestone: Milestone): Turn | undefined {
  return turns.find((turn) => turn.milestone === milestone)
}

/** A milestone of which something is said, until it is worked out and after. */
interface Turn {
  milestone: Milestone
  said: Statement[]
  /** Null while it is worked out: a rule that counts from itself, through others, gives no date. */
  scheduled: ScheduledMilestone | null | undefined
}

/** An occurrence with its milestones, in their order. */
interface Plan {
  occurrence: Occurrence
  turns: Turn[]
}

const ORDER = recordOf(MILESTONES, (milestone, at) => at)

class Scheduler {
  /** By clave, in the order of the programme. */
  private readonly plans: ReadonlyMap<string, Plan>
  private readonly resoluciones: ReadonlyMap<string, readonly Resolucion[]>
  private readonly habiles: DiasHabiles

  constructor(
    private readonly programa: Programa,
    occurrences: readonly Occurrence[],
  ) {
    this.plans = new Map(occurrences.map((occurrence) => [occurrence.clave, { occurrence, turns: turnsOf(occurrence) }]))
    this.habiles = createDiasHabiles(programa.laborales)
    this.resoluciones = groupBy(programa.resoluciones, ({ occurrence }) => occurrence)
  }

  scheduleAll(): ScheduledMilestone[] {
    const all: ScheduledMilestone[] = []
    for (const plan of this.plans.values()) {
      const first = firstOf(plan.occurrence)
      for (const turn of plan.turns) {
        const scheduled = ORDER[turn.milestone] >= first && this.schedule(plan, turn)
        if (scheduled) all.push(scheduled)
      }
    }
    return all
  }

  private schedule(plan: Plan, turn: Turn): ScheduledMilestone | null {
    if (turn.scheduled !== undefined) return turn.scheduled
    turn.scheduled = null
    const { occurrence } = plan
    const { milestone } = turn
    const statements = turn.said.map((statement) => this.evaluate(statement, plan))
    const chosen = this.chosenOf(occurrence, milestone, statements)
    turn.scheduled = { occurrence, milestone, statements, rige: chosen ?? this.earliestOf(statements), resuelto: chosen !== null }
    return turn.scheduled
  }

  /** Decisions come from the oldest to the newest. */
  private chosenOf({ clave }: Occurrence, milestone: Milestone, statements: Evaluated[]): Evaluated | null {
    const last = this.resoluciones.get(clave)?.findLast((each) => each.milestone === milestone)
    if (!last) return null
    return statements.find(({ statement, fin }) => statement.clave === last.statement && fin !== null) ?? null
  }

  /** Earliest among the dates that are possible in this programme. */
  private earliestOf(statements: Evaluated[]): Evaluated | null {
    const { desde, hasta } = this.programa.vigencia
    let best: Evaluated | null = null
    for (const each of statements) {
      if (each.fin === null || each.fin < desde || each.fin > hasta) continue
      if (best?.fin == null || each.fin < best.fin) best = each
    }
    return best
  }

  private evaluate(statement: Statement, plan: Plan): Evaluated {
    const { regla } = statement
    const { mes } = plan.occurrence
    switch (regla.tipo) {
      case 'fecha':
        return { statement, inicio: null, fin: regla.fecha }
      case 'ventana':
        return { statement, inicio: regla.inicio, fin: regla.fin }
      case 'despues': {
        const inicio = this.dateOf(plan, regla.de)
        return { statement, inicio, fin: inicio === null ? null : this.after(inicio, regla) }
      }
      default:
        return { statement, inicio: null, fin: mes === null ? null : dayInMonth(regla, mes) }
    }
  }

  private after(from: string, { dias, tipoDias, inhabil }: Extract<ReglaPlazo, { tipo: 'despues' }>): string {
    const end = this.habiles.sumar(from, { dias, tipoDias })
    return inhabil === 'siguiente_habil' ? this.habiles.siguienteHabil(end) : end
  }

  /** The day that it happened; until then, the day by which it has to. */
  private dateOf(plan: Plan, { actividad, milestone }: MilestoneRef): string | null {
    const { occurrence } = plan
    if (actividad === null && isOpening(occurrence, milestone)) return occurrence.evento?.fecha ?? null
    const other = actividad === null ? plan : this.plans.get(actividad)
    if (!other) return null
    return this.programa.facts.get(factKey(other.occurrence.clave, milestone)) ?? this.plannedDate(other, milestone)
  }

  private plannedDate(plan: Plan, milestone: Milestone): string | null {
    const turn = turnOf(plan.turns, milestone)
    return (turn && this.schedule(plan, turn))?.rige?.fin ?? null
  }
}

/** Order of the first milestone of an occurrence: the one that opens a duty is not part of it, nor are those before. */
function firstOf({ actividad, evento }: Occurrence): number {
  return evento === null ? 0 : ORDER[actividad.evento?.milestone ?? 'inicio'] + 1
}

function isOpening({ actividad, evento }: Occurrence, milestone: Milestone): boolean {
  return evento !== null && actividad.evento?.milestone === milestone
}

const daysIn = memo((mes: string) => Temporal.PlainYearMonth.from(mes).daysInMonth)

function dayInMonth(regla: Extract<ReglaPlazo, { tipo: 'ultimo_dia_del_mes' | 'dia_del_mes_siguiente' }>, mes: string): string {
  if (regla.tipo === 'ultimo_dia_del_mes') return `${mes}-${daysIn(mes)}`
  const next = nextMonth(mes)
  return `${next}-${String(Math.min(regla.dia, daysIn(next))).padStart(2, '0')}`
}
