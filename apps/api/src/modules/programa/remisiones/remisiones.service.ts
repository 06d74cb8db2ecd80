import type { Temporal } from 'temporal-polyfill'
import { pairOf } from '@conoceles/domain/typed'
import { In, IsNull, type EntityManager } from 'typeorm'
import {
  advertirArchivos,
  advertirRemision,
  aperturaDe,
  faltanEnMembrete,
  escrita,
  localDay,
  parrafosDe,
  terminoElDia,
  type EstatusRemision,
  type Milestone,
  type OficioPack,
  type Plantilla,
  type PuestoPack,
  type TextosPlantilla,
} from '@conoceles/domain'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import { findImpresos } from '../../bitacora/index.ts'
import { Acuerdo, findDocumentos } from '../../registro/index.ts'
import { findRetiros, type RetiroEvidencia } from '../entregables/index.ts'
import { cargoDe, type IntegrantesService } from '../sesiones/index.ts'
import { emisorOf, enLista } from '../../intercambio/exportaciones/index.ts'
import type { PlantillasService, Proceso, ProcesosService } from '../../proceso/index.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import { sinArticulo } from '../../../shared/documentos/palabras.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { CorreccionRemision } from './correccion-remision.entity.ts'
import { aprobacionesEnPalabras, faltasDeDocumento, readDocumentosRemitidos, type DocumentoRemitido } from './documentos-remitidos.ts'
import { faltasDeOficio, toOficio, type PapelOficio } from './oficio.ts'
import { nombreDe } from './remision-en-palabras.ts'
import { Remision } from './remision.entity.ts'
import type {
  AdvertenciasArchivoDto,
  ArchivoQueryDto,
  ListPendientesRemisionDto,
  ListRemisionesDto,
  PropuestaDto,
  PuestoDto,
  RemisionDto,
  RemitenteDto,
} from './remisiones.dto.ts'
import { listRemisiones } from './remisiones.queries.ts'
import { documentosOf, remisionOf, toListada, toRemision, toRemitido } from './view.ts'

const PAGE = 50

interface Filter {
  estatus: EstatusRemision | null
  entregable: string | null
  q: string | null
  despues: string | null
}

/** Facts of the entregables that an oficio remits, and of its documents. */
interface Sabido {
  details: EntregableDetailDto[]
  retiros: ReadonlyMap<string, RetiroEvidencia>
}

