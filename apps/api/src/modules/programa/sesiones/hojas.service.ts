import type { TextosPlantilla } from '@conoceles/domain'
import { IsNull, Not, type EntityManager } from 'typeorm'
import type { Acts } from '../../bitacora/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { conMarca, faltasDePapel } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { listVersionesVotadas } from './aprobados.queries.ts'
import { toVotacion } from './hojas.ts'
import { organoDe } from './integrantes/organos.ts'
import { toActa } from './papeles/acta.ts'
import { toListaAsistencia } from './papeles/asistencia.ts'
import { toCaratula, type PapelEnlistado } from './papeles/caratula.ts'
import { emisorPapel, faltasDeOrgano, papelDeSesion, type EmisorPapel, type Leida } from './papeles/comun.ts'
import { toConvocatoria, toOrdenDelDia, toProyectoConvocatoria } from './papeles/convocatoria.ts'
import { Sesion } from './sesion.entity.ts'
import type { FormatoHoja, HojaSesion } from './sesiones-actos.dto.ts'
import { HOJAS_SESION } from './sesiones-actos.dto.ts'
import type { ListPapelesSesionDto } from './sesiones.dto.ts'
import type { SesionesService } from './sesiones.service.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  sesiones: SesionesService
  documentos: Documentos
}

export interface HojaHecha {
  nombre: string
  medio: string
  contenido: Buffer
}

