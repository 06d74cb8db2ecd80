import { groupBy } from '../../base/group.ts'
import { CAUSE, type Milestone, type ReglaPlazo } from '../actividad.ts'
import { createDiasHabiles, type DiasHabiles } from '../../base/dias-habiles.ts'
import type { Evaluated, Programa, ScheduledMilestone } from './programar.ts'
import { isWindow, sameSpan, spansOf } from './tramos.ts'

export const TIPOS_CONFLICTO = [
  'fechas_distintas',
  'ventanas_distintas',
  'regla_no_coincide',
  'anio_imposible',
  'antes_de_su_causa',
  'remision_antes_de_aprobacion',
  'dia_inhabil',
] as const
export type TipoConflicto = (typeof TIPOS_CONFLICTO)[number]

/** Contradiction of the sources with each other, themselves or the calendar. Computed from the statements alone; told by `tellConflicto`. */
export interface Conflicto {
  tipo: TipoConflicto
  occurrence: string
  milestone: Milestone
  /** Statements that do not go together; for a date before its cause, that date first. */
  entre: [Evaluated, ...Evaluated[]]
  /** A person chose which statement governs. A day on which nobody works is told all the same. */
  resuelto: boolean
}

/** Every conflict of a programme, in the order of its milestones. */
export function findConflictos(scheduled: readonly ScheduledMilestone[], programa: Pick<Programa, 'laborales' | 'vigencia'>): Conflicto[] {
  const finder = new Finder(scheduled, programa)
  finder.lookAll()
  return finder.found
}

const RULES: readonly ReglaPlazo['tipo'][] = ['despues', 'ultimo_dia_del_mes', 'dia_del_mes_siguiente']

class Finder {
  readonly found: Conflicto[] = []
  /** The milestones of each occurrence. */
  private readonly governing: ReadonlyMap<string, readonly ScheduledMilestone[]>
  private readonly habiles: DiasHabiles
  private readonly vigencia: Programa['vigencia']

  constructor(scheduled: readonly ScheduledMilestone[], { laborales, vigencia }: Pick<Programa, 'laborales' | 'vigencia'>) {
    this.governing = groupBy(scheduled, ({ occurrence }) => occurrence.clave)
    this.habiles = createDiasHabiles(laborales)
    this.vigencia = vigencia
  }

  lookAll(): void {
    for (const own of this.governing.values()) for (const each of own) this.look(each, own)
  }

  /** `own`: the milestones of its occurrence. */
  private look(scheduled: ScheduledMilestone, own: readonly ScheduledMilestone[]): void {
    this.differences(scheduled)
    this.impossible(scheduled)
    this.beforeCause(scheduled, own)
    this.restDay(scheduled)
  }

  private add({ occurrence, milestone, resuelto }: ScheduledMilestone, tipo: TipoConflicto, entre: Conflicto['entre']): void {
    this.found.push({ tipo, occurrence: occurrence.clave, milestone, entre, resuelto })
  }

  /** Statements that give more than one date or window, found once however many there are. */
  private differences(scheduled: ScheduledMilestone): void {
    const { statements } = scheduled
    if (statements.length < 2 || statements.every((each) => sameSpan(each, statements[0]))) return
    const spans = spansOf(statements)
    if (spans.length < 2) return
    const [first, ...others] = spans.flat()
    if (first) this.add(scheduled, kindOf([first, ...others]), [first, ...others])
  }

  private impossible(scheduled: ScheduledMilestone): void {
    const { desde, hasta } = this.vigencia
    for (const each of scheduled.statements) {
      if (each.fin !== null && (each.fin < desde || each.fin > hasta)) this.add(scheduled, 'anio_imposible', [each])
    }
  }

  /** A statement whose date comes before the governing date of its cause: by nature, or by its own rule. */
  private beforeCause(scheduled: ScheduledMilestone, own: readonly ScheduledMilestone[]): void {
    const tipo = scheduled.milestone === 'remision' ? 'remision_antes_de_aprobacion' : 'antes_de_su_causa'
    const causes = this.causesOf(scheduled, own)
    for (const each of scheduled.statements) {
      for (const cause of causes) {
        if (each.fin !== null && cause.fin !== null && each.fin < cause.fin) this.add(scheduled, tipo, [each, cause])
      }
    }
  }

  /** Governing statements of each cause: those by nature first, then those by rule, each once. */
  private causesOf({ milestone, statements }: ScheduledMilestone, own: readonly ScheduledMilestone[]): Evaluated[] {
    const causes: Evaluated[] = []
    for (const cause of CAUSE[milestone] ?? []) addCause(causes, own, cause)
    for (const { statement } of statements) {
      if (statement.regla.tipo !== 'despues') continue
      const { actividad, milestone: cause } = statement.regla.de
      addCause(causes, actividad === null ? own : this.governing.get(actividad), cause)
    }
    return causes
  }

  private restDay(scheduled: ScheduledMilestone): void {
    const { rige } = scheduled
    if (rige === null || rige.fin === null || this.habiles.motivoInhabil(rige.fin) === null) return
    this.add(scheduled, 'dia_inhabil', [rige])
  }
}

function kindOf(all: Evaluated[]): TipoConflicto {
  if (all.some(isRule) && !all.every(isRule)) return 'regla_no_coincide'
  return all.every(isWindow) ? 'ventanas_distintas' : 'fechas_distintas'
}

function isRule({ statement }: Evaluated): boolean {
  return RULES.includes(statement.regla.tipo)
}

function addCause(causes: Evaluated[], milestones: readonly ScheduledMilestone[] | undefined, cause: Milestone): void {
  for (const { milestone, rige } of milestones ?? []) {
    if (milestone === cause && rige && !causes.includes(rige)) causes.push(rige)
  }
}
