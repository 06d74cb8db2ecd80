import { Readable } from 'node:stream'
import { IsNull, type EntityManager } from 'typeorm'
import { identificacionEnPalabras, puede } from '@conoceles/domain'
import type { AccesoModule } from '../../../acceso/index.ts'
import type { AvisosPrivacidadService } from '../../../captura/avisos/index.ts'
import type { Acts } from '../../../bitacora/index.ts'
import { extensionOf } from '../../../captura/consentimientos/index.ts'
import { unwrapDataKey } from '../../../captura/index.ts'
import {
  cuentasDe,
  readAcusesOf,
  readBitacoraOf,
  sealedEntries,
  type Archivo,
  type Indice,
  type Sellado,
} from '../../../programa/expedientes/index.ts'
import { emisorOf } from '../../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import { decrypt } from '../../../../shared/criptografia/cifrado.ts'
import { toDate, toIso } from '../../../../shared/clock.ts'
import { updateRow } from '../../../../database/rows.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { packZip, type ZipEntry } from '../../../../shared/archivos/zip.ts'
import { readAcuseCorreo, readAcuseIdentidad, readHermanas, readInstantes, readPersonas } from '../derechos.queries.ts'
import type { FormatoInformeDerechos } from '../lista.dto.ts'
import { objetoDe, find, type Actuar, type DerechosService } from '../derechos.service.ts'
import { materiaDeArchivo, tituloDeAdjunto } from './adjuntos.ts'
import { toAvisoDePapel } from './aviso.ts'
import { readEntregado } from './entregado.queries.ts'
import { documentosDe, placeOf, readDocumentacionDePapel } from './documentos.queries.ts'
import type { ArchivoDerecho } from './documentos.service.ts'
import { filtrar, toInforme, toInformeCsv, type FiltroDerechos } from './informe-anual.ts'
import { conOficio } from '../respuesta.ts'
import { OFICIO, toOficio } from './oficio.ts'
import { cartaOf } from './carta.ts'
import { NO_SE_AGREGA, type Papel } from './papel.ts'
import { toAcuseRecibo, toExpediente } from './papeles.ts'
import { dosPersonasDe, recibioDe } from '../personas.ts'
import { PruebaDerecho } from '../prueba-derecho.entity.ts'
import { readReglas } from '../reglas.ts'
import { SolicitudDerecho, type Hecho } from '../solicitud-derecho.entity.ts'

export interface PapelesServices {
  acts: Acts
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
  documentos: Documentos
  solicitudes: DerechosService
  cuentas: Pick<AccesoModule, 'nombrar'>
}

/** `acto` and the rest: of an act that is being written; `hecho`: folio of a recorded one. */
export interface PedirOficio extends Partial<Omit<Actuar, 'version'>> {
  formato: 'pdf' | 'docx'
  hecho?: string
}

interface Reunido {
  papel: Papel
  adjuntos: Archivo[]
  /** Instant of each act, by its folio. */
  instantes: ReadonlyMap<string, string>
  indice: Omit<Indice, 'archivos'>
}

