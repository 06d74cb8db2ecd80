import { Temporal } from 'temporal-polyfill'
import {
  advertirCadena,
  bordeDe,
  createDiasHabiles,
  dependencias,
  endOfDay,
  estatusPlazo,
  evaluarPasos,
  factKey,
  filasImpresas,
  findConflictos,
  groupBy,
  localDay,
  planearTrabajo,
  responsablesDe,
  siguientePaso,
  SIN_TRABAJO,
  tellConflicto,
  type Alcanzados,
  type Conflicto,
  type Dependencia,
  type DiaInhabil,
  type ErrataPack,
  type Milestone,
  type Occurrence,
  type OrganoPack,
  type PasoEvaluado,
  type PlanTrabajo,
  type ProgramaPack,
  type ScheduledMilestone,
  type Trabajo,
} from '@conoceles/domain'
import { toInstant, toIso } from '../../../shared/clock.ts'
import type {
  AdvertenciaMomentoDto,
  AreaDto,
  ConflictoDto,
  CumplimientoDto,
  DependenciaDto,
  EntregableDetailDto,
  EntregableDto,
  ErrataDto,
  HitoDto,
  PasoDto,
  PlanTrabajoDto,
  ResolucionDto,
  SiguientePasoDto,
  TableroDto,
} from './actividades.dto.ts'
import type { Cumplimiento } from './cumplimiento.entity.ts'
import type { Evento } from './evento.entity.ts'
import type { EventoDto } from './eventos.dto.ts'
import type { Resolucion } from './resolucion.entity.ts'

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

/** First and last day. */
export interface Rango {
  desde: string
  hasta: string
}

/** All duties, with the facts that their views need: printed dates, the statement that governs each, and the days of its months. */
export function toTablero(board: Board, inhabilesDe: (range: Rango) => DiaInhabil[]): TableroDto {
  const { ahora, zona, programa, scheduled } = board
  const hoy = localDay(ahora, zona)
  const elementos = toEntregables(board)
  const range = monthsAround([hoy, programa.vigencia.desde, programa.vigencia.hasta, ...daysOf(elementos)])
  return {
    en: ahora.toString({ fractionalSecondDigits: 0 }),
    hoy,
    ...range,
    elementos,
    filas: filasImpresas(programa),
    dependencias: dependencias(scheduled).map(toDependencia),
    inhabiles: inhabilesDe(range),
    erratas: (programa.erratas ?? []).map(toErrata),
  }
}

function daysOf(entregables: EntregableDto[]): string[] {
  return entregables.flatMap(({ hitos }) => hitos.flatMap(({ inicio, vence }) => [inicio, vence])).filter((day) => day !== null)
}

/** From the first day of the first month to the last day of the last one. */
function monthsAround(days: string[]): Rango {
  const sorted = [...days].sort()
  const [first, last] = [sorted.at(0), sorted.at(-1)].map((day) => Temporal.PlainDate.from(String(day)))
  return { desde: String(first?.with({ day: 1 })), hasta: String(last?.with({ day: last.daysInMonth })) }
}

function toDependencia({ de, a, ...how }: Dependencia): DependenciaDto {
  return {
    de: { entregable: de.occurrence, milestone: de.milestone, fecha: de.fecha },
    a: { entregable: a.occurrence, milestone: a.milestone },
    ...how,
  }
}

/** Every entregable with its milestones, in the order of the programme. */
export function toEntregables(board: Board): EntregableDto[] {
  const conflictos = countConflictos(findConflictos(board.scheduled, board.programa))
  const groups = groupBy(board.scheduled, ({ occurrence }) => occurrence.clave)
  return [...groups.values()].map((group) => toEntregable(group, board, conflictos))
}

/** One of them with the words of each source, the contradictions and the decisions. */
export function toDetail(clave: string, board: Board, resoluciones: Resolucion[]): EntregableDetailDto | null {
  const group = board.scheduled.filter(({ occurrence }) => occurrence.clave === clave)
  const [first] = group
  if (!first) return null
  const { occurrence: own } = first
  const conflictos = findConflictos(board.scheduled, board.programa).filter(({ occurrence }) => occurrence === clave)
  return {
    ...toEntregable(group, board, countConflictos(conflictos)),
    statements: group.flatMap(({ statements, rige }) =>
      statements.map((each) => ({
        clave: each.statement.clave,
        milestone: each.statement.milestone,
        regla: each.statement.regla.tipo,
        cita: each.statement.cita,
        inicio: each.inicio,
        fin: each.fin,
        rige: each === rige,
      })),
    ),
    contradicciones: conflictos.map((each) => toConflicto(each, board)),
    erratas: (board.programa.erratas ?? []).filter(({ actividad }) => actividad === own.actividad.clave).map(toErrata),
    resoluciones: resoluciones.filter(({ entregable }) => entregable === clave).map(toResolucion),
    cadena: evaluarCadena(own, board).map((paso) => toPaso(paso, clave, board)),
    porConfirmar: [],
    advertencias: advertenciasDe(own, group, board),
    plan: toPlan(own, group, board),
    contenidos: own.actividad.contenidos,
    fuente: own.actividad.fuente,
  }
}

