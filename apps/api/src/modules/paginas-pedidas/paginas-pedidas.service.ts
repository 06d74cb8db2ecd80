import type { Reader } from '../../database/reader.ts'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import { readUltimoCorte, toMade, type MadeRecurso } from '../publico/index.ts'
import { readPublicadas, type Pedidas, type Publicadas } from './paginas-pedidas.queries.ts'

const toBrotli = promisify(brotliCompress)
/** As quick as gzip, and it sees that the data of the page repeat its text. */
const QUALITY = 5
/** Cortes that come in one after the other while it is made. */
const TURNS = 3

/** A page; null: the browser has to make it; `pasada`: it was made of a corte that is no longer the last. */
type Hecha = MadeRecurso | null | 'pasada'

/** A page to be made: its address with the query, and what it is made of. */
export interface PaginaPedida extends Pedidas {
  direccion: string
}

/**
 * Pages that are made when somebody asks for them: comparisons and filtered lists are without number. They are made of the same public answers that
 * the browser would ask for, of one corte, and of nothing else.
 */
export class PaginasPedidasService {
  private readonly making = new Map<string, Promise<Hecha>>()

  constructor(
    private readonly lector: Reader,
    private readonly renderizador: RenderizadorAPedido,
  ) {}

  /** Null: the browser has to make it. */
  async pagina(pedida: PaginaPedida): Promise<MadeRecurso | null> {
    for (let turn = 0; turn < TURNS; turn++) {
      const hecha = await this.deAhora(pedida)
      if (hecha !== 'pasada') return hecha
    }
    return null
  }

  /** Gives back what rendering takes of memory. */
  soltar(): void {
    this.renderizador.end()
  }

  private async deAhora(pedida: PaginaPedida): Promise<Hecha> {
    const publicadas = await readPublicadas(this.lector, pedida)
    if (!publicadas) return null
    const key = `${publicadas.corte} ${pedida.direccion}`
    const known = this.making.get(key)
    if (known) return known
    const made = this.make(pedida, publicadas).finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  /** What was withdrawn or changed while it was made is not handed out. */
  private async make({ direccion, ids }: PaginaPedida, { corte, proceso, candidaturas, indice }: Publicadas): Promise<Hecha> {
    const datos: Record<string, string> = { '/publico/proceso': proceso }
    candidaturas.forEach((texto, n) => (datos[`/publico/candidaturas/${ids[n]}`] = texto ?? 'null'))
    if (indice !== null) datos['/publico/indice'] = indice
    const html = await this.renderizador.render({ direccion, datos })
    if (!html) return null
    if ((await readUltimoCorte(this.lector)).numero !== corte) return 'pasada'
    const brotli = await toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    return { ...(await toMade(html.toString('utf8'), 'text/html; charset=utf-8')), brotli }
  }
}