/** The papers of a request: the acuse that she takes with her, the letter that answers her, and its expediente. */
export class PapelesDerechoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: PapelesServices,
  ) {}

  async acuse(quien: Quien, id: string): Promise<ArchivoDerecho> {
    const papel = await act(this.deps.databases, quien, async (tx) => this.papel(tx, await this.issue(tx, quien, id)))
    return { nombre: `acuse-${nameOf(papel.row)}.pdf`, contenido: await this.services.documentos.pdf(toAcuseRecibo(papel)) }
  }

  /** The letter of an act: of one that is recorded, or of one that is being written, marked as a draft. */
  async carta(quien: Quien, id: string, { formato, hecho: folio, ...escrita }: PedirOficio): Promise<ArchivoDerecho> {
    const borrador = escrita.acto !== undefined
    const { papel, hecho, en } = await act(this.deps.databases, quien, async (tx) => {
      const row = borrador ? await this.services.solicitudes.borrador(tx, quien, { id, ...escrita }) : await find(tx, id)
      const hecho = conOficio(row).findLast((each) => borrador || folio === undefined || each.folio === folio)
      if (!hecho) throw new AppError('derecho.acto_no_permitido', { detail: 'Todavía no hay un acto con oficio.' })
      const en = borrador ? null : (await readInstantes(tx, [hecho])).get(hecho.folio)
      return { papel: await this.papel(tx, row, hecho), hecho, en }
    })
    const letter = toOficio({ ...papel, hecho, borrador, en: en ?? papel.hechoEl })
    const { documentos } = this.services
    const contenido = formato === 'pdf' ? await documentos.pdf(letter) : await documentos.docx(letter)
    return {
      nombre: `oficio-${borrador ? 'borrador-' : ''}${OFICIO[hecho.acto] ?? 'respuesta'}-${nameOf(papel.row)}.${formato}`,
      contenido,
    }
  }

  /**
   * The requests of a list, for the annual report. In the bitácora before anybody has it: names of the filters, and never their typed
   * values.
   */
  async informe(
    quien: Quien,
    { formato, texto, ...filtro }: FiltroDerechos & { formato: FormatoInformeDerechos },
  ): Promise<ArchivoDerecho> {
    const { databases, clock } = this.deps
    const { emisor, procesoId, rows } = await act(databases, quien, async (tx) => {
      const proceso = await this.services.procesos.proceso(tx)
      const rows = filtrar(await this.services.solicitudes.list(tx), { ...filtro, texto })
      return { emisor: emisorOf(proceso), procesoId: proceso.id, rows }
    })
    const informe = { emisor, rows, hechoEl: clock.now().toString({ fractionalSecondDigits: 0 }) }
    const contenido = formato === 'csv' ? toInformeCsv(informe) : await this.services.documentos.workbook(toInforme(informe), 'xlsx')
    await this.services.acts.recordReading(quien, {
      acto: 'derechos.exportados',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { formato, ...filtro, conPalabras: texto !== undefined, renglones: rows.length, sha256: sha256(contenido) },
    })
    return { nombre: `solicitudes-arco-${clock.today().toString()}.${formato}`, contenido }
  }

  /** A ZIP that verifies: one PDF with everything in words, the letter to sign, the papers handed in, the acuses and the acts. */
  async expediente(quien: Quien, id: string): Promise<ArchivoDerecho> {
    const { papel, adjuntos, indice, instantes } = await act(this.deps.databases, quien, (tx) => this.gather(tx, quien, id))
    const { documentos, cuentas } = this.services
    const personas = await cuentas.nombrar(cuentasDe(indice.bitacora))
    const archivos: Archivo[] = [
      { ruta: 'expediente.pdf', titulo: 'Expediente', entregables: [], contenido: await documentos.pdf(toExpediente(papel, instantes)) },
      { ruta: 'acuse-de-recibo.pdf', titulo: 'Acuse de recibo', entregables: [], contenido: await documentos.pdf(toAcuseRecibo(papel)) },
      ...(await this.oficios(papel, instantes)),
      ...identificacionDe(papel),
      ...adjuntos,
    ]
    const made: Sellado = { archivos: [], sha256: '' }
    const entries: ZipEntry[] = []
    const sealed = sealedEntries(Readable.from(archivos) as AsyncIterable<Archivo>, {
      indice,
      firma: this.deps.secretos.firma,
      made,
      personas,
    })
    for await (const entry of sealed) entries.push(entry)
    return { nombre: `expediente-${nameOf(papel.row)}.zip`, contenido: await packZip(entries) }
  }

  /** The request whose acuse is handed out: what comes afterwards is no longer in it. The persona's own copy fixes nothing. */
  private async issue(tx: EntityManager, quien: Quien, id: string): Promise<SolicitudDerecho> {
    const row = await find(tx, id)
    if (row.acuseEmitidoEn !== null || !puede(quien.rol, 'derechos.atender')) return row
    const acuseEmitidoEn = toDate(this.deps.clock.now())
    await updateRow(tx, SolicitudDerecho, { where: { id, acuseEmitidoEn: IsNull() }, changes: { acuseEmitidoEn } })
    // If two hand it out at once, the first counts for both.
    return find(tx, id)
  }

  /** Each letter, to be kept and to be edited, in the order of its act. */
  private async oficios(papel: Papel, instantes: ReadonlyMap<string, string>): Promise<Archivo[]> {
    const { documentos } = this.services
    const made: Archivo[] = []
    for (const [at, hecho] of conOficio(papel.row).entries()) {
      const letter = toOficio({
        ...papel,
        ...cartaOf(papel, hecho),
        hecho,
        borrador: false,
        en: instantes.get(hecho.folio) ?? papel.hechoEl,
      })
      const ruta = `oficios/${at + 1}-${OFICIO[hecho.acto] ?? 'respuesta'}`
      made.push({ ruta: `${ruta}.pdf`, titulo: letter.title, entregables: [], contenido: await documentos.pdf(letter) })
      made.push({ ruta: `${ruta}.docx`, titulo: `${letter.title}, para editar`, entregables: [], contenido: await documentos.docx(letter) })
    }
    return made
  }

  /** Read and noted in one transaction. */
  private async gather(tx: EntityManager, quien: Quien, id: string): Promise<Reunido> {
    const row = await this.issue(tx, quien, id)
    const acuseIdentidad = await readAcuseIdentidad(tx, id)
    const papel = { ...(await this.papel(tx, row)), acuseIdentidad }
    const instantes = await readInstantes(tx, [...row.hechos, ...(acuseIdentidad === null ? [] : [{ folio: acuseIdentidad }])])
    const adjuntos = [...(await this.adjuntos(tx, papel)), ...(await readEntregado(tx, this.deps.secretos.llavero, row))]
    const bitacora = await readBitacoraOf(tx, [{ tipo: 'solicitud_derecho', id }])
    const acuses = await readAcusesOf(tx, bitacora)
    const { clave, nombre, simulacro, zona, institutoSiglas, institutoNombre } = await this.services.procesos.proceso(tx)
    await this.services.acts.record(tx, quien, {
      acto: 'derecho.expediente_descargado',
      objeto: objetoDe(id),
      detalle: { folio: row.folio, archivos: adjuntos.length },
    })
    return {
      papel,
      adjuntos,
      instantes,
      indice: {
        formato: 'expediente-1',
        instituto: { siglas: institutoSiglas, nombre: institutoNombre },
        proceso: { clave, nombre, simulacro, zona },
        alcance: `la solicitud ${row.folio}`,
        firmadoEn: this.deps.clock.now().toString({ fractionalSecondDigits: 3 }),
        ...{ entregables: [], bitacora, acuses },
      },
    }
  }

  private async adjuntos(tx: EntityManager, { row, hermanas }: Papel): Promise<Archivo[]> {
    const found = await tx.find(PruebaDerecho, { where: documentosDe(row, hermanas), order: { recibidaEn: 'ASC', id: 'ASC' } })
    return found.map((each, at) => {
      const contenido = decrypt(unwrapDataKey(this.deps.secretos.llavero, placeOf(each), each), each.cifrada, placeOf(each))
      const ruta = `documentos/${at + 1}-${materiaDeArchivo(row, each)}-${nameOf(row)}.${extensionOf(each.medio)}`
      return { ruta, titulo: tituloDeAdjunto(row, each), entregables: [], contenido }
    })
  }

  private async papel(tx: EntityManager, row: SolicitudDerecho, hecho?: Hecho): Promise<Papel> {
    const { procesos, avisos, cuentas } = this.services
    const proceso = await procesos.confirmado(tx)
    const aviso = await avisos.findVigente(tx)
    const hermanas = await readHermanas(tx, row)
    const reglasAviso = proceso.catalogos.aviso
    const reglas = await readReglas(tx, { procesos, clock: this.deps.clock })
    return {
      row,
      emisor: emisorOf(proceso),
      persona: (await readPersonas(tx, [row.candidaturaId])).get(row.candidaturaId) ?? '',
      personas: await dosPersonasDe(row, { ...this.services, zona: proceso.zona }),
      reglas,
      recibio: await recibioDe(row, cuentas),
      hermanas,
      ...cartaOf({ row, hermanas, reglas, reglasAviso }, hecho),
      acuseIdentidad: null,
      acuseCorreo: await readAcuseCorreo(tx, row, proceso.zona),
      ...(await readDocumentacionDePapel(tx, row, hermanas)),
      aviso: toAvisoDePapel(aviso, reglasAviso),
      lugar: lugarDe(proceso),
      acuseAl: row.acuseEmitidoEn && toIso(row.acuseEmitidoEn),
      alAcuse: await readAlAcuse(tx, row),
      reglasAviso,
      hechoEl: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
    }
  }
}

