import type { EntityManager } from 'typeorm'
import {
  conArticulo,
  longDate,
  sesionEnPalabras,
  terminaEnAcuerdo,
  type ActividadPack,
  type Milestone,
  type OrganoPack,
} from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'
import { fileName } from '../../intercambio/exportaciones/index.ts'
import type { PlantillasService, Proceso, ProcesosService } from '../../proceso/index.ts'
import { Acuerdo, findDocumentos } from '../../registro/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { sinArticulo } from '../../../shared/documentos/palabras.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ActividadesService } from '../actividades/index.ts'
import { aprobacionesEnPalabras, nombreDocumento, readDocumentosRemitidos } from '../remisiones/index.ts'
import { emisorPapel, findAprobaciones, Sesion, type IntegrantesService } from '../sesiones/index.ts'
import { toCertificacion, type Certificado } from './certificacion.ts'
import type { FormatoPapel, OrganoAcuerdo } from './acuerdos.dto.ts'
import { firmaDelOrgano, firmaSecretaria, lineas } from './firmas.ts'
import { toProyectoAcuerdo } from './proyecto.ts'

interface Services {
  procesos: ProcesosService
  plantillas: PlantillasService
  actividades: ActividadesService
  integrantes: IntegrantesService
  documentos: Documentos
}

export interface PapelHecho {
  nombre: string
  medio: string
  contenido: Buffer
}

type Original = Pick<Certificado, 'que' | 'aprobacion' | 'origen'>