/** Reads past and pending remisiones: lists, one of them with its life, and the draft that the pack proposes. */
export class RemisionesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: {
      procesos: ProcesosService
      plantillas: PlantillasService
      actividades: ActividadesService
      integrantes: IntegrantesService
    },
  ) {}

  async list(tx: EntityManager, { despues, ...filter }: Filter): Promise<ListRemisionesDto> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const { rows, ...page } = await listRemisiones(tx, { ...filter, procesoId }, { despues, limite: PAGE })
    const { elementos } = await this.services.actividades.tablero(tx)
    const board = new Map(elementos.map((owed) => [owed.clave, owed]))
    return { ...page, elementos: rows.map((row) => toListada(row, board)) }
  }

  /** Duties to the INE that were not sent, by what falls due first, and whether somebody prepares them already. */
  async pendientes(tx: EntityManager): Promise<ListPendientesRemisionDto> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const { en, elementos } = await this.services.actividades.tablero(tx)
    const drafts = await tx.find(Remision, {
      where: { procesoId, enviadaEn: IsNull(), anuladaEn: IsNull() },
      select: { id: true, numero: true, entregables: true },
      order: { preparadaEn: 'ASC' },
    })
    const owed = elementos.map(toRemitido).filter(({ hito }) => hito?.cumplimiento === null && hito.venceEn !== null)
    const byTerm = owed.sort((one, other) => String(one.hito?.venceEn).localeCompare(String(other.hito?.venceEn)))
    return {
      en,
      elementos: byTerm.map((each) => {
        const draft = drafts.find(({ entregables }) => entregables.includes(each.clave))
        return { ...each, remision: draft ? { id: draft.id, numero: draft.numero } : null }
      }),
    }
  }

  async find(tx: EntityManager, id: string): Promise<RemisionDto> {
    const row = await tx.findOneBy(Remision, { id })
    if (!row) throw new AppError('ruta.no_existe')
    return this.describe(tx, row)
  }

  /** Adds the state of its entregables and documents, and the warnings for the sender. */
  async describe(tx: EntityManager, row: Remision): Promise<RemisionDto> {
    const details = await this.services.actividades.details(tx, row.entregables)
    const retiros = await findRetiros(tx, row.anexos)
    const correcciones = await tx.find(CorreccionRemision, { where: { remision: row.id }, order: { corregidaEn: 'ASC', id: 'ASC' } })
    const remision = toRemision(row, {
      board: new Map(details.map((detail) => [detail.clave, detail])),
      documentos: await findDocumentos(tx, documentosOf(row, correcciones)),
      retiros,
      nombres: await this.nombresDe(tx, row, details),
      correcciones,
      advertencias: row.anuladaEn === null ? await this.warn(tx, row, { details, retiros }) : [],
    })
    return { ...remision, faltas: row.enviadaEn === null ? faltasDeOficio(remision, await this.papel(tx)) : [] }
  }

  /** Names of the annexes that are documents of these entregables, or acuerdos. */
  private async nombresDe(tx: EntityManager, { anexos }: Remision, details: EntregableDetailDto[]): Promise<Map<string, string>> {
    const documentos = await this.documentos(tx, await this.services.procesos.proceso(tx), details)
    const acuerdos = await tx.findBy(Acuerdo, { documentoId: In(anexos) })
    return new Map([
      ...acuerdos.flatMap(({ documentoId, numero }) => (documentoId === null ? [] : [pairOf(documentoId, `Acuerdo ${numero}`)])),
      ...documentos.flatMap(({ nombre, versiones }) => versiones.map((id) => pairOf(id, sinArticulo(nombre)))),
    ])
  }

  /** Issuer of the oficios, with the letterhead as the institute confirmed it. */
  async papel(tx: EntityManager): Promise<PapelOficio> {
    const proceso = await this.services.procesos.confirmado(tx)
    return { ...emisorOf(proceso), membrete: proceso.catalogos.membrete }
  }

  /** The oficio of these entregables as the pack words it: a draft, which somebody reads before it is kept. */
  async propuesta(tx: EntityManager, claves: string[]): Promise<PropuestaDto> {
    const proceso = await this.services.procesos.confirmado(tx)
    const { oficio } = proceso.catalogos
    const details = await this.services.actividades.details(tx, claves)
    if (details.length === 0 || details.some((detail) => remisionOf(detail) === null)) throw new AppError('ruta.no_existe')
    const documentos = await this.documentos(tx, proceso, details)
    const plantilla = await this.services.plantillas.leer(tx, 'oficio')
    const fecha = this.deps.clock.today().toString()
    const firma = await this.firmaEl(tx, proceso, fecha)
    const evidence = details.flatMap(({ hitos, cadena }) =>
      [...hitos, ...cadena].flatMap(({ cumplimiento }) => cumplimiento?.documentoId ?? []),
    )
    const opened = await documentosDeApertura(tx, details)
    return {
      numeracion: oficio.numeracion.patron.replaceAll('{anio}', fecha.slice(0, 4)),
      lugar: oficio.lugar.texto,
      fecha,
      destinatario: toPuesto(oficio.destinatario),
      atencion: oficio.atencion && toPuesto(oficio.atencion),
      ...escritoDe(plantilla, camposOf(proceso, { details, documentos })),
      plantilla: plantilla.version,
      remitente: firma ?? { nombre: '', cargo: oficio.remitente.cargo },
      anexos: [
        ...(
          await findDocumentos(tx, [...new Set([...documentos.flatMap(({ aprobada }) => aprobada ?? []), ...opened, ...evidence])])
        ).values(),
      ],
      porConfirmar: unconfirmedOf(oficio, plantilla),
      sinMembrete: faltanEnMembrete(proceso.catalogos.membrete, fecha),
    }
  }

  /** The newest oficio, as it would read with these sentences; null: there is none. */
  async muestra(tx: EntityManager, textos: TextosPlantilla): Promise<PdfDocument | null> {
    const proceso = await this.services.procesos.confirmado(tx)
    const row = await tx.findOne(Remision, { where: { procesoId: proceso.id, anuladaEn: IsNull() }, order: { preparadaEn: 'DESC' } })
    const details = row ? await this.services.actividades.details(tx, row.entregables) : []
    if (!row || details.length === 0) return null
    const documentos = await this.documentos(tx, proceso, details)
    const said = escritoDe({ documento: 'oficio', version: 0, textos }, camposOf(proceso, { details, documentos }))
    return toOficio({ ...(await this.describe(tx, row)), ...said }, await this.papel(tx))
  }

  /** Nothing is sent before the day that its oficio bears, which until then can be changed. */
  async assertWritten(tx: EntityManager, { fecha }: Pick<Remision, 'fecha'>, enviada: Temporal.Instant): Promise<void> {
    const { zona } = await this.services.procesos.proceso(tx)
    const early = localDay(enviada, zona) < fecha
    if (early) throw invalid('enviadaEn', `No puede ser antes de la fecha de su oficio (${diaEnPalabras(fecha)}).`)
  }

  private documentos(
    tx: EntityManager,
    { id: procesoId, catalogos }: Proceso,
    details: EntregableDetailDto[],
  ): Promise<DocumentoRemitido[]> {
    return readDocumentosRemitidos(tx, { procesoId, organos: catalogos.organos, actividades: this.services.actividades }, details)
  }

  /** Holder of the Secretaría Ejecutiva on a day, with the post under which she signs; null: nobody is on record. */
  private async firmaEl(tx: EntityManager, proceso: Proceso, dia: string): Promise<RemitenteDto | null> {
    const found = await this.services.integrantes.secretaria(tx, proceso, dia)
    return found && { nombre: found.nombre, cargo: cargoDe(found, proceso.catalogos.oficio.remitente.cargo) }
  }

  private async warn(tx: EntityManager, row: Remision, { details, retiros }: Sabido): Promise<RemisionDto['advertencias']> {
    const proceso = await this.services.procesos.proceso(tx)
    const { zona } = proceso
    const documentos = new Map((await this.documentos(tx, proceso, details)).map((each) => [each.clave, each]))
    const firma = await this.firmaEl(tx, proceso, row.fecha)
    const ahora = row.enviadaEn ? toInstant(row.enviadaEn) : this.deps.clock.now()
    const dia = localDay(ahora, zona)
    const archivos = await archivosDe(tx, row)
    const { impiden = [] } = await this.services.actividades.leerPrograma(tx)
    const told = advertirRemision({
      anexos: row.anexos.length,
      anexosRetirados: [...retiros.values()].filter(({ retiradoEn }) => retiradoEn <= toDate(ahora)).length,
      otraFirma: row.remitente.nombre !== '' && firma !== null && firma.nombre !== row.remitente.nombre,
      motivoInhabil: await this.services.actividades.motivoInhabil(tx, dia),
      sinOficio: row.enviadaEn !== null && row.oficioId === null,
      archivos: advertirArchivos(archivos),
      entregables: details.map((detail) => ({
        clave: detail.clave,
        sinAprobacion: sinAprobacionDe(detail),
        documento: faltasDe(documentos.get(detail.clave), { ...row, zona }),
        vencido: isOver(remisionOf(detail)?.vence ?? null, { zona, ahora }),
      })),
    })
    return told.map((each) => ({
      ...each,
      informe: each.tipo === 'dice_proyecto' ? (documentos.get(each.entregable ?? '')?.de ?? null) : null,
      impide: impiden.some((tipo) => tipo === each.tipo),
    }))
  }

  /** Warnings on a file that is about to be given as its oficio or as its acuse. */
  async advertirArchivo(tx: EntityManager, id: string, { como, documentoId }: ArchivoQueryDto): Promise<AdvertenciasArchivoDto> {
    const row = await tx.findOneBy(Remision, { id })
    if (!row) throw new AppError('ruta.no_existe')
    const given = como === 'oficio' ? { oficioId: documentoId } : { acuseDocumentoId: documentoId }
    const told = advertirArchivos(await archivosDe(tx, { ...row, ...given }))
    return { advertencias: told.filter((tipo) => tipo.startsWith(como)) }
  }

  /** The same as they will stand once it is sent in this way. */
  async advertirEnvio(
    tx: EntityManager,
    row: Remision,
    sent: Pick<Remision, 'enviadaEn' | 'oficioId'>,
  ): Promise<RemisionDto['advertencias']> {
    const details = await this.services.actividades.details(tx, row.entregables)
    return this.warn(tx, { ...row, ...sent }, { details, retiros: await findRetiros(tx, row.anexos) })
  }
}

