import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  cleanLine,
  inicioSesion,
  localDay,
  longDate,
  nombreSesion,
  razonesContraRelato,
  type Encargo,
  type LecturaContada,
  type Relato,
} from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import { insertRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, blameRepeatedKey } from '../../../shared/http/errors.ts'
import { assertDocumentos, toPuntos } from './agenda.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { nextNumero, reclasificar, renumerar } from './numeracion.queries.ts'
import { papelDeSesion } from './papeles/comun.ts'
import { listPorAprobar } from './por-aprobar.queries.ts'
import { readCelebraciones, toPuntosDto } from './sesion-vista.ts'
import { organoDe, type OrganoQueSesiona } from './integrantes/organos.ts'
import { Sesion } from './sesion.entity.ts'
import type { ActoSesionDto } from './sesiones.dto.ts'
import { assertSesion, type Change, type Performing, type SesionesService } from './sesiones.service.ts'
import type {
  ActaSesionDto,
  ConvocarSesionDto,
  DejarSesionDto,
  EditarSesionDto,
  IntervencionDto,
  LecturaSesionDto,
  PlanSesionDto,
  ProgramarSesionDto,
  RelatarSesionDto,
} from './sesiones-actos.dto.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  actividades: ActividadesService
  integrantes: IntegrantesService
  sesiones: SesionesService
}

/** Content of an act on one sesión. */
export interface Sent<T> {
  id: string
  body: T
  clave: string | null
}

const blameNumero = blameRepeatedKey('sesion_numero_uq', 'sesion.numero_repetido')

