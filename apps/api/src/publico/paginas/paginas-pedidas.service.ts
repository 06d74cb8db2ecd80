import type { Reader } from '../../database/reader.ts'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import { type RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import { encode, readUltimoCorte, takesBrotli, toMade, type Acepta, type EncodedRecurso } from '../lectura/index.ts'
import { readComunes, readIdioma, readPublicadas, type Comunes, type Publicadas } from './paginas-pedidas.queries.ts'

const toBrotli = promisify(brotliCompress)
/** As quick as gzip, and it sees that the data of the page repeat its text. */
const QUALITY = 5
const MEDIO = 'text/html; charset=utf-8'
/** Cortes that come in one after the other while it is made. */
const TURNS = 3

/** A page; null: the browser has to make it; `pasada`: it was made of a corte that is no longer the last. */
type Hecha = EncodedRecurso | null | 'pasada'

/** Answers of which pages of this kind are made. */
const COMUNES = ['proceso', 'indice', 'territorio', 'contiendas'] as const

/** A page to be made: its address with the query, and its sources besides the proceso. */
export interface PaginaPedida {
  direccion: string
  /** Candidaturas, by their ids, whole or their beginnings. */
  ids: readonly string[]
  comunes: readonly Exclude<(typeof COMUNES)[number], 'proceso'>[]
  /** Language in which it is made; absent: Spanish. */
  idioma?: string
}

/**
 * Makes pages on request: comparisons, filtered lists and ballots are without number. It makes them from the public answers of one corte,
 * which the browser would ask for, and from nothing else. Their common answers are read once a corte.
 */
export class PaginasPedidasService {
  private readonly making = new Map<string, Promise<Hecha>>()
  private comunes: Comunes | null = null

  constructor(
    private readonly lector: Reader,
    private readonly renderizador: RenderizadorAPedido,
  ) {}

  /** Null: the browser has to make it. */
  async pagina(pedida: PaginaPedida, acepta: Acepta): Promise<EncodedRecurso | null> {
    for (let turn = 0; turn < TURNS; turn++) {
      const hecha = await this.deAhora(pedida, acepta)
      if (hecha !== 'pasada') return hecha
    }
    return null
  }

  /** A page for one person alone, with her own text: it is kept nowhere. Null: none can be made now. */
  async suya(direccion: string, datos: Readonly<Record<string, string>>): Promise<Buffer | null> {
    this.comunes ??= await readComunes(this.lector, COMUNES)
    return this.comunes && this.renderizador.render({ direccion, datos, comunes: { ...this.comunes, rutas: ['/publico/proceso'] } })
  }

  /** Gives back the memory of rendering. */
  soltar(): void {
    this.comunes = null
    this.renderizador.end()
  }

  private async deAhora(pedida: PaginaPedida, acepta: Acepta): Promise<Hecha> {
    this.comunes ??= await readComunes(this.lector, COMUNES)
    if (!this.comunes) return null
    const key = `${this.comunes.corte} ${acepta} ${pedida.direccion}`
    const known = this.making.get(key)
    if (known) return known
    const made = this.make(pedida, { comunes: this.comunes, acepta }).finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  private async publicadas(ids: readonly string[]): Promise<Publicadas | { corte: null; candidaturas: [] }> {
    return (ids.length > 0 && (await readPublicadas(this.lector, ids))) || { corte: null, candidaturas: [] }
  }

  /** The texts of a language by their path, and none of Spanish; null where there is no such language. */
  private async textosDe(idioma: string | undefined): Promise<Record<string, string> | null> {
    if (idioma === undefined) return {}
    const textos = await readIdioma(this.lector, idioma)
    return textos === null ? null : { [`/publico/idiomas/${idioma}`]: textos }
  }

  /** Makes the page. If an answer was withdrawn or changed meanwhile, the page is not handed out. */
  private async make(
    { direccion, ids, comunes: names, idioma }: PaginaPedida,
    { comunes, acepta }: { comunes: Comunes; acepta: Acepta },
  ): Promise<Hecha> {
    const textos = await this.textosDe(idioma)
    if (!textos) return null
    const publicadas = await this.publicadas(ids)
    const fichas = publicadas.candidaturas.map((texto, n) => [`/publico/candidaturas/${ids[n]}`, texto ?? 'null'])
    const datos = { ...Object.fromEntries(fichas), ...textos }
    const rutas = ['proceso', ...names].map((name) => `/publico/${name}`)
    const html = await this.renderizador.render({ direccion, datos, comunes: { ...comunes, rutas } })
    if (!html) return null
    const { numero } = await readUltimoCorte(this.lector)
    if ([comunes.corte, publicadas.corte ?? numero].some((corte) => corte !== numero)) {
      if (this.comunes === comunes) this.comunes = null
      return 'pasada'
    }
    return encoded(html, acepta)
  }
}

/** Compressed in one way, the one that its caller takes. */
async function encoded(html: Buffer, acepta: Acepta): Promise<EncodedRecurso> {
  if (!takesBrotli(acepta)) return encode(await toMade(html, MEDIO), acepta)
  const body = await toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
  return { sha256: sha256(body), medio: MEDIO, encoding: 'br', body, unica: false }
}