/** Hashes of the files of a remisión, and of those that the system printed for it. */
async function archivosDe(tx: EntityManager, { id, oficioId, acuseDocumentoId, anexos }: Remision) {
  const given = await findDocumentos(tx, [oficioId, acuseDocumentoId, ...anexos])
  const hashOf = (documento: string | null) => given.get(documento ?? '')?.sha256 ?? null
  const [oficio, acuse] = [hashOf(oficioId), hashOf(acuseDocumentoId)]
  const hashes = [oficio, acuse].flatMap((hash) => hash ?? [])
  const impresos = await findImpresos(tx, { acto: 'remision.impresa', objeto: id, hashes })
  return { oficio, acuse, anexos: anexos.flatMap((anexo) => hashOf(anexo) ?? []), impresos }
}

/** Documents of what opened these entregables: the acuerdo that approved candidaturas, or the document that was registered. */
async function documentosDeApertura(tx: EntityManager, details: readonly EntregableDetailDto[]): Promise<string[]> {
  const eventos = details.flatMap(({ evento }) => evento ?? [])
  const acuerdos = await tx.findBy(Acuerdo, { id: In(eventos.flatMap(({ acuerdoId }) => acuerdoId ?? [])) })
  return [...acuerdos, ...eventos].flatMap(({ documentoId }) => documentoId ?? [])
}

