import type { Temporal } from 'temporal-polyfill'
import {
  advertirCadena,
  bordeDe,
  createDiasHabiles,
  evaluarPasos,
  factKey,
  localDay,
  planearTrabajo,
  SIN_TRABAJO,
  type Alcanzados,
  type Milestone,
  type Occurrence,
  type OrganoPack,
  type PasoEvaluado,
  type PlanTrabajo,
  type ProgramaPack,
  type ScheduledMilestone,
  type Trabajo,
} from '@conoceles/domain'
import type { AdvertenciaMomentoDto } from './actividades.dto.ts'
import type { Cumplimiento } from './cumplimiento.entity.ts'
import type { Evento } from './evento.entity.ts'

export interface Board {
  programa: ProgramaPack
  scheduled: ScheduledMilestone[]
  eventos: Evento[]
  cumplimientos: Map<string, Cumplimiento>
  /** Work on each entregable. */
  trabajos: ReadonlyMap<string, Trabajo>
  zona: string
  ahora: Temporal.Instant
  /** Organs of the proceso, with the terms of their convocatorias. */
  organos: readonly OrganoPack[]
}

/** Warnings for each moment that is still open: what its chain lacks before it. */
export function advertenciasDe(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): AdvertenciaMomentoDto[] {
  const { actividad, clave } = own
  const pasos = evaluarCadena(own, board)
  const { contenidos } = board.trabajos.get(clave) ?? SIN_TRABAJO
  const remision = group.find(({ milestone }) => milestone === 'remision')
  const cadena = {
    pasos,
    contenidosAbiertos: actividad.contenidos.filter((texto) => !contenidos.includes(texto)),
    ajenos: group.flatMap(({ statements }) => ajenosDe(statements, board)),
    remisionVencida:
      remision?.rige?.fin != null && isPast(remision.rige.fin, board) && !board.cumplimientos.has(factKey(clave, 'remision')),
  }
  return faltanDe(own, group, board).flatMap((milestone) =>
    advertirCadena(milestone, cadena).map((told) => ({ ...told, milestone, impide: board.programa.impiden?.includes(told.tipo) ?? false })),
  )
}

/** Moments without evidence, dated or only named by the chain. */
export function faltanDe(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): Milestone[] {
  const reached = alcanzadosOf(own, board)
  const momentos = new Set([...own.actividad.cadena, ...group].flatMap(({ milestone }) => milestone ?? []))
  return [...momentos].filter(
    (milestone) => bordeDe(milestone) === null && !reached.has(milestone) && !board.cumplimientos.has(factKey(own.clave, milestone)),
  )
}

/** Moments of other actividades from which these statements count, each once. */
function ajenosDe(statements: ScheduledMilestone['statements'], { programa, cumplimientos }: Board) {
  const refs = statements.flatMap(({ statement: { regla } }) => (regla.tipo === 'despues' && regla.de.actividad !== null ? [regla.de] : []))
  return refs.flatMap(({ actividad, milestone }) => {
    const { clave, numero } = programa.actividades.find((each) => each.clave === actividad) ?? {}
    return clave === undefined || numero === undefined
      ? []
      : [{ numero, milestone, cumplido: cumplimientos.has(factKey(clave, milestone)) }]
  })
}

/** Dates proposed for the work that is left of an entregable. */
export function planOf(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): PlanTrabajo | null {
  const { organos, programa, ahora, zona, cumplimientos } = board
  const owed = group.filter(({ milestone }) => bordeDe(milestone) === null && !cumplimientos.has(factKey(own.clave, milestone)))
  return planearTrabajo({
    pasos: evaluarCadena(own, board),
    vencimientos: new Map(owed.flatMap(({ milestone, rige }) => (rige?.fin == null ? [] : [[milestone, rige.fin] as const]))),
    convocatorias: new Map(
      organos.flatMap(({ aprueba, sesiones }) => (aprueba && sesiones ? [[aprueba, sesiones.convocatoriaHoras] as const] : [])),
    ),
    habiles: createDiasHabiles(programa.laborales),
    hoy: localDay(ahora, zona),
  })
}

function isPast(day: string, { ahora, zona }: Board): boolean {
  return localDay(ahora, zona) > day
}

export function evaluarCadena(occurrence: Occurrence, board: Board): PasoEvaluado[] {
  return evaluarPasos(occurrence.actividad.cadena, board.trabajos.get(occurrence.clave) ?? SIN_TRABAJO, alcanzadosOf(occurrence, board))
}

/** Moments with their evidence; the event that opened a duty is behind it from the beginning. */
function alcanzadosOf({ clave, actividad, evento }: Occurrence, { cumplimientos, eventos, zona }: Board): Alcanzados {
  const alcanzados = new Map(
    actividad.cadena.flatMap(({ milestone }) => {
      const done = milestone && cumplimientos.get(factKey(clave, milestone))
      if (!done) return []
      const { ocurridoEn, referencia, aplica } = done
      return [[milestone, { fecha: localDay(ocurridoEn, zona), referencia, aplica }] as const]
    }),
  )
  const opened = evento ? eventos.find(({ id }) => id === evento.id) : firstOf(actividad, eventos)
  if (opened && actividad.evento && !alcanzados.has(actividad.evento.milestone))
    alcanzados.set(actividad.evento.milestone, { fecha: opened.fecha, referencia: opened.titulo, aplica: true })
  return alcanzados
}

/** First of the events that an actividad asks for by a term of its own, as the acuerdos that open its remisiones. They come by their day. */
export function firstOf({ clave, evento, statements }: Occurrence['actividad'], eventos: readonly Evento[]): Evento | undefined {
  const dated = evento !== null && statements.some(({ milestone }) => milestone === evento.milestone)
  return dated ? eventos.find(({ tipo, actividades }) => tipo === evento.tipo && actividades.includes(clave)) : undefined
}
