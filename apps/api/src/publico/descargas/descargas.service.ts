import type { Asked, Reader } from '../../database/reader.ts'
import { join } from 'node:path'
import { toIso } from '../../shared/clock.ts'
import { AppError } from '../../shared/http/errors.ts'
import { archivoDe, ARCHIVOS, rutaDescarga, type NombreArchivo } from './archivos.ts'
import type { ArchivoDescargaDto, ListDescargasDto } from './descargas.dto.ts'
import { countCandidaturas, listRutasCandidaturas, readDocumentos, readRecursos, readUltimoCorte } from './descargas.queries.ts'
import type { Entrega } from './entrega.ts'
import { readSitio, type Sitio } from './fuente.ts'
import { datosDe, tablasDe } from './contenido.ts'
import { CorteRelevado, Produccion } from './produccion.ts'
import { entradasDe } from './tablas/index.ts'

interface DescargasParts {
  /** Folder with the built workers. */
  trabajadores: string
  origen: string
}

/** Description of a corte's downloads, and the files themselves once somebody asks for one. */
interface Vigente {
  corte: number
  sitio: Sitio
  cuantas: number
  produccion: Produccion | null
}

const BATCH = 250

/**
 * The downloads of the newest corte, made from its public answers once somebody asks for one of them, and from nothing that was kept. An
 * answer that left the public world is in no download from then on.
 */
export class DescargasService {
  private vigente: Promise<Vigente> | null = null

  constructor(
    private readonly lector: Reader,
    private readonly parts: DescargasParts,
  ) {}

  async archivo(nombre: NombreArchivo): Promise<Entrega> {
    try {
      const entrega = await this.produccion(await this.ultimo()).archivo(nombre)
      if (!entrega) throw new AppError('exportacion.demasiado_grande')
      return entrega
    } catch (error) {
      if (error instanceof CorteRelevado) return this.archivo(nombre)
      throw error
    }
  }

  /** Makes nothing: it tells size and hash of finished files only. */
  async list(): Promise<{ lista: ListDescargasDto; completa: boolean }> {
    const { sitio, cuantas, produccion } = await this.ultimo()
    const elementos = [...datosDe(cuantas), ...ARCHIVOS.filter(({ clase }) => clase === 'descripcion')].map(({ archivo }) => {
      const { titulo, descripcion, clase: kind, medio } = archivoDe(archivo)
      const clase: ArchivoDescargaDto['clase'] = kind === 'datos' ? 'datos' : 'descripcion'
      const about = { archivo, nombre: nombreFechado(sitio, archivo), titulo, descripcion, clase, medio }
      const { bytes = null, sha256 = null } = produccion?.hecha(archivo) ?? {}
      return { ...about, bytes, sha256, url: rutaDescarga(archivo) }
    })
    const campos = entradasDe(tablasDe(sitio), sitio).map(({ archivo, nombre, titulo, significado, tipo, licencia, ...rest }) => {
      const { catalogo = null, fundamento = null, confianza = null } = rest
      return { archivo, columna: nombre, titulo, significado, tipo, catalogo, fundamento, confianza, licencia }
    })
    const { licencias } = sitio.diccionario
    const rest = { conjunto: rutaDescarga('todo.zip'), documentacion: '/api/docs', copia: null }
    return {
      lista: { elementos, campos, licencias, corte: sitio.corte, ...rest },
      completa: elementos.every(({ sha256 }) => sha256 !== null),
    }
  }

  /** There is a newer corte, or the process ends: finished files are given up at once. */
  async soltar(): Promise<void> {
    const last = this.vigente
    this.vigente = null
    const { produccion } = (await last?.catch(() => null)) ?? {}
    await produccion?.soltar()
  }

  private async ultimo(): Promise<Vigente> {
    const row = await readUltimoCorte(this.lector)
    if (!row) throw new AppError('ruta.no_existe')
    const known = await this.vigente?.catch(() => null)
    if (known && known.corte >= row.numero) return known
    if (known) await this.soltar()
    this.vigente ??= this.leer()
    return this.vigente
  }

  /** One snapshot of the public tables, however many cortes come in meanwhile. */
  private leer(): Promise<Vigente> {
    return this.lector.snapshot(async (tx) => {
      const corte = await corteOf(tx)
      const recursos = await readRecursos(tx)
      const sitio = await readSitio({ corte, origen: this.parts.origen, recurso: (ruta) => Promise.resolve(recursos.get(ruta) ?? null) })
      return { corte: corte.numero, sitio, cuantas: await countCandidaturas(tx), produccion: null }
    })
  }

  /** Made once for all requests; after a failure the next request starts anew. */
  private produccion(vigente: Vigente): Produccion {
    if (vigente.produccion && !vigente.produccion.falla) return vigente.produccion
    const { sitio, cuantas, corte } = vigente
    vigente.produccion = new Produccion({
      workerPath: join(this.parts.trabajadores, 'descargas.worker.js'),
      encargo: { sitio, cuantas },
      documentos: this.documentos(corte),
      nombreDe: (archivo) => nombreFechado(sitio, archivo),
    })
    return vigente.produccion
  }

  /** The pages of one corte, in one snapshot, as fast as they are taken. */
  private async *documentos(corte: number): AsyncGenerator<readonly Buffer[]> {
    const snapshot = await this.lector.openSnapshot()
    try {
      if ((await corteOf(snapshot)).numero !== corte) throw new CorteRelevado('there is a newer corte')
      const rutas = await listRutasCandidaturas(snapshot)
      for (let at = 0; at < rutas.length; at += BATCH) yield await readDocumentos(snapshot, rutas.slice(at, at + BATCH))
    } finally {
      await snapshot.close()
    }
  }
}

async function corteOf(tx: Asked): Promise<Sitio['corte']> {
  const row = await readUltimoCorte(tx)
  if (!row) throw new AppError('ruta.no_existe')
  return { numero: row.numero, en: toIso(row.en), sha256: row.sha256 }
}

function nombreFechado({ proceso, corte }: Sitio, archivo: string): string {
  return `conoceles-${proceso.clave}-corte-${corte.numero}-${archivo}`
}
