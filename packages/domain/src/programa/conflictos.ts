import { longDate } from '../fecha.ts'
import { groupBy } from '../group.ts'
import { memo } from '../memo.ts'
import { CAUSE, type Milestone, type ReglaPlazo } from './actividad.ts'
import { createDiasHabiles, type DiasHabiles } from './dias-habiles.ts'
import type { Evaluated, Programa, ScheduledMilestone } from './programar.ts'

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

/** The days of a programme are told over and over. */
const told = memo(longDate)

/** Where the sources contradict each other, themselves or the calendar. Computed from the statements alone. */
export interface Conflicto {
  tipo: TipoConflicto
  occurrence: string
  milestone: Milestone
  /** Claves of the statements that do not go together. */
  statements: string[]
  /** As a sentence with its dates. */
  texto: string
  /** A person chose which statement governs. A day on which nobody works is told all the same. */
  resuelto: boolean
}

/** Every conflict of a programme, in the order of its milestones. */
export function findConflictos(scheduled: readonly ScheduledMilestone[], programa: Pick<Programa, 'laborales' | 'vigencia'>): Conflicto[] {
  const governing = groupBy(scheduled, ({ occurrence }) => occurrence.clave)
  const habiles = createDiasHabiles(programa.laborales)
  const found: Conflicto[] = []
  for (const each of scheduled) {
    if (each.statements.length > 1) found.push(...differences(each))
    if (each.statements.some(({ fin }) => isOutside(fin, programa))) found.push(...impossible(each, programa))
    found.push(...beforeCause(each, governing))
    found.push(...restDays(each, habiles))
  }
  return found
}

function isOutside(fin: string | null, { vigencia: { desde, hasta } }: Pick<Programa, 'vigencia'>): boolean {
  return fin !== null && (fin < desde || fin > hasta)
}

const NONE: readonly Conflicto[] = []

interface Contradiction {
  tipo: TipoConflicto
  statements: Evaluated[]
  texto: string
}

function toConflicto({ occurrence, milestone, resuelto }: ScheduledMilestone, { tipo, statements, texto }: Contradiction): Conflicto {
  const claves = statements.map(({ statement }) => statement.clave)
  return { tipo, occurrence: occurrence.clave, milestone, statements: claves, texto, resuelto }
}

/** Statements that give more than one date or window, told once with who says what. */
function differences(scheduled: ScheduledMilestone): readonly Conflicto[] {
  const dated = scheduled.statements.filter(({ fin }) => fin !== null)
  if (dated.every((each) => each.fin === dated[0]?.fin && startOf(each) === startOf(dated[0]))) return NONE
  const groups = [...groupBy(dated, spanKey).values()]
  const spans = groups.filter((group) => !isWithin(group, groups))
  if (spans.length < 2) return NONE
  const said = spans.map((group) => `${group.map(placeOf).join('; ')}: ${group.map(spanOf)[0]}`)
  const statements = spans.flat()
  return [toConflicto(scheduled, { tipo: kindOf(statements), statements, texto: `${said.join('. ')}.` })]
}

/** A window is no other date than the day on which it ends, said alone. */
function isWithin(group: Evaluated[], all: Evaluated[][]): boolean {
  const [first] = group
  return first !== undefined && !isWindow(first) && all.some(([other]) => other !== undefined && isWindow(other) && other.fin === first.fin)
}

function kindOf(all: Evaluated[]): TipoConflicto {
  if (all.some(isRule) && !all.every(isRule)) return 'regla_no_coincide'
  return all.every(isWindow) ? 'ventanas_distintas' : 'fechas_distintas'
}

function isWindow({ statement }: Evaluated): boolean {
  return statement.regla.tipo === 'ventana'
}

const RULES: readonly ReglaPlazo['tipo'][] = ['despues', 'ultimo_dia_del_mes', 'dia_del_mes_siguiente']

function isRule({ statement }: Evaluated): boolean {
  return RULES.includes(statement.regla.tipo)
}

function impossible(scheduled: ScheduledMilestone, programa: Pick<Programa, 'vigencia'>): Conflicto[] {
  const { desde, hasta } = programa.vigencia
  return scheduled.statements
    .filter(({ fin }) => isOutside(fin, programa))
    .map((each) => {
      const texto = `${placeOf(each)} da ${spanOf(each)}, fuera del proceso (del ${told(desde)} al ${told(hasta)}).`
      return toConflicto(scheduled, { tipo: 'anio_imposible', statements: [each], texto })
    })
}

/** A statement whose date comes before the governing date of what it follows from: by nature, or by its own rule. */
function beforeCause(scheduled: ScheduledMilestone, governing: Governing): Conflicto[] {
  const tipo = scheduled.milestone === 'remision' ? 'remision_antes_de_aprobacion' : 'antes_de_su_causa'
  const causes = causesOf(scheduled, governing)
  const found: Conflicto[] = []
  for (const each of scheduled.statements) {
    for (const cause of causes) {
      if (each.fin === null || cause.fin === null || each.fin >= cause.fin) continue
      const texto = `${placeOf(each)} da ${spanOf(each)}, antes del ${told(cause.fin)}, que es cuando ${placeOf(cause)} pone lo que le precede.`
      found.push(toConflicto(scheduled, { tipo, statements: [each, cause], texto }))
    }
  }
  return found
}

/** The milestones of each occurrence. */
type Governing = ReadonlyMap<string, readonly ScheduledMilestone[]>

/** What governs each cause: those by nature first, then those by rule, each once. */
function causesOf({ occurrence, milestone, statements }: ScheduledMilestone, governing: Governing): Evaluated[] {
  const own = governing.get(occurrence.clave)
  const causes: Evaluated[] = []
  for (const cause of CAUSE[milestone] ?? []) addCause(causes, own, cause)
  for (const { statement } of statements) {
    if (statement.regla.tipo !== 'despues') continue
    const { actividad, milestone: cause } = statement.regla.de
    addCause(causes, actividad === null ? own : governing.get(actividad), cause)
  }
  return causes
}

function addCause(causes: Evaluated[], milestones: readonly ScheduledMilestone[] | undefined, cause: Milestone): void {
  const rige = milestones?.find(({ milestone }) => milestone === cause)?.rige
  if (rige && !causes.includes(rige)) causes.push(rige)
}

function restDays(scheduled: ScheduledMilestone, habiles: DiasHabiles): readonly Conflicto[] {
  const { rige } = scheduled
  if (rige === null || rige.fin === null) return NONE
  const motivo = habiles.motivoInhabil(rige.fin)
  if (motivo === null) return NONE
  const word = motivo === 'descanso' ? 'día de descanso obligatorio' : motivo
  return [toConflicto(scheduled, { tipo: 'dia_inhabil', statements: [rige], texto: `Vence el ${told(rige.fin)}, que es ${word}.` })]
}

function placeOf({ statement: { cita } }: Evaluated): string {
  return `${cita.seccion}, ${cita.lugar} («${cita.dice}»)`
}

function spanOf(each: Evaluated): string {
  const inicio = startOf(each)
  if (each.fin === null) return ''
  return inicio === null ? told(each.fin) : `del ${told(inicio)} al ${told(each.fin)}`
}

function spanKey(each: Evaluated): string {
  const inicio = startOf(each)
  return inicio === null ? String(each.fin) : `${inicio}/${each.fin}`
}

/** The day on which a window begins; null where only a day is said. */
function startOf(each: Evaluated): string | null {
  return isWindow(each) && each.inicio !== each.fin ? each.inicio : null
}
