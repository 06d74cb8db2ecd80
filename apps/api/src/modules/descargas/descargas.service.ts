import type { DataSource, EntityManager } from 'typeorm'
import { toIso } from '../../shared/clock.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { AppError } from '../../shared/errors.ts'
import { archivoDe, ARCHIVOS, rutaDescarga, type NombreArchivo } from './archivos.ts'
import type { ListDescargasDto } from './descargas.dto.ts'
import { listRutasCandidaturas, readDocumentos, readRecursos, readUltimoCorte } from './descargas.queries.ts'
import type { FuenteCorte } from './fuente.ts'
import { Paquete } from './paquete.ts'
import { entradasDe } from './tabla-diccionario.ts'
import type { Descarga } from './texto-comprimido.ts'

interface DescargasParts {
  documentos: Documentos
  origen: string
}

/** A download, and the name under which it is kept: it says of which corte it is. */
export interface Entrega {
  descarga: Descarga
  nombre: string
}

const BATCH = 250

/**
 * The downloads of the newest corte. They are made of its public answers each time a corte comes in and somebody asks, and of nothing
 * that was kept: what left the public answers is in no download from then on. One corte at a time; who asks meanwhile waits for it.
 */
export class DescargasService {
  private vigente: { corte: number; paquete: Promise<Paquete> } | null = null
  private turn: Promise<Paquete | null> = Promise.resolve(null)

  constructor(
    private readonly lector: DataSource,
    private readonly parts: DescargasParts,
  ) {}

  async archivo(nombre: NombreArchivo): Promise<Entrega> {
    const paquete = await this.paquete()
    return { descarga: await paquete.archivo(nombre), nombre: nombreFechado(paquete, nombre) }
  }

  async list(): Promise<ListDescargasDto> {
    const paquete = await this.paquete()
    const { sitio } = paquete
    const elementos: ListDescargasDto['elementos'] = []
    for (const { archivo } of [...paquete.datos(), ...ARCHIVOS.filter(({ clase }) => clase === 'descripcion')]) {
      const { bytes, sha256 } = await paquete.archivo(archivo)
      const { titulo, descripcion, clase, medio } = archivoDe(archivo)
      const about = { archivo, nombre: nombreFechado(paquete, archivo), titulo, descripcion, clase, medio }
      elementos.push({ ...about, bytes, sha256, url: rutaDescarga(archivo) })
    }
    const campos = entradasDe(paquete.tablas(), sitio).map(({ archivo, nombre, titulo, significado, tipo, licencia, ...rest }) => {
      const { catalogo = null, fundamento = null, confianza = null } = rest
      return { archivo, columna: nombre, titulo, significado, tipo, catalogo, fundamento, confianza, licencia }
    })
    const { licencias } = sitio.diccionario
    return { elementos, campos, licencias, corte: sitio.corte, conjunto: rutaDescarga('todo.zip'), documentacion: '/api/docs' }
  }

  private async paquete(): Promise<Paquete> {
    const row = await readUltimoCorte(this.lector.manager)
    if (!row) throw new AppError('ruta.no_existe')
    if (this.vigente?.corte === row.numero) return this.vigente.paquete
    const paquete = this.turn.then((last) => (last && last.sitio.corte.numero >= row.numero ? last : this.leer()))
    const vigente = { corte: row.numero, paquete }
    this.vigente = vigente
    this.turn = paquete.catch(() => {
      if (this.vigente === vigente) this.vigente = null
      return null
    })
    return paquete
  }

  /** One snapshot of the public tables, however many cortes come in meanwhile. */
  private leer(): Promise<Paquete> {
    return this.lector.transaction('REPEATABLE READ', async (tx) => Paquete.leer(await fuenteOf(tx), this.parts))
  }
}

async function fuenteOf(tx: EntityManager): Promise<FuenteCorte> {
  const row = await readUltimoCorte(tx)
  if (!row) throw new AppError('ruta.no_existe')
  const recursos = await readRecursos(tx)
  const rutas = await listRutasCandidaturas(tx)
  return {
    corte: { numero: row.numero, en: toIso(row.en), sha256: row.sha256 },
    recurso: (ruta) => Promise.resolve(recursos.get(ruta) ?? null),
    async *documentos() {
      for (let at = 0; at < rutas.length; at += BATCH) yield await readDocumentos(tx, rutas.slice(at, at + BATCH))
    },
  }
}

function nombreFechado({ sitio }: Paquete, archivo: string): string {
  return `conoceles-${sitio.proceso.clave}-corte-${sitio.corte.numero}-${archivo}`
}