/** Warnings for each moment that is still open: what its chain lacks before it. */
function advertenciasDe(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): AdvertenciaMomentoDto[] {
  const { actividad, clave } = own
  const pasos = evaluarCadena(own, board)
  const { contenidos } = board.trabajos.get(clave) ?? SIN_TRABAJO
  const remision = group.find(({ milestone }) => milestone === 'remision')
  const estado = {
    pasos,
    contenidosAbiertos: actividad.contenidos.filter((texto) => !contenidos.includes(texto)),
    ajenos: group.flatMap(({ statements }) => ajenosDe(statements, board)),
    remisionVencida: remision?.rige?.fin != null && isPast(remision.rige.fin, board) && !board.cumplimientos.has(factKey(clave, 'remision')),
  }
  return faltanDe(own, group, board).flatMap((milestone) =>
    advertirCadena(milestone, estado).map((told) => ({ ...told, milestone, impide: board.programa.impiden?.includes(told.tipo) ?? false })),
  )
}

/** Moments without evidence, dated or only named by the chain. */
function faltanDe(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): Milestone[] {
  const reached = alcanzadosOf(own, board)
  const momentos = new Set([...group, ...own.actividad.cadena].flatMap(({ milestone }) => milestone ?? []))
  return [...momentos].filter(
    (milestone) => bordeDe(milestone) === null && !reached.has(milestone) && !board.cumplimientos.has(factKey(own.clave, milestone)),
  )
}

