import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'
import {
  advertenciasConvocatoria,
  inicioSesion,
  razonesContraActo,
  VIDA_SESION,
  type ActoSesion,
  type Actos,
  type Plantilla,
} from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { Acts, Acuse } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import { updateRow, readRows } from '../../../database/rows.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import {
  accionesDe,
  advertirActa,
  idsOf,
  readCelebraciones,
  stateOf,
  toActaDto,
  toCelebracionDto,
  toConvocatoriaDto,
  toDebeActa,
  toPuntosDto,
  toSesionDto,
} from './sesion-vista.ts'
import { organoDe, organosDe, toReglasDto, type OrganoQueSesiona } from './integrantes/organos.ts'
import { toAgendaDto } from './papeles/agenda-impresa.ts'
import { emisorPapel, impresa, porEscribirDe } from './papeles/comun.ts'
import { listPorAprobar } from './por-aprobar.queries.ts'
import { previasDe } from './previas.ts'
import { readConvocadas, readUltimas } from './representaciones.queries.ts'
import { Sesion, type HechoSesion } from './sesion.entity.ts'
import type { ActoSesionDto, ListSesionesDto, ListSesionesQueryDto, PuntoDto, SesionDetailDto } from './sesiones.dto.ts'

export interface SesionesServices {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
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
  /** For the bitácora, beside organ and folio. */
  detalle?: Partial<Actos[DeSesion]>
}

/** Acts on a sesión that is planned, as the bitácora names them. */
type DeSesion = `sesion.${(typeof DONE)[ActoSesion]}`

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
      previas: (found) => previasDe(tx, { sesion, proceso, integrantes: this.services.integrantes, clock: this.deps.clock }, found),
    })
    const convocadas = await readConvocadas(tx, organo)
    const ultimas = convocadas.length === 0 ? null : await readUltimas(tx, sesion.organo)
    const { version, fuente, historia, relato, tipo } = sesion
    return {
      ...toSesionDto(sesion, organo),
      ...{ version, fuente, historia, relato, puntos },
      agenda: toAgendaDto({ sesion: { tipo, puntos }, organo, ordenDelDia: await this.ordenDelDia(tx, sesion) }),
      aprueba: organo.aprueba,
      reglas: toReglasDto(organo.sesiones),
      convocatoria: toConvocatoriaDto(sesion, documentos),
      porEscribir: porEscribirDe(organo, emisorPapel(proceso)),
      integrantes: integrantes.filter(({ ejerce }) => ejerce !== null),
      horasConvocatoria: sesion.tipo === 'reunion_trabajo' ? null : organo.sesiones.convocatoriaHoras[sesion.tipo],
      representaciones: impresa(organo.convocatoria?.representaciones),
      convocadas: convocadas.map((each) => ({ ...each, ultima: ultimas?.get(each.actor) ?? null })),
      advertencias: this.advertencias(sesion, { organo, puntos, zona: proceso.zona }),
      acciones: accionesDe(stateOf(sesion, { celebraciones, hoy: this.deps.clock.today().toString() })),
      celebraciones: celebraciones.map(toCelebracionDto),
      porAprobar: tipo === 'ordinaria' ? await listPorAprobar(tx, sesion) : [],
      acta: await toActaDto(tx, sesion, documentos),
      debeActa: toDebeActa(sesion, integrantes),
    }
  }

  /** Warnings on a document that is about to be given as its signed acta. */
  async advertirActa(tx: EntityManager, id: string, documentoId: string): Promise<string[]> {
    const sesion = await tx.findOneBy(Sesion, { id })
    const documento = (await findDocumentos(tx, [documentoId])).get(documentoId)
    if (!sesion || !documento) throw new AppError('ruta.no_existe')
    return advertirActa(tx, { sesion, documento, documentos: await findDocumentos(tx, idsOf(sesion)) })
  }

  /** Sentences of its agenda: those with which it was called, or of now. */
  private ordenDelDia(tx: EntityManager, { convocatoria }: Sesion): Promise<Plantilla<'orden_del_dia'>> {
    return this.services.plantillas.leer(tx, 'orden_del_dia', convocatoria ? (convocatoria.plantillaOrden ?? 0) : undefined)
  }

  perform(quien: Quien, { id, acto, body, clave }: Call, change: (performing: Performing) => Promise<Change>): Promise<ActoSesionDto> {
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: `sesion.${DONE[acto]}` as const,
      envio: { clave, contenido: { id, ...body } },
      lock: async (tx) => {
        const sesion = await lockRow(tx, Sesion, { id })
        const organo = organoDe(await this.services.procesos.confirmado(tx), sesion.organo)
        if (!organo) throw new AppError('ruta.no_existe')
        return { sesion, organo, celebraciones: await readCelebraciones(tx, id) }
      },
      familia: 'sesion',
      version: { leida: body.version, actual: ({ sesion }) => sesion.version, texto: (tx) => this.detail(tx, id) },
      reasons: ({ sesion, celebraciones }) =>
        razonesContraActo(stateOf(sesion, { celebraciones, hoy: this.deps.clock.today().toString() }), acto),
      change: async ({ tx, state: { sesion, organo }, ahora: now, folio }) => {
        const { changes, hecho, detalle } = await change({ tx, sesion, organo, now, folio })
        const historia = [...sesion.historia, { acto, en: now.toISOString(), motivo: null, fecha: null, folio, ...hecho }]
        const estatus = VIDA_SESION[sesion.estatus][acto]
        await updateRow(tx, Sesion, { where: { id }, changes: { ...changes, estatus, historia, version: sesion.version + 1 } })
        return { recibido: { sesion: id, ...body }, detalle: { organo: organo.clave, ...detalle, folio } }
      },
    })
  }

  about(id: string) {
    return {
      objeto: { tipo: 'sesion', id },
      answer: async ({ tx, acuse }: { tx: EntityManager; acuse: Acuse }) => ({ sesion: await this.detail(tx, id), acuse }),
    }
  }

  /** Warnings against calling it now. */
  advertencias(sesion: Sesion, { organo, puntos, zona, en = this.deps.clock.now() }: Context): string[] {
    if (VIDA_SESION[sesion.estatus].convocar === undefined || sesion.hora === null) return []
    const iniciaEn = inicioSesion({ fecha: sesion.fecha, hora: sesion.hora }, zona)
    const approved = puntos.filter(({ entregable, seVota }) => seVota && entregable?.aprobado)
    return [
      ...advertenciasConvocatoria(organo.sesiones, { tipo: sesion.tipo, convocadaEn: en, iniciaEn }),
      ...approved.map(({ titulo }) => `«${titulo}»: este órgano ya lo aprobó, según su evidencia.`),
    ]
  }
}

interface Context {
  organo: OrganoQueSesiona
  puntos: readonly PuntoDto[]
  zona: string
  en?: Temporal.Instant
}

const DONE = {
  editar: 'editada',
  convocar: 'convocada',
  celebrar: 'celebrada',
  diferir: 'diferida',
  cancelar: 'cancelada',
  corregir: 'corregida',
  relatar: 'relatada',
  agregar_acta: 'acta_recibida',
} as const satisfies Record<ActoSesion, string>

export function assertSesion(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AppError('sesion.acto_no_permitido', { detail: reasons.join(' ') })
}
