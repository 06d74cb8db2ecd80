import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'
import { advertenciasConvocatoria, inicioSesion, razonesContraActo, VIDA_SESION, type ActoSesion } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import { once, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { updateRow, readRows } from '../../../database/rows.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import {
  accionesDe,
  idsOf,
  readCelebraciones,
  stateOf,
  toActaDto,
  toCelebracionDto,
  toConvocatoriaDto,
  toPuntosDto,
  toSesionDto,
} from './sesion-vista.ts'
import { organoDe, organosDe, toReglasDto, type OrganoQueSesiona } from './integrantes/organos.ts'
import { Sesion, type HechoSesion } from './sesion.entity.ts'
import type { ActoSesionDto, ListSesionesDto, ListSesionesQueryDto, PuntoDto, SesionDetailDto } from './sesiones.dto.ts'

export interface SesionesServices {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  actividades: ActividadesService
  integrantes: IntegrantesService
}

/** Material of an act: the locked sesión, its organ, the legal hour, and the folio of its receipt. */
export interface Performing {
  tx: EntityManager
  sesion: Sesion
  organo: OrganoQueSesiona
  now: Date
  folio: string
}

export interface Change {
  changes: Partial<Sesion>
  /** More facts of its step in the history. */
  hecho?: Partial<HechoSesion>
  /** For the bitácora. */
  detalle?: Record<string, unknown>
}

export interface Call {
  id: string
  acto: ActoSesion
  body: { version: number }
  /** Idempotency-Key. */
  clave: string | null
}