/** Moments of other actividades from which these statements count, each once. */
function ajenosDe(statements: ScheduledMilestone['statements'], { programa, cumplimientos }: Board) {
  const refs = statements.flatMap(({ statement: { regla } }) => (regla.tipo === 'despues' && regla.de.actividad !== null ? [regla.de] : []))
  return refs.flatMap(({ actividad, milestone }) => {
    const { clave, numero } = programa.actividades.find((each) => each.clave === actividad) ?? {}
    return clave === undefined || numero === undefined ? [] : [{ numero, milestone, cumplido: cumplimientos.has(factKey(clave, milestone)) }]
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

function toPlan(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): PlanTrabajoDto | null {
  const plan = planOf(own, group, board)
  return (
    plan && {
      ...plan,
      pasos: plan.pasos.map(({ paso: { clave, texto, milestone }, fecha, convocar }) => ({
        ...{ clave, texto, milestone, fecha, convocar },
        organo: board.organos.find(({ aprueba }) => milestone !== null && aprueba === milestone)?.clave ?? null,
      })),
    }
  )
}

function isPast(day: string, { ahora, zona }: Board): boolean {
  return localDay(ahora, zona) > day
}

export function toErrata({ clave, cita, debeDecir, razon }: ErrataPack): ErrataDto {
  return { clave, cita, debeDecir, razon }
}

function toConflicto(conflicto: Conflicto, { programa }: Board): ConflictoDto {
  const { occurrence: _occurrence, ...told } = tellConflicto(conflicto, programa)
  return told
}

function evaluarCadena(occurrence: Occurrence, board: Board): PasoEvaluado[] {
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

/** First of the events that open an actividad: they are what its own term asks for. They come by their day. */
function firstOf({ clave, evento }: Occurrence['actividad'], eventos: readonly Evento[]): Evento | undefined {
  return evento === null ? undefined : eventos.find(({ tipo, actividades }) => tipo === evento.tipo && actividades.includes(clave))
}

function toPaso({ paso, hecho, ...state }: PasoEvaluado, clave: string, board: Board): PasoDto {
  const done = paso.milestone && board.cumplimientos.get(factKey(clave, paso.milestone))
  return {
    ...paso,
    ...state,
    responsables: toAreas(paso.responsables, board),
    cumplimiento: done ? toCumplimiento(done) : null,
    fecha: hecho?.fecha ?? null,
    referencia: hecho?.referencia ?? null,
  }
}

function toSiguiente(occurrence: Occurrence, board: Board): SiguientePasoDto | null {
  const next = siguientePaso(evaluarCadena(occurrence, board))
  return next && { clave: next.clave, tipo: next.tipo, texto: next.texto, responsables: toAreas(next.responsables, board) }
}

function toAreas(claves: readonly string[], { programa: { areas } }: Board): AreaDto[] {
  return areas.filter(({ clave }) => claves.includes(clave)).map(({ clave, nombre }) => ({ clave, nombre }))
}

/** Rest days are told and need no decision. */
function countConflictos(conflictos: Conflicto[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { occurrence, milestone, tipo, resuelto } of conflictos) {
    const key = factKey(occurrence, milestone)
    if (tipo !== 'dia_inhabil' && !resuelto) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function toEntregable(group: ScheduledMilestone[], board: Board, conflictos: Map<string, number>): EntregableDto {
  const [{ occurrence }] = group as [ScheduledMilestone]
  const evento = board.eventos.find(({ id }) => id === occurrence.evento?.id)
  return {
    clave: occurrence.clave,
    numero: occurrence.actividad.numero,
    actividad: occurrence.actividad.clave,
    nombre: occurrence.actividad.nombre,
    mes: occurrence.mes,
    evento: evento ? toEvento(evento) : null,
    hitos: group.map((each) => toHito(each, board, conflictos)),
    faltan: faltanDe(occurrence, group, board),
    siguiente: toSiguiente(occurrence, board),
  }
}

function toHito({ occurrence, milestone, rige, resuelto }: ScheduledMilestone, board: Board, conflictos: Map<string, number>): HitoDto {
  const key = factKey(occurrence.clave, milestone)
  const done = board.cumplimientos.get(key) ?? null
  const acuerdo = acuerdoOf({ occurrence, milestone }, done, board)
  const { inicio, fin } = rige ?? { inicio: null, fin: null }
  return {
    milestone,
    inicio,
    vence: fin,
    venceEn: fin && endOfDay(fin, board.zona).toString(),
    ...estatusOf({ milestone, inicio, vence: fin }, done ?? acuerdo, board),
    cumplimiento: done && toCumplimiento(done),
    acuerdo: acuerdo && toEvento(acuerdo),
    responsables: toAreas(responsablesDe(occurrence.actividad, milestone), board),
    conflictos: conflictos.get(key) ?? 0,
    resuelto,
    cita: rige?.statement.cita ?? null,
  }
}

/** The acuerdo that meets a term of the calendar by itself: one that opens the next duty. */
function acuerdoOf(
  { occurrence, milestone }: Pick<ScheduledMilestone, 'occurrence' | 'milestone'>,
  done: Cumplimiento | null,
  { eventos }: Board,
): Evento | null {
  const { actividad, evento } = occurrence
  if (done !== null || evento !== null || actividad.evento?.milestone !== milestone) return null
  return firstOf(actividad, eventos) ?? null
}

/** An event always happened; evidence may say that nothing was owed. */
function isOwed(done: Cumplimiento | Evento): boolean {
  return !('aplica' in done) || done.aplica
}

function estatusOf(
  { milestone, ...span }: { milestone: Milestone; inicio: string | null; vence: string | null },
  done: Cumplimiento | Evento | null,
  { ahora, zona, programa }: Board,
): Pick<HitoDto, 'estatus' | 'retrasoMinutos'> {
  const state = {
    ...span,
    cumplidaEn: done && isOwed(done) ? toInstant(done.ocurridoEn) : null,
    noAplica: done !== null && !isOwed(done),
    borde: bordeDe(milestone),
    avisoDias: programa.recordatorios.avisoDias,
  }
  const { estatus, retraso } = estatusPlazo(state, { ahora, zona })
  return { estatus, retrasoMinutos: retraso && Math.floor(retraso.total('minutes')) }
}

function toCumplimiento({ ocurridoEn, registradoEn, ...row }: Cumplimiento): CumplimientoDto {
  const { id, aplica, referencia, documentoId, folio, excepcion, advertencias } = row
  return {
    ...{ id, aplica, ocurridoEn: toIso(ocurridoEn), referencia, documentoId, registradoEn: toIso(registradoEn), folio, excepcion },
    ...(advertencias && { advertencias }),
  }
}

function toResolucion({ milestone, statement, razon, resueltaEn, rol }: Resolucion): ResolucionDto {
  return { milestone, statement, razon, resueltaEn: toIso(resueltaEn), rol }
}

export function toEvento({ id, tipo, fecha, ocurridoEn, titulo, acuerdoId, documentoId, causa, registradoEn }: Evento): EventoDto {
  const registrado = registradoEn !== null
  return { id, tipo, fecha, ocurridoEn: toIso(ocurridoEn), titulo, acuerdoId, documentoId, causa, registrado }
}
