import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  cleanLine,
  contarVotos,
  nombreSesion,
  razonesContraCelebrar,
  razonesContraFechaSesion,
  razonesContraRepresentaciones,
  type CelebracionPropuesta,
  type EnFunciones,
  type RepresentacionAsentada,
  type RepresentacionContada,
  type RepresentacionConvocada,
} from '@conoceles/domain'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { insertRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { AprobacionesService } from './aprobaciones.service.ts'
import { Celebracion, type Asistencia, type PuntoVotado } from './celebracion.entity.ts'
import type { Sent } from './convocatorias.service.ts'
import type { Integrante } from './integrantes/integrante.entity.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { readConvocadas } from './representaciones.queries.ts'
import { readCelebraciones } from './sesion-vista.ts'
import type { Sesion } from './sesion.entity.ts'
import type { ActoSesionDto } from './sesiones.dto.ts'
import { assertSesion, type Change, type Performing, type SesionesService } from './sesiones.service.ts'
import type { CelebrarSesionDto, CorregirSesionDto } from './sesiones-actos.dto.ts'

interface Services {
  procesos: ProcesosService
  integrantes: IntegrantesService
  sesiones: SesionesService
  aprobaciones: AprobacionesService
}

/** Records a held sesión in one act: attendance, votes, and all effects of the approvals. */
export class CelebracionesService {
  constructor(private readonly services: Services) {}

  celebrar(quien: Quien, { id, body, clave }: Sent<CelebrarSesionDto>): Promise<ActoSesionDto> {
    const call = { id, acto: 'celebrar' as const, body, clave }
    return this.services.sesiones.perform(quien, call, (performing) => this.tell(performing, { quien, body, motivo: null }))
  }

  /** Corrects the record; the earlier one stays. When the day itself was the mistake, its effects move along. */
  corregir(quien: Quien, { id, body, clave }: Sent<CorregirSesionDto>): Promise<ActoSesionDto> {
    const call = { id, acto: 'corregir' as const, body, clave }
    return this.services.sesiones.perform(quien, call, async (performing) => {
      const { fecha: antes } = performing.sesion
      const sesion = { ...performing.sesion, fecha: body.fecha ?? antes }
      const moves = sesion.fecha !== antes
      assertSesion(moves ? razonesContraMover(sesion, body) : [])
      const { hecho, detalle } = await this.tell({ ...performing, sesion }, { quien, body, motivo: body.motivo.trim() })
      const dia = moves ? { de: antes, a: sesion.fecha } : null
      return { changes: { fecha: sesion.fecha }, hecho: { ...hecho, fecha: dia?.de ?? null }, detalle: { ...detalle, ...(dia && { dia }) } }
    })
  }

  private async tell(performing: Performing, { quien, body, motivo }: Telling): Promise<Change> {
    const { tx, sesion, organo, now, folio } = performing
    const proceso = await this.services.procesos.proceso(tx)
    await this.services.integrantes.lock(tx, sesion.organo)
    const integrantes = await this.services.integrantes.enFunciones(tx, sesion.organo, sesion.fecha)
    const propuesta = toPropuesta(body)
    const convocadas = await readConvocadas(tx, organo)
    const representaciones = toContadas(body)
    assertSesion([
      ...razonesContraCelebrar(stateOf(performing, { proceso, integrantes }), propuesta),
      ...razonesContraRepresentaciones(convocadas, representaciones),
    ])
    const [last] = await readCelebraciones(tx, sesion.id)
    const puntos = await this.services.aprobaciones.aplicar(performing, {
      quien,
      zona: proceso.zona,
      puntos: sesion.puntos.map((punto) => conMotivo(toVotado(performing, { punto, propuesta, integrantes }), body)),
      acuerdos: new Map(body.puntos.flatMap(({ puntoId, acuerdo }) => (acuerdo ? [[puntoId, acuerdo]] : []))),
      antes: last?.puntos ?? [],
      motivo,
    })
    await insertCelebracion(tx, {
      ...{ id: randomUUID(), sesion: sesion.id, numero: (last?.numero ?? 0) + 1 },
      ...{ inicio: toDate(Temporal.Instant.from(body.inicio)), fin: toDate(Temporal.Instant.from(body.fin)) },
      ...{ asistencia: toAsistencia(propuesta, integrantes), representaciones: toAsentadas(representaciones, convocadas) },
      ...{ puntos, motivo, folio, registradaEn: now, registradaPor: quien.cuentaId },
    })
    const aprobados = puntos.filter(({ resultado }) => resultado === 'aprobado').length
    const entregables = sesion.puntos.flatMap(({ id, entregable }) => (entregable && trata(sesion, puntos, id) ? [entregable] : []))
    const detalle = { sesion: nombreSesion(sesion), tipo: sesion.tipo, terminadaEn: body.fin, organo: organo.clave, aprobados, entregables }
    return { changes: {}, hecho: { motivo }, detalle }
  }
}

/** A reunión de trabajo votes nothing: it deals with every point of its agenda. */
function trata({ tipo }: Sesion, puntos: readonly PuntoVotado[], id: string): boolean {
  return tipo === 'reunion_trabajo' || puntos.some(({ puntoId, cumplio }) => puntoId === id && cumplio.length > 0)
}

function razonesContraMover({ anio, fecha, actaFecha, convocatoria }: Sesion, { inicio }: CorregirSesionDto): string[] {
  const convocadaEn = convocatoria && Temporal.Instant.from(convocatoria.en)
  return razonesContraFechaSesion({ anio, actaFecha, convocadaEn }, { fecha, inicio: Temporal.Instant.from(inicio) })
}

interface Telling {
  quien: Quien
  body: CelebrarSesionDto
  motivo: string | null
}

interface Acting {
  integrantes: readonly EnFunciones<Integrante>[]
}

function stateOf({ sesion, organo, now }: Performing, { proceso, integrantes }: Acting & { proceso: Proceso }) {
  const { fecha, puntos, tipo } = sesion
  const reglas = tipo === 'reunion_trabajo' ? null : organo.sesiones
  return { tipo, fecha, zona: proceso.zona, ahora: toInstant(now), reglas, integrantes, puntos }
}

function toPropuesta({ inicio, fin, asistencia, puntos }: CelebrarSesionDto): CelebracionPropuesta {
  return {
    ...{ inicio, fin, asistencia },
    puntos: puntos.map(({ puntoId, retirado, votadoEn, votos }) => ({
      ...{ puntoId, retirado, votadoEn: votadoEn ?? null },
      votos: votos.map(({ integranteId, sentido }) => ({ integranteId, sentido })),
    })),
  }
}

function toVotado(
  { organo }: Performing,
  { punto, propuesta, integrantes }: Acting & { punto: { id: string; seVota: boolean }; propuesta: CelebracionPropuesta },
): PuntoVotado {
  const told = propuesta.puntos.find(({ puntoId }) => puntoId === punto.id)
  const blank = { puntoId: punto.id, votadoEn: null, votos: [], cuenta: null, calidad: false, acuerdo: null, cumplio: [] }
  if (!told || told.retirado) return { ...blank, resultado: 'retirado' }
  if (!punto.seVota) return { ...blank, resultado: 'sin_votacion' }
  const ejerce = new Map(integrantes.map((each) => [each.id, each.ejerce]))
  const votos = told.votos.map((voto) => ({ ...voto, ejerce: ejerce.get(voto.integranteId) ?? ('integrante' as const) }))
  return { ...blank, votadoEn: told.votadoEn, votos: [...told.votos], ...contarVotos(organo.sesiones, votos) }
}

function conMotivo(votado: PuntoVotado, { puntos }: CelebrarSesionDto): PuntoVotado {
  const motivoRetiro = cleanLine(puntos.find(({ puntoId }) => puntoId === votado.puntoId)?.motivoRetiro ?? '')
  return votado.resultado === 'retirado' && motivoRetiro !== '' ? { ...votado, motivoRetiro } : votado
}

/** As each stood on that day: later changes touch no list of attendance. */
function toAsistencia({ asistencia }: CelebracionPropuesta, integrantes: Acting['integrantes']): Asistencia[] {
  return integrantes.map(({ id, nombre, ejerce, voto }) => ({
    ...{ integranteId: id, nombre, ejerce, voto },
    presente: asistencia.some(({ integranteId, presente }) => integranteId === id && presente),
  }))
}

function toContadas({ representaciones }: CelebrarSesionDto): RepresentacionContada[] | null {
  if (!representaciones) return null
  return representaciones.map(({ actor, presente, quien }) => ({
    actor,
    presente,
    quien: presente ? cleanLine(quien ?? '') || null : null,
  }))
}

function toAsentadas(
  contadas: readonly RepresentacionContada[] | null,
  convocadas: readonly RepresentacionConvocada[],
): RepresentacionAsentada[] | null {
  if (contadas === null) return null
  return convocadas.flatMap(({ actor, nombre }) => contadas.filter((each) => each.actor === actor).map((each) => ({ ...each, nombre })))
}

async function insertCelebracion(tx: EntityManager, row: Celebracion): Promise<void> {
  await insertRow(tx, Celebracion, row)
}