/** From the plan of a sesión to its convocatoria, its other ends when it is not held, and its acta afterwards. */
export class ConvocatoriasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  programar(quien: Quien, body: ProgramarSesionDto, clave: string | null): Promise<ActoSesionDto> {
    const { acts, sesiones } = this.services
    const id = randomUUID()
    return acts.perform(quien, {
      ...sesiones.about(id),
      acto: 'sesion.programada',
      envio: { clave, contenido: body },
      lock: (tx) => this.organo(tx, body.organo),
      change: async ({ tx, state: { procesoId, organo }, ahora, folio }) => {
        const { tipo } = body
        const anio = Number(body.fecha.slice(0, 4))
        const row: Sesion = {
          id,
          procesoId,
          organo: organo.clave,
          ...{ tipo, anio, numero: body.numero ?? (await nextNumero(tx, { procesoId, organo: organo.clave, tipo, anio })) },
          ...(await this.toPlan(tx, organo, { body, antes: [], tipo })),
          estatus: 'programada',
          version: 1,
          convocatoria: null,
          fuente: null,
          actaId: null,
          actaFecha: null,
          relato: null,
          historia: [{ acto: 'programar', en: ahora.toISOString(), motivo: null, fecha: null, folio }],
        }
        await insertRow(tx, Sesion, row).catch(blameNumero)
        await renumerar(tx, row)
        return { recibido: { sesion: id, ...body }, detalle: { organo: row.organo, fecha: row.fecha, folio } }
      },
    })
  }

  editar(quien: Quien, { id, body, clave }: Sent<EditarSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'editar', body, clave }, async ({ tx, sesion, organo }) => {
      const { tipo = sesion.tipo } = body
      const moves = tipo !== sesion.tipo
      assertSesion(moves && sesion.convocatoria !== null ? ['Ya se convocó con su clase y su número: prográmela de nuevo.'] : [])
      const plan = await this.toPlan(tx, organo, { body, antes: sesion.puntos, tipo })
      const prevista = moves ? await reclasificar(tx, sesion, tipo) : sesion
      const numero = await renumerar(tx, { ...prevista, ...plan })
      return { changes: { ...plan, tipo, numero }, hecho: body.fecha === sesion.fecha ? {} : { fecha: sesion.fecha } }
    })
  }

  /** Signed by the member who presides on that day, through the secretaría ejecutiva; a short term is told and stops nothing. */
  convocar(quien: Quien, { id, body, clave }: Sent<ConvocarSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'convocar', body, clave }, async (performing) => {
      const { tx, sesion, organo, now, folio } = performing
      const { zona } = await this.services.procesos.proceso(tx)
      const en = Temporal.Instant.from(body.convocadaEn)
      assertSesion(againstHour(sesion, { en, zona, now: toInstant(now) }))
      await assertDocumentos(tx, body.documentos)
      const signed = await this.firmas(tx, sesion.organo, localDay(en, zona))
      const { actividades } = this.services
      const puntos = await toPuntosDto(tx, sesion.puntos, { actividades, organo, documentos: new Map(), procesoId: sesion.procesoId })
      const advertencias = this.services.sesiones.advertencias(sesion, { organo, puntos, zona, en })
      const { documentos } = body
      const oficio = cleanLine(body.numero ?? '') || null
      const escrito = { numero: oficio, ciudad: cleanLine(body.ciudad ?? '') || null, fundamento: cleanLine(body.fundamento ?? '') || null }
      const numero = await renumerar(tx, sesion)
      const detalle = {
        ...{ sesion: nombreSesion({ ...sesion, numero }), tipo: sesion.tipo, fecha: sesion.fecha, convocadaEn: en.toString() },
        ...{ entregables: sesion.puntos.flatMap(({ entregable }) => entregable ?? []), documentos },
        ...(oficio && { referencia: `Convocatoria ${oficio}` }),
      }
      const convocatoria = { en: en.toString(), ...signed, documentos, advertencias, folio, ...escrito, ...(await this.plantillas(tx)) }
      return { changes: { numero, convocatoria }, hecho: {}, detalle }
    })
  }

  diferir(quien: Quien, { id, body, clave }: Sent<DejarSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'diferir', body, clave }, leave(body.motivo))
  }

  cancelar(quien: Quien, { id, body, clave }: Sent<DejarSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'cancelar', body, clave }, async (performing) => {
      const { tx, sesion } = performing
      const left = await leave(body.motivo)(performing)
      return { ...left, changes: { numero: await renumerar(tx, { ...sesion, estatus: 'cancelada' }) } }
    })
  }

  /** Tells the matters dealt with: the acta is drafted from them until it is signed. */
  relatar(quien: Quien, { id, body, clave }: Sent<RelatarSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'relatar', body, clave }, async ({ tx, sesion }) => {
      const relato = toRelato(body)
      const [held] = await readCelebraciones(tx, id)
      const votantes = (held?.asistencia ?? []).filter(({ voto, presente }) => voto && presente)
      assertSesion(
        razonesContraRelato(relato, {
          agenda: sesion.puntos,
          votantes: votantes.map(({ integranteId, nombre }) => ({ id: integranteId, nombre })),
          porAprobar: sesion.tipo === 'ordinaria' ? (await listPorAprobar(tx, sesion)).map((each) => each.id) : [],
        }),
      )
      return { changes: { relato } }
    })
  }

  agregarActa(quien: Quien, { id, body, clave }: Sent<ActaSesionDto>): Promise<ActoSesionDto> {
    return this.services.sesiones.perform(quien, { id, acto: 'agregar_acta', body, clave }, async ({ tx, sesion, organo }) => {
      const paper = papelDeSesion(sesion, organo) === 'acta' ? 'El acta' : 'La minuta'
      await assertDocumentos(tx, [body.documentoId])
      assertSesion([
        ...(body.fecha < sesion.fecha ? [`${paper} no puede ser anterior a la sesión, del ${longDate(sesion.fecha)}.`] : []),
        ...(body.fecha > this.deps.clock.today().toString() ? [`${paper} no puede tener una fecha que todavía no llega.`] : []),
      ])
      const changes = { actaId: body.documentoId, actaFecha: body.fecha }
      const advertencias = await this.services.sesiones.advertirActa(tx, id, body.documentoId)
      const detalle = { documento: body.documentoId, fecha: body.fecha, ...(advertencias.length > 0 && { advertencias }) }
      return { changes, hecho: { fecha: body.fecha }, detalle }
    })
  }

  private async organo(tx: EntityManager, clave: string): Promise<{ procesoId: string; organo: OrganoQueSesiona }> {
    const proceso = await this.services.procesos.proceso(tx)
    const organo = organoDe(proceso, clave)
    if (organo) return { procesoId: proceso.id, organo }
    throw new AppError('entrada.invalida', { errors: [{ field: 'organo', reasons: ['No está entre los órganos que sesionan.'] }] })
  }

  /** Turns a plan into the columns that keep it. */
  private async toPlan(tx: EntityManager, organo: OrganoQueSesiona, { body, antes, tipo }: Planning) {
    const { actividades } = this.services
    return {
      fecha: body.fecha,
      hora: body.hora ?? null,
      modalidad: body.modalidad,
      lugar: body.lugar ? cleanLine(body.lugar) : null,
      puntos: await toPuntos(tx, { actividades, aprueba: organo.aprueba, antes, tipo }, body.puntos),
    }
  }

  /** Versions of the sentences with which both papers are made from now on. */
  private async plantillas(tx: EntityManager): Promise<{ plantilla: number; plantillaOrden: number }> {
    const { plantillas } = this.services
    const { version: plantilla } = await plantillas.leer(tx, 'convocatoria')
    return { plantilla, plantillaOrden: (await plantillas.leer(tx, 'orden_del_dia')).version }
  }

  private async firmas(tx: EntityManager, organo: string, dia: string): Promise<{ firma: string | null; conducto: string | null }> {
    const acting = await this.services.integrantes.enFunciones(tx, organo, dia)
    const nameOf = (...encargos: Encargo[]) => acting.find(({ ejerce }) => encargos.includes(ejerce))?.nombre ?? null
    return { firma: nameOf('presidencia'), conducto: nameOf('secretaria_ejecutiva', 'coadyuvante') }
  }
}