/** Approvals without evidence: those that were missing when it was sent, or that are now. */
function sinAprobacionDe(detail: EntregableDetailDto): Milestone[] {
  const kept = remisionOf(detail)?.cumplimiento?.advertencias
  const told = kept ?? detail.advertencias.filter(({ milestone }) => milestone === 'remision')
  return told.flatMap(({ tipo, momentos }) => (tipo === 'sin_aprobacion' ? momentos : []))
}

function isOver(vence: string | null, at: { zona: string; ahora: Temporal.Instant }): boolean {
  return vence !== null && terminoElDia(vence, at)
}

function faltasDe(documento: DocumentoRemitido | undefined, at: { anexos: string[]; fecha: string; zona: string }) {
  return documento ? faltasDeDocumento(documento, at) : []
}

/** Words of an oficio. */
function escritoDe(plantilla: Plantilla<'oficio'>, campos: ReturnType<typeof camposOf>): Pick<PropuestaDto, 'asunto' | 'cuerpo'> {
  const asunto = escrita(plantilla, 'asunto', campos)
  return { asunto: asuntoOf(asunto, campos), cuerpo: parrafosDe(escrita(plantilla, 'cuerpo', campos)).join('\n\n') }
}

/** An oficio of many documents names their actividades: a longer asunto could not be kept. */
function asuntoOf(asunto: string, { remite, actividades }: { remite: string; actividades: string }): string {
  return asunto.length <= MAX_ASUNTO ? asunto : `${remite} los documentos de las actividades ${actividades}`.slice(0, MAX_ASUNTO)
}

const MAX_ASUNTO = 300

interface Remitido {
  details: EntregableDetailDto[]
  documentos: DocumentoRemitido[]
}

function camposOf({ institutoNombre, nombre: proceso, zona, catalogos: { oficio } }: Proceso, { details, documentos }: Remitido) {
  return {
    instituto: institutoNombre,
    proceso,
    apertura: aperturaDe(oficio),
    remite: documentos.length === 1 ? 'Se remite' : 'Se remiten',
    documentos: enLista(documentos.map(({ nombre }) => nombre)),
    aprobacion: aprobacionesEnPalabras(documentos, zona),
    // An actividad without number is called by its name.
    actividades: enLista([...new Set(details.map(({ numero, actividad, nombre }) => (numero === actividad ? numero : nombre)))]),
    entregables: enLista(details.map((detail) => `«${nombreDe(detail)}»`)),
  }
}

function toPuesto({ cargo, organo }: PuestoPack): PuestoDto {
  return { nombre: '', cargo, organo }
}

/** The secretaría answers for words of its own. */
function unconfirmedOf(
  { numeracion, lugar, remitente, destinatario, atencion, fundamento, ...words }: OficioPack,
  { version }: Plantilla,
): string[] {
  const posts = [numeracion, lugar, remitente, destinatario, ...(atencion ? [atencion] : []), ...(fundamento ? [fundamento] : [])]
  const parts = version === 0 ? [...posts, words] : posts
  return parts.filter(({ confianza }) => confianza === 'por_confirmar').map(({ fuente }) => fuente)
}
