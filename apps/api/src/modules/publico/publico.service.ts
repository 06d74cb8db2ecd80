import type { Reader } from '../../database/reader.ts'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { searchWords } from '@conoceles/domain'
import { sha256 } from '../../shared/canonical.ts'
import { toIso } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { readContiendasDelDia } from './lista-del-dia.queries.ts'
import type { ListFilter } from './lista.queries.ts'
import { ListasService } from './listas.service.ts'
import { SOBRE } from './sobre.ts'
import type { ListPublicoQueryDto } from './publico.dto.ts'
import {
  existsContienda,
  findCorta,
  findPagina,
  findRecurso,
  findRecursoBySha256,
  historyOf,
  readUltimoCorte,
  type StoredRecurso,
} from './publico.queries.ts'

const PAGE = 20
const toGzip = promisify(gzip)

/** The public world: bytes that somebody already decided to make public. Reads schema `publico` and nothing else. */
export class PublicoService {
  private readonly listas: ListasService

  constructor(private readonly lector: Reader) {
    this.listas = new ListasService(lector)
  }

  recurso(ruta: string): Promise<StoredRecurso> {
    return this.orNotFound(findRecurso(this.lector, ruta))
  }

  recursoBySha256(hash: string): Promise<StoredRecurso> {
    return this.orNotFound(findRecursoBySha256(this.lector, hash))
  }

  /** The page of an address and how it is answered; null where the browser has to make it. */
  async pagina(direccion: string, construccion: string): Promise<{ status: number; recurso: StoredRecurso } | null> {
    const at = (which: string) => findPagina(this.lector, { ruta: `paginas${which}`, construccion })
    const own = await at(direccion)
    if (own) return { status: 200, recurso: own }
    if (MADE_BY_THE_BROWSER.test(direccion)) return null
    const known = await historyOf(this.lector, dataOf(direccion))
    if (known === 'hoy') return null
    const status = known === 'antes' && direccion.startsWith('/candidaturas/') ? 410 : 404
    const recurso = await at(status === 410 ? '/candidatura-retirada' : '/no-encontrada')
    return recurso && { status, recurso }
  }

  /** Whether the pages that are public are of another build, or of another address, than this one. */
  async sonDeOtraConstruccion(construccion: string): Promise<boolean> {
    const inicio = 'paginas/'
    return !(await findPagina(this.lector, { ruta: inicio, construccion })) && (await historyOf(this.lector, inicio)) === 'hoy'
  }

  /** By her id, or by its beginning. */
  async candidatura(id: string): Promise<StoredRecurso> {
    return this.recurso(`candidaturas/${id.includes('-') ? id : (await this.corta(id)).id}`)
  }

  /** Her small photograph, for whoever knows her from the index, which does not carry its address. */
  async fotografiaDe(id: string): Promise<StoredRecurso> {
    const { fotografia } = await this.corta(id.replaceAll('-', ''))
    if (fotografia === null) throw new AppError('ruta.no_existe')
    return this.recurso(fotografia.slice(fotografia.indexOf('fotografias/')))
  }

  async list(query: ListPublicoQueryDto): Promise<StoredRecurso> {
    return toStored(await this.listas.page(toFilter(query)))
  }

  /** Everybody in one contienda, in the order of the day: one answer at one address, so that a copy in files has it too. */
  async contienda(clave: string): Promise<StoredRecurso> {
    const { at, existe, listas } = await this.lector.snapshot(async (tx) => {
      const at = await readUltimoCorte(tx)
      return { at, existe: await existsContienda(tx, clave), listas: await readContiendasDelDia(tx, at, [clave]) }
    })
    if (!existe) throw new AppError('ruta.no_existe')
    const corte = at.en && { numero: at.numero, en: toIso(at.en) }
    return toStored(JSON.stringify({ ...listas.get(clave), corte }).slice(0, -1) + SOBRE)
  }

  private async corta(clave: string): Promise<{ id: string; fotografia: string | null }> {
    const found = await findCorta(this.lector, clave)
    if (!found) throw new AppError('ruta.no_existe')
    return found
  }

  private async orNotFound(found: Promise<StoredRecurso | null>): Promise<StoredRecurso> {
    const recurso = await found
    if (!recurso?.contenido) throw new AppError('ruta.no_existe')
    return recurso
  }
}

/** Addresses of the visor that are of one question of one person: nobody renders them. */
const MADE_BY_THE_BROWSER = /^\/(acuses\/[^/]+|candidaturas\/([0-9a-f]{7,32}|[^/]+\/historia)|comparar|verificar\/\d+\/[^/]+)$/

/** The public answer that a page is of, where its name is the same. */
function dataOf(direccion: string): string {
  return direccion.slice(1).replace(/^aviso-privacidad/, 'avisos-privacidad')
}

/** An answer that is made when it is asked for. It is known by the hash of its compressed form, which is a fifth as long. */
export async function toStored(text: string | Buffer, medio = 'application/json; charset=utf-8'): Promise<StoredRecurso> {
  const contenido = typeof text === 'string' ? Buffer.from(text) : text
  const gzip = await compress(contenido)
  return { sha256: sha256(gzip), medio, contenido, gzip, brotli: null }
}

/** Handing a short text to another thread costs three times what compressing it does. */
const SHORT = 32 * 1024
/** Half the time of the best, for a twentieth more bytes. */
const FAST = 3

/** Copied out of the room that was made for it, which is many times as large. */
async function compress(contenido: Buffer): Promise<Buffer> {
  return Buffer.from(contenido.length <= SHORT ? gzipSync(contenido, { level: FAST }) : await toGzip(contenido, { level: FAST }))
}

const ALL: ListFilter = {
  palabras: [],
  cargo: null,
  contienda: null,
  distrito: null,
  municipio: null,
  comunidad: null,
  estatus: null,
  actor: null,
  calidad: null,
  sexo: null,
  edadDesde: null,
  edadHasta: null,
  escolaridad: null,
  accionAfirmativa: null,
  conPropuestas: null,
  despues: null,
  limite: PAGE,
}

function toFilter(query: ListPublicoQueryDto): ListFilter {
  const { q, ...filter } = query
  return { ...ALL, ...filter, palabras: words(q ?? '') }
}

const MAX_WORDS = 6

/** The words of a search, as the publisher stored those of the names. */
function words(text: string): string[] {
  return [...new Set(searchWords(text))].slice(0, MAX_WORDS)
}