/** Papers of a sesión, from its convocatoria to its acta: to be signed (PDF), or edited first (DOCX). */
export class HojasSesionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Noted in the bitácora with its hash: a file that comes back with that hash carries no signature. */
  async hacer(quien: Quien, id: string, { hoja, formato }: { hoja: HojaSesion; formato: FormatoHoja }): Promise<HojaHecha> {
    const { acts, documentos } = this.services
    const leida = await act(this.deps.databases, quien, (tx) => this.leer(tx, id))
    const document = printed(hoja, leida)
    if (!document) throw new AppError('ruta.no_existe')
    const { organo, tipo, numero, anio, papel } = leida.sesion
    const nombre = [hoja === 'acta' ? papel : hoja, organo.clave, tipo, numero, anio].join('-').replaceAll('_', '-')
    const contenido = await documentos[formato](document)
    await acts.recordReading(quien, {
      acto: 'sesion.impresa',
      objeto: { tipo: 'sesion', id },
      detalle: { hoja, formato, sha256: sha256(contenido) },
    })
    return { nombre: `${nombre}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  /** Every paper that can be printed now, for an expediente. */
  async todas(tx: EntityManager, id: string): Promise<{ hoja: HojaSesion; document: PdfDocument }[]> {
    const leida = await this.leer(tx, id)
    return HOJAS_SESION.flatMap((hoja) => {
      const document = printed(hoja, leida)
      return document ? [{ hoja, document }] : []
    })
  }

  /** Cover of the one file that has these papers. */
  async caratula(tx: EntityManager, id: string, papeles: readonly PapelEnlistado[]): Promise<PdfDocument> {
    return toCaratula(await this.leer(tx, id), papeles)
  }

  /** Name of the paper that tells a sesión. */
  async papelDe(tx: EntityManager, sesion: Sesion): Promise<'acta' | 'minuta'> {
    const proceso = await this.services.procesos.proceso(tx)
    return papelDeSesion(sesion, organoDe(proceso, sesion.organo) ?? {})
  }

  /** Papers that can be printed now, and why some come out as drafts. */
  async papeles(tx: EntityManager, id: string): Promise<ListPapelesSesionDto> {
    const leida = await this.leer(tx, id)
    return {
      elementos: HOJAS_SESION.flatMap((hoja) => {
        const document = HOJAS[hoja](leida)
        return document ? [{ hoja, faltas: faltasDe(document, leida) }] : []
      }),
      avisos: faltasDeOrgano(leida),
    }
  }

  /** A paper of the newest sesión that was called, or held, as it would read with these sentences; null: none was. */
  async muestra(tx: EntityManager, textos: TextosPlantilla, hoja: Exclude<HojaSesion, 'votacion'>): Promise<PdfDocument | null> {
    const where = hoja === 'acta' ? { estatus: 'celebrada' as const } : { convocatoria: Not(IsNull()) }
    const newest = await tx.findOne(Sesion, { where, order: { fecha: 'DESC', id: 'ASC' } })
    if (!newest) return null
    const own = { version: 0, textos }
    const leida = await this.leer(tx, newest.id)
    const changed: Record<typeof hoja, Partial<Leida>> = {
      convocatoria: { convocatoria: { documento: 'convocatoria', ...own } },
      orden: { ordenDelDia: { documento: 'orden_del_dia', ...own } },
      asistencia: { asistencia: { documento: 'asistencia', ...own } },
      acta: { acta: { documento: 'acta', ...own } },
    }
    return HOJAS[hoja]({ ...leida, ...changed[hoja] })
  }

  private async leer(tx: EntityManager, id: string): Promise<Leida> {
    const { procesos, plantillas, sesiones } = this.services
    const proceso = await procesos.confirmado(tx)
    const sesion = await sesiones.detail(tx, id)
    const organo = organoDe(proceso, sesion.organo.clave)
    if (!organo) throw new AppError('ruta.no_existe')
    const versiones = await listVersionesVotadas(tx, { procesoId: proceso.id, entregables: sesion.entregables })
    const { plantilla, plantillaOrden } = sesion.convocatoria ?? {}
    return {
      ...{ sesion, organo, versiones, emisor: conCiudad(emisorPapel(proceso), sesion) },
      convocatoria: await plantillas.leer(tx, 'convocatoria', plantilla),
      ordenDelDia: await plantillas.leer(tx, 'orden_del_dia', plantillaOrden),
      acta: await plantillas.leer(tx, 'acta'),
      asistencia: await plantillas.leer(tx, 'asistencia'),
    }
  }
}

/** The city of the pack once it is confirmed; before that, the one that the secretaría typed when it convened. */
function conCiudad(emisor: EmisorPapel, { convocatoria }: Leida['sesion']): EmisorPapel {
  return { ...emisor, lugar: emisor.lugar ?? convocatoria?.ciudad ?? null }
}

/** Each null while there is nothing to print. */
const HOJAS: Record<HojaSesion, (leida: Leida) => PdfDocument | null> = {
  convocatoria: convocatoriaDe,
  orden: (leida) => (leida.sesion.puntos.length > 0 ? toOrdenDelDia(leida) : null),
  asistencia: (leida) => (leida.sesion.integrantes.length > 0 ? toListaAsistencia(leida) : null),
  acta: (leida) => (leida.sesion.celebraciones[0] ? toActa(leida, leida.sesion.celebraciones[0]) : null),
  votacion: (leida) =>
    leida.sesion.celebraciones[0] && leida.sesion.tipo !== 'reunion_trabajo' ? toVotacion(leida, leida.sesion.celebraciones[0]) : null,
}

/** As it went out; before that, a project, from when there is an agenda and an hour. */
function convocatoriaDe(leida: Leida): PdfDocument | null {
  const { convocatoria, acciones } = leida.sesion
  if (convocatoria) return toConvocatoria(leida, convocatoria)
  return acciones.some(({ acto, permitido }) => acto === 'convocar' && permitido) ? toProyectoConvocatoria(leida) : null
}

/** A paper as it is handed out: what lacks something is a draft. */
function printed(hoja: HojaSesion, leida: Leida): PdfDocument | null {
  const document = HOJAS[hoja](leida)
  return document && faltasDe(document, leida).length > 0 ? conMarca(document, 'BORRADOR') : document
}

/** By what the paper shows: its gaps, its doubts, a signature that nobody is on record for. */
function faltasDe(document: PdfDocument, { organo, sesion }: Leida): string[] {
  const unsigned = document.blocks.some(
    (block) => block.type === 'signatures' && block.signers.some(([name = '', ...rest]) => rest.length === 0 || name === ''),
  )
  return [
    ...faltasDePapel(document),
    ...(organo.confianza === 'por_confirmar' || organo.confianza === 'baja'
      ? [`El nombre del órgano no está confirmado: ${organo.nombre}.`]
      : []),
    ...(unsigned ? ['No consta el nombre de quien firma.'] : []),
    ...(sesion.integrantes.length === 0 ? ['No constan las personas integrantes del órgano ese día.'] : []),
  ]
}

const MEDIOS: Record<FormatoHoja, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