interface Planning {
  body: PlanSesionDto
  antes: Sesion['puntos']
  tipo: Sesion['tipo']
}

function leave(motivo: string) {
  return ({ sesion }: Performing): Promise<Change> =>
    Promise.resolve({ changes: {}, hecho: { motivo: motivo.trim(), fecha: sesion.fecha }, detalle: { fecha: sesion.fecha } })
}

function toRelato({ orden, anterior, puntos, generales }: RelatarSesionDto): Relato {
  const said = (all: readonly IntervencionDto[]) => all.map(({ quien, dijo }) => ({ quien: cleanLine(quien), dijo: cleanLine(dijo) }))
  return {
    orden: orden && toLectura(orden),
    anterior: anterior && { ...toLectura(anterior), sesiones: anterior.sesiones ?? [] },
    puntos: puntos.map(({ puntoId, tratado, intervenciones }) => ({
      ...{ puntoId, tratado: textOrNull(tratado) },
      intervenciones: said(intervenciones),
    })),
    generales: generales && said(generales),
  }
}

function toLectura({ dispensada, decision, cambios, votacion, votos = [] }: LecturaSesionDto): LecturaContada {
  const cast = votacion === 'mayoria' ? votos.map(({ integranteId, sentido }) => ({ integranteId, sentido })) : []
  return { dispensada, decision, cambios: textOrNull(cambios), votacion, votos: cast }
}

function textOrNull(text: string | null): string | null {
  return cleanLine(text ?? '') || null
}

function againstHour({ fecha, hora }: Sesion, { en, zona, now }: { en: Temporal.Instant; zona: string; now: Temporal.Instant }): string[] {
  const begins = inicioSesion({ fecha, hora: String(hora) }, zona)
  return [
    ...(Temporal.Instant.compare(en, now) > 0 ? ['Todavía no llega la hora de la convocatoria.'] : []),
    ...(Temporal.Instant.compare(en, begins) > 0 ? ['La convocatoria no puede ser posterior al inicio de la sesión.'] : []),
  ]
}
