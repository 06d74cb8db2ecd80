import type { Reader } from '../../database/reader.ts'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { direccionComparacion, MAS_ELEGIDAS } from '@conoceles/domain'
import { type RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import { readUltimoCorte, toMade, type MadeRecurso } from '../publico/index.ts'
import { readPublicadas, type Publicadas } from './comparaciones.queries.ts'

const toBrotli = promisify(brotliCompress)
/** As quick as gzip, and it sees that the data of the page repeat its text. */
const QUALITY = 5
/** Cortes that come in one after the other while it is made. */
const TURNS = 3

/** A page; null: the browser has to make it; `pasada`: it was made of a corte that is no longer the last. */
type Hecha = MadeRecurso | null | 'pasada'

/**
 * The page of a comparison, made when somebody asks: of thousands of candidaturas nobody can publish each pair. It is made of the same public answers
 * that the browser would ask for, of one corte, and of nothing else.
 */
export class ComparacionesService {
  private readonly making = new Map<string, Promise<Hecha>>()

  constructor(
    private readonly lector: Reader,
    private readonly renderizador: RenderizadorAPedido,
  ) {}

  /** Of those of an address, in its order; one more than is shown says that they were too many. Null: the browser has to make it. */
  async pagina(ids: readonly string[]): Promise<MadeRecurso | null> {
    for (let turn = 0; turn < TURNS; turn++) {
      const hecha = await this.deAhora(ids)
      if (hecha !== 'pasada') return hecha
    }
    return null
  }

  /** Gives back what rendering takes of memory. */
  soltar(): void {
    this.renderizador.end()
  }

  private async deAhora(ids: readonly string[]): Promise<Hecha> {
    const publicadas = await readPublicadas(this.lector, ids.slice(0, MAS_ELEGIDAS))
    if (!publicadas) return null
    const key = `${publicadas.corte} ${ids.join()}`
    const known = this.making.get(key)
    if (known) return known
    const made = this.make(ids, publicadas).finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  /** What was withdrawn or changed while it was made is not handed out. */
  private async make(ids: readonly string[], { corte, proceso, candidaturas }: Publicadas): Promise<Hecha> {
    const known = candidaturas.map((texto, n) => [`/publico/candidaturas/${ids[n]}`, texto ?? 'null'])
    const html = await this.renderizador.render({
      direccion: ids.length > 0 ? direccionComparacion(ids) : '/comparar',
      datos: { '/publico/proceso': proceso, ...(Object.fromEntries(known) as Record<string, string>) },
    })
    if (!html) return null
    if ((await readUltimoCorte(this.lector)).numero !== corte) return 'pasada'
    const brotli = await toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    return { ...(await toMade(html.toString('utf8'), 'text/html; charset=utf-8')), brotli }
  }
}
