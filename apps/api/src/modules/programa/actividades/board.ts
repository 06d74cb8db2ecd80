import { Temporal } from 'temporal-polyfill'
import {
  bordeDe,
  dependencias,
  endOfDay,
  estatusPlazo,
  factKey,
  filasImpresas,
  findConflictos,
  groupBy,
  localDay,
  lugarDelDocumento,
  responsablesDe,
  siguientePaso,
  tellConflicto,
  terminaEnAcuerdo,
  tituloEntregable,
  trasladoEnPalabras,
  type Conflicto,
  type Dependencia,
  type DiaInhabil,
  type ErrataPack,
  type Milestone,
  type Occurrence,
  type PasoEvaluado,
  type ScheduledMilestone,
} from '@conoceles/domain'
import { toInstant, toIso } from '../../../shared/clock.ts'
import { mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import type {
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
import { advertenciasDe, evaluarCadena, faltanDe, firstOf, planOf, type Board } from './cadena.ts'
import type { Cumplimiento } from './cumplimiento.entity.ts'
import type { Evento } from './evento.entity.ts'
import type { EventoDto } from './eventos.dto.ts'
import type { Resolucion } from './resolucion.entity.ts'

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
    borrador: programa.borrador?.fuente ?? null,
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
        traslado: each.statement.traslado ? trasladoEnPalabras(each.statement.traslado, each.statement.regla) : null,
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
    ...documentoOf(own, board),
    fuente: own.actividad.fuente,
  }
}

/** Its own document, or that of the actividad whose document it only remits. */
function documentoOf({ clave, actividad, mes }: Occurrence, { programa }: Board): Pick<EntregableDetailDto, 'documentoEn' | 'conAcuerdo'> {
  const de = programa.actividades.find((each) => each.clave === actividad.documento?.de)
  // A duty over a span of months is owed by each of its months, and has no document of its own.
  const lugar = actividad.meses !== null && mes === null ? null : lugarDelDocumento(de ?? actividad)
  return { documentoEn: lugar && { lugar, clave: de?.clave ?? clave }, conAcuerdo: terminaEnAcuerdo(actividad) }
}

function toPlan(own: Occurrence, group: readonly ScheduledMilestone[], board: Board): PlanTrabajoDto | null {
  const plan = planOf(own, group, board)
  return (
    plan && {
      ...{ tipo: plan.tipo, alcanza: plan.alcanza, empezar: plan.empezar },
      pasos: plan.pasos.map(({ paso: { clave, texto, milestone }, fecha, convocar }) => ({
        ...{ clave, texto, milestone, fecha, convocar },
        organo: board.organos.find(({ aprueba }) => milestone !== null && aprueba === milestone)?.clave ?? null,
      })),
    }
  )
}

export function toErrata({ clave, cita, debeDecir, razon }: ErrataPack): ErrataDto {
  return { clave, cita, debeDecir, razon }
}

function toConflicto(conflicto: Conflicto, { programa }: Board): ConflictoDto {
  const { occurrence: _occurrence, ...told } = tellConflicto(conflicto, programa)
  return told
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
  const { clave, actividad, mes } = occurrence
  const { numero, nombre, informe = null } = actividad
  const found = board.eventos.find(({ id }) => id === occurrence.evento?.id)
  const evento = found ? toEvento(found) : null
  const hitos = group.map((each) => toHito(each, board, conflictos))
  return {
    ...{ clave, numero, nombre, mes, evento, hitos },
    actividad: actividad.clave,
    titulo: tituloEntregable({ nombre, mes, evento, informe, hitos }),
    faltan: faltanDe(occurrence, group, board),
    siguiente: toSiguiente(occurrence, board),
    documento: documentoDe(occurrence),
  }
}

/** "el informe mensual de abril de 2024": its document in a sentence, as the programme names it. */
function documentoDe({ actividad: { documento }, mes }: Occurrence): string | null {
  return documento ? documento.nombre.replaceAll('{mes}', mes === null ? '' : mesEnPalabras(mes)) : null
}

function toHito({ occurrence, milestone, rige, resuelto }: ScheduledMilestone, board: Board, conflictos: Map<string, number>): HitoDto {
  const key = factKey(occurrence.clave, milestone)
  const { done, acuerdo } = evidenciaOf({ occurrence, milestone }, board)
  const { inicio, fin, cita } = dichoDe(rige)
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
    cita,
  }
}

function dichoDe(rige: ScheduledMilestone['rige']) {
  return rige === null ? { inicio: null, fin: null, cita: null } : { inicio: rige.inicio, fin: rige.fin, cita: rige.statement.cita }
}

/** Evidence of a moment. An acuerdo that opens the next duty meets the term of the calendar by itself. */
function evidenciaOf(
  { occurrence: { clave, actividad, evento }, milestone }: Pick<ScheduledMilestone, 'occurrence' | 'milestone'>,
  { cumplimientos, eventos }: Board,
): { done: Cumplimiento | null; acuerdo: Evento | null } {
  const done = cumplimientos.get(factKey(clave, milestone)) ?? null
  const opens = done === null && evento === null && actividad.evento?.milestone === milestone
  return { done, acuerdo: opens ? (firstOf(actividad, eventos) ?? null) : null }
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
