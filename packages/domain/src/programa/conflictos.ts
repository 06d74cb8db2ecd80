import { longDate } from '../fecha.ts'
import { CAUSE, type Milestone, type ReglaPlazo } from './actividad.ts'
import { createDiasHabiles, type DiasHabiles } from './dias-habiles.ts'
import { factKey, type Evaluated, type Programa, type ScheduledMilestone } from './programar.ts'

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
  const governing = new Map(scheduled.map((each) => [factKey(each.occurrence.clave, each.milestone), each]))
  const habiles = createDiasHabiles(programa.laborales)
  return scheduled.flatMap((each) => {
    const found = [...differences(each), ...impossible(each, programa), ...beforeCause(each, governing), ...restDays(each, habiles)]
    return found.map((conflict) => ({ ...conflict, occurrence: each.occurrence.clave, milestone: each.milestone, resuelto: each.resuelto }))
  })
}

type Found = Pick<Conflicto, 'tipo' | 'statements' | 'texto'>

/** Statements that give more than one date or window, told once with who says what. */
function differences({ statements }: ScheduledMilestone): Found[] {
  const groups = new Map<string, Evaluated[]>()
  for (const each of statements) if (each.fin !== null) groups.set(spanOf(each), [...(groups.get(spanOf(each)) ?? []), each])
  const spans = [...groups.values()].filter((group) => !isWithin(group, [...groups.values()]))
  if (spans.length < 2) return []
  const said = spans.map((group) => `${group.map(placeOf).join('; ')}: ${group.map(spanOf)[0]}`)
  return [{ tipo: kindOf(spans), statements: spans.flat().map(({ statement }) => statement.clave), texto: `${said.join('. ')}.` }]
}

/** A window is no other date than the day on which it ends, said alone. */
function isWithin(group: Evaluated[], all: Evaluated[][]): boolean {
  const [first] = group
  return first !== undefined && !isWindow(first) && all.some(([other]) => other !== undefined && isWindow(other) && other.fin === first.fin)
}

function kindOf(spans: Evaluated[][]): TipoConflicto {
  const all = spans.flat()
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

function impossible({ statements }: ScheduledMilestone, { vigencia }: Pick<Programa, 'vigencia'>): Found[] {
  return statements
    .filter(({ fin }) => fin !== null && (fin < vigencia.desde || fin > vigencia.hasta))
    .map((each) => ({
      tipo: 'anio_imposible',
      statements: [each.statement.clave],
      texto: `${placeOf(each)} da ${spanOf(each)}, fuera del proceso (del ${longDate(vigencia.desde)} al ${longDate(vigencia.hasta)}).`,
    }))
}

/** A statement whose date comes before the governing date of what it follows from: by nature, or by its own rule. */
function beforeCause(scheduled: ScheduledMilestone, governing: Map<string, ScheduledMilestone>): Found[] {
  const { milestone, statements } = scheduled
  const causes = [...causeKeys(scheduled)].flatMap((key) => {
    const rige = governing.get(key)?.rige
    return rige ? [rige] : []
  })
  return statements.flatMap((each) =>
    causes
      .filter((cause) => each.fin !== null && cause.fin !== null && each.fin < cause.fin)
      .map((cause) => ({
        tipo: milestone === 'remision' ? ('remision_antes_de_aprobacion' as const) : ('antes_de_su_causa' as const),
        statements: [each.statement.clave, cause.statement.clave],
        texto: `${placeOf(each)} da ${spanOf(each)}, antes del ${longDate(String(cause.fin))}, que es cuando ${placeOf(cause)} pone lo que le precede.`,
      })),
  )
}

function causeKeys({ occurrence, milestone, statements }: ScheduledMilestone): Set<string> {
  const byNature = (CAUSE[milestone] ?? []).map((cause) => factKey(occurrence.clave, cause))
  const byRule = statements.flatMap(({ statement: { regla } }) =>
    regla.tipo === 'despues' ? [factKey(regla.de.actividad ?? occurrence.clave, regla.de.milestone)] : [],
  )
  return new Set([...byNature, ...byRule])
}

function restDays({ rige }: ScheduledMilestone, habiles: DiasHabiles): Found[] {
  if (rige === null || rige.fin === null) return []
  const motivo = habiles.motivoInhabil(rige.fin)
  if (motivo === null) return []
  const word = motivo === 'descanso' ? 'día de descanso obligatorio' : motivo
  return [{ tipo: 'dia_inhabil', statements: [rige.statement.clave], texto: `Vence el ${longDate(rige.fin)}, que es ${word}.` }]
}

function placeOf({ statement: { cita } }: Evaluated): string {
  return `${cita.seccion}, ${cita.lugar} («${cita.dice}»)`
}

function spanOf({ inicio, fin, statement }: Evaluated): string {
  if (fin === null) return ''
  const isSpan = statement.regla.tipo === 'ventana' && inicio !== null && inicio !== fin
  return isSpan ? `del ${longDate(inicio)} al ${longDate(fin)}` : longDate(fin)
}