/** The sesiones of the organs: their list, their page, and the one way in which anything is done with them. */
export class SesionesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: SesionesServices,
  ) {}

  async list(tx: EntityManager, { organo, anio, estatus, entregable }: ListSesionesQueryDto): Promise<ListSesionesDto> {
    const proceso = await this.services.procesos.confirmado(tx)
    const organos = organosDe(proceso)
    const query = tx.createQueryBuilder(Sesion, 's').where('s.proceso_id = :id', { id: proceso.id })
    if (organo) query.andWhere('s.organo = :organo', { organo })
    if (anio) query.andWhere('s.anio = :anio', { anio })
    if (estatus) query.andWhere('s.estatus = :estatus', { estatus })
    if (entregable) query.andWhere('s.puntos @> cast(:punto as jsonb)', { punto: JSON.stringify([{ entregable }]) })
    const rows = await query.orderBy('s.fecha', 'DESC').addOrderBy('s.hora', 'DESC', 'NULLS LAST').addOrderBy('s.id').getMany()
    const anios = await readRows<{ anio: string }>(tx, 'select distinct anio::text as anio from captura.sesion order by 1 desc')
    return {
      elementos: rows.map((row) => toSesionDto(row, organos.find(({ clave }) => clave === row.organo) ?? { clave: row.organo, nombre: row.organo })), // prettier-ignore
      organos: organos.map(({ clave, nombre }) => ({ clave, nombre })),
      anios: anios.map((row) => row.anio),
    }
  }

  async detail(tx: EntityManager, id: string): Promise<SesionDetailDto> {
    const sesion = await tx.findOneBy(Sesion, { id })
    const proceso = await this.services.procesos.confirmado(tx)
    const organo = sesion && organoDe(proceso, sesion.organo)
    if (!sesion || !organo) throw new AppError('ruta.no_existe')
    const documentos = await findDocumentos(tx, idsOf(sesion))
    const celebraciones = await readCelebraciones(tx, id)
    const { elementos: integrantes } = await this.services.integrantes.list(tx, { organo: sesion.organo, dia: sesion.fecha })
    const puntos = await toPuntosDto(tx, sesion.puntos, {
      ...{ actividades: this.services.actividades, organo, documentos, procesoId: sesion.procesoId },
    })
    const { version, fuente, historia } = sesion
    return {
      ...toSesionDto(sesion, organo),
      ...{ version, fuente, historia, puntos },
      aprueba: organo.aprueba,
      reglas: toReglasDto(organo.sesiones),
      convocatoria: toConvocatoriaDto(sesion, documentos),
      integrantes: integrantes.filter(({ ejerce }) => ejerce !== null),
      advertencias: this.advertencias(sesion, { organo, puntos, zona: proceso.zona }),
      acciones: accionesDe(stateOf(sesion, { celebraciones, hoy: this.deps.clock.today().toString() })),
      celebraciones: celebraciones.map(toCelebracionDto),
      acta: toActaDto(sesion, documentos),
    }
  }

  /** Lock → check → change → save → bitácora, once for each key. */
  perform(quien: Quien, call: Call, change: (performing: Performing) => Promise<Change>): Promise<ActoSesionDto> {
    const contenido = { acto: call.acto, id: call.id, ...call.body }
    return this.once(quien, { clave: call.clave, contenido }, (tx) => this.performIn(tx, { quien, ...call }, change))
  }

  private async performIn(
    tx: EntityManager,
    { quien, id, acto, body }: Call & { quien: Quien },
    change: (performing: Performing) => Promise<Change>,
  ): Promise<ActoSesionDto> {
    const sesion = await tx.findOne(Sesion, { where: { id }, lock: { mode: 'pessimistic_write' } })
    const organo = sesion && organoDe(await this.services.procesos.confirmado(tx), sesion.organo)
    if (!sesion || !organo) throw new AppError('ruta.no_existe')
    if (sesion.version !== body.version) throw new AppError('sesion.version_distinta')
    const state = stateOf(sesion, { celebraciones: await readCelebraciones(tx, id), hoy: this.deps.clock.today().toString() })
    assertSesion(razonesContraActo(state, acto))
    const name = `sesion.${DONE[acto]}` as const
    const acuse = await this.services.acuses.emitir(tx, name, { sesion: id, ...body })
    const now = toDate(this.deps.clock.now())
    const { changes, hecho, detalle } = await change({ tx, sesion, organo, now, folio: acuse.folio })
    const historia = [...sesion.historia, { acto, en: now.toISOString(), motivo: null, fecha: null, folio: acuse.folio, ...hecho }]
    const estatus = VIDA_SESION[sesion.estatus][acto]
    await updateRow(tx, Sesion, { where: { id }, changes: { ...changes, estatus, historia, version: sesion.version + 1 } })
    await this.registrar(tx, quien, { acto: name, id, detalle: { organo: organo.clave, ...detalle, folio: acuse.folio } })
    return { sesion: await this.detail(tx, id), acuse }
  }

  /** Warnings against calling it now. */
  advertencias(sesion: Sesion, { organo, puntos, zona, en = this.deps.clock.now() }: Context): string[] {
    if (VIDA_SESION[sesion.estatus].convocar === undefined || sesion.hora === null) return []
    const iniciaEn = inicioSesion({ fecha: sesion.fecha, hora: sesion.hora }, zona)
    const approved = puntos.filter(({ entregable }) => entregable?.aprobado)
    return [
      ...advertenciasConvocatoria(organo.sesiones, { tipo: sesion.tipo, convocadaEn: en, iniciaEn }),
      ...approved.map(({ titulo }) => `«${titulo}»: este órgano ya lo aprobó, según su evidencia.`),
    ]
  }

  /** One transaction, and one answer for each Idempotency-Key. */
  once(
    quien: Quien,
    sent: { clave: string | null; contenido: object },
    work: (tx: EntityManager) => Promise<ActoSesionDto>,
  ): Promise<ActoSesionDto> {
    const submission = { quien, ...sent, ahora: toDate(this.deps.clock.now()), llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => work(tx)))
  }

  registrar(tx: EntityManager, quien: Quien, { acto, id, detalle }: Entry): Promise<void> {
    const { cuentaId, rol, requestId } = quien
    return this.services.bitacora.registrar(tx, { acto, cuentaId, rol, objeto: { tipo: 'sesion', id }, detalle, requestId })
  }
}

interface Context {
  organo: OrganoQueSesiona
  puntos: readonly PuntoDto[]
  zona: string
  en?: Temporal.Instant
}

interface Entry {
  acto: ClaveActo
  id: string
  detalle: Record<string, unknown>
}

const DONE = {
  editar: 'editada',
  convocar: 'convocada',
  celebrar: 'celebrada',
  diferir: 'diferida',
  cancelar: 'cancelada',
  corregir: 'corregida',
  agregar_acta: 'acta_recibida',
} as const satisfies Record<ActoSesion, string>

export function assertSesion(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AppError('sesion.acto_no_permitido', { detail: reasons.join(' ') })
}