/** Papers around what the organs approve: the acuerdo of each, and the certificación of a copy. */
export class PapelesAcuerdoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async proyecto(quien: Quien, clave: string, { formato, organo }: { formato: FormatoPapel; organo: OrganoAcuerdo }): Promise<PapelHecho> {
    const document = await act(this.deps.databases, quien, (tx) => this.draft(tx, clave, organo))
    const nombre = organo === 'pleno' ? 'proyecto de acuerdo' : 'acuerdo de la comision'
    return this.write(document, { nombre: [nombre, clave], formato })
  }

  async certificacion(quien: Quien, id: string, { formato, fojas }: { formato: FormatoPapel; fojas: number | null }): Promise<PapelHecho> {
    const document = await act(this.deps.databases, quien, (tx) => this.certify(tx, id, fojas))
    return this.write(document, { nombre: ['certificacion', id.slice(0, 8)], formato })
  }

  private async write(document: PdfDocument, { nombre, formato }: { nombre: string[]; formato: FormatoPapel }): Promise<PapelHecho> {
    return {
      nombre: `${fileName(nombre)}.${formato}`,
      medio: MEDIOS[formato],
      contenido: await this.services.documentos[formato](document),
    }
  }

  private async draft(tx: EntityManager, clave: string, de: OrganoAcuerdo): Promise<PdfDocument> {
    const { procesos, actividades } = this.services
    const proceso = await procesos.confirmado(tx)
    const { organos, acuerdos } = proceso.catalogos
    const programa = await actividades.leerPrograma(tx)
    const entregable = await actividades.find(tx, clave)
    const { pleno, comision } = organosDe(
      organos,
      programa.actividades.find((each) => each.clave === entregable.actividad),
    )
    const organo = de === 'pleno' ? pleno : comision
    if (!acuerdos || !organo) throw new AppError('ruta.no_existe')
    const votos = await findAprobaciones(tx, { procesoId: proceso.id, entregables: [clave] })
    const dia = votos.filter((each) => each.organo === organo.clave).at(-1)?.fecha ?? this.deps.clock.today().toString()
    return toProyectoAcuerdo({
      ...{ emisor: emisorPapel(proceso), acuerdos, entregable, organo, votos },
      plantilla: await this.services.plantillas.leer(tx, 'acuerdo'),
      ...(de === 'pleno' ? { antes: comision, despues: null } : { antes: null, despues: pleno }),
      documento: nombreDocumento(entregable),
      firmas: await this.firmas(tx, proceso, { organo, de, dia }),
      ahora: this.deps.clock.now().toString({ fractionalSecondDigits: 3 }),
    })
  }

  /** The presidencia, and the secretaría of the organ: the Comisión has its own. */
  private async firmas(
    tx: EntityManager,
    proceso: Proceso,
    { organo, de, dia }: { organo: OrganoPack; de: OrganoAcuerdo; dia: string },
  ): Promise<string[][]> {
    const { integrantes } = this.services
    const presidencia = await firmaDelOrgano(tx, { organo, dia, integrantes, ejerce: 'presidencia' })
    if (de === 'pleno') return [presidencia, lineas(await firmaSecretaria(tx, { proceso, dia, integrantes }))]
    return [presidencia, await firmaDelOrgano(tx, { organo, dia, integrantes, ejerce: 'secretaria_tecnica' })]
  }

  private async certify(tx: EntityManager, id: string, fojas: number | null): Promise<PdfDocument> {
    const proceso = await this.services.procesos.confirmado(tx)
    const documento = (await findDocumentos(tx, [id])).get(id)
    const original = documento && (await this.originalOf(tx, proceso, id))
    if (!documento || !original) throw new AppError('ruta.no_existe')
    const dia = this.deps.clock.today().toString()
    return toCertificacion({
      ...{ ...original, emisor: emisorPapel(proceso), documento, fojas },
      plantilla: await this.services.plantillas.leer(tx, 'certificacion'),
      firma: await firmaSecretaria(tx, { proceso, dia, integrantes: this.services.integrantes }),
      ahora: this.deps.clock.now().toString({ fractionalSecondDigits: 3 }),
    })
  }

  /** Tells a received document: an acuerdo, a signed acta, or the version of an entregable that was approved; null: none of them. */
  private async originalOf(tx: EntityManager, proceso: Proceso, documentoId: string): Promise<Original | null> {
    const organoDe = (clave: string | null) => proceso.catalogos.organos.find((each) => each.clave === clave) ?? null
    const acuerdo = await tx.findOneBy(Acuerdo, { documentoId })
    if (acuerdo) return acuerdoText(acuerdo, organoDe(acuerdo.organo))
    const sesion = await tx.findOneBy(Sesion, { actaId: documentoId })
    if (sesion) return actaText(sesion, organoDe(sesion.organo))
    return this.versionText(tx, proceso, documentoId)
  }

  private async versionText(tx: EntityManager, proceso: Proceso, documentoId: string): Promise<Original | null> {
    const { actividades } = this.services
    const [version] = await readRows<{ entregable: string; numero: number; textoDe: number | null }>(
      tx,
      `select entregable, numero, texto_de as "textoDe" from captura.entregable_version where documento_id = $1 and retirada_en is null`,
      [documentoId],
    )
    if (!version) return null
    const details = await actividades.details(tx, [version.entregable])
    const reading = { procesoId: proceso.id, organos: proceso.catalogos.organos, actividades }
    const approved = (await readDocumentosRemitidos(tx, reading, details)).filter(({ aprobada }) => aprobada === documentoId)
    const [documento] = approved
    if (!documento) return null
    if (documento.proyecto) throw new AppError('documento.es_proyecto')
    return {
      que: `«${sinArticulo(documento.nombre)}», versión ${version.numero}${version.textoDe === null ? '' : `, con el texto que se aprobó en la versión ${version.textoDe}`}`,
      aprobacion: aprobacionesEnPalabras(approved, proceso.zona),
      origen: documento.ajeno ? 'Este archivo no se emitió en el sistema: se recibió ya hecho.' : null,
    }
  }
}

/** Organs that approve an actividad which an acuerdo ends; null where it has no such step. */
function organosDe(organos: readonly OrganoPack[], actividad: ActividadPack | undefined): Record<OrganoAcuerdo, OrganoPack | null> {
  const approves = (milestone: Milestone) =>
    actividad?.cadena.some((paso) => paso.milestone === milestone) ? (organos.find(({ aprueba }) => aprueba === milestone) ?? null) : null
  if (!actividad || !terminaEnAcuerdo(actividad)) return { pleno: null, comision: null }
  return { pleno: approves('pleno'), comision: approves('comision') }
}

function acuerdoText({ numero, fecha }: Acuerdo, organo: OrganoPack | null): Original {
  return {
    que: `el acuerdo ${numero}, del ${longDate(fecha)}${organo ? `, ${conArticulo(organo, 'de')}` : ''}`,
    aprobacion: '',
    origen: null,
  }
}

function actaText({ tipo, numero, fecha }: Sesion, organo: OrganoPack | null): Original {
  const paper = organo?.papel === 'minuta' ? 'la minuta' : 'el acta'
  const of = organo ? ` ${conArticulo(organo, 'de')}` : ''
  return { que: `${paper} de la ${sesionEnPalabras({ tipo, numero })}${of}, celebrada el ${longDate(fecha)}`, aprobacion: '', origen: null }
}

const MEDIOS: Record<FormatoPapel, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