/** Acts that were done before the acuse of a request was first handed out. */
async function readAlAcuse(tx: EntityManager, { hechos, acuseEmitidoEn }: SolicitudDerecho): Promise<Hecho[]> {
  if (acuseEmitidoEn === null || hechos.length === 0) return hechos
  const instantes = await readInstantes(tx, hechos)
  return hechos.filter(({ folio }) => (instantes.get(folio) ?? '') < toIso(acuseEmitidoEn))
}

/** Place of the letters, where the proceso has one. */
function lugarDe({ catalogos }: { catalogos: object }): string {
  return (catalogos as { oficio?: { lugar?: { texto: string } } }).oficio?.lugar?.texto ?? ''
}

function nameOf({ folio }: SolicitudDerecho): string {
  return folio.replaceAll('/', '-')
}

/** The index names the identity document too: a line in the place of the file says where it is. */
function identificacionDe({ row, exhibido, identidadRecibidaEn, emisor }: Papel): Archivo[] {
  if (identidadRecibidaEn === null) return []
  const cual = identificacionEnPalabras(exhibido)
  const texto = `Identificación de la persona titular: ${cual}, recibida el ${instanteEnPalabras(toIso(identidadRecibidaEn), emisor.zona)}.\n${NO_SE_AGREGA}\n`
  const titulo = `Identificación (${cual}), ${row.folio}: no se agrega, se guarda cifrada`
  return [{ ruta: `documentos/0-identificacion-${nameOf(row)}.txt`, titulo, entregables: [], contenido: Buffer.from(texto) }]
}
