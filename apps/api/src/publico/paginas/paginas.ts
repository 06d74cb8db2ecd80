import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  direccionComparacion,
  direccionEnIdioma,
  idsOf,
  leerDireccionIdioma,
  MAS_ELEGIDAS,
  PAGINAS_EN_IDIOMAS,
  parseLugar,
  textOfLugar,
} from '@conoceles/domain'
import type { Config } from '../../config.ts'
import { pageHeaders } from '../../shared/http/pages.ts'
import { incrustadaHeaders } from '../incrustar/index.ts'
import { acceptedBy, toAnswer, writeAnswer, type Acepta, type Answer, type AnswersCache } from '../lectura/index.ts'
import type { PaginaPedida, PaginasPedidasService } from './paginas-pedidas.service.ts'

interface Parts {
  config: Pick<Config, 'modo'>
  cache: AnswersCache
  paginas: PaginasPedidasService
}

const ROOM = 8 * 1024 * 1024

/**
 * Hands out the page of a comparison, a filtered list, the ballot of a place or a report. False: the address is another, or the browser
 * makes it.
 */
export function paginaPedidaServer({ config, cache, paginas }: Parts): (request: FastifyRequest, reply: FastifyReply) => Promise<boolean> {
  const headersOf = (ruta: string) => (ruta.startsWith(INCRUSTAR) ? incrustadaHeaders(config) : pageHeaders(config))
  const hechas = cache.estante(ROOM)
  return async (request, reply) => {
    const pedida = pedidaOf(request.raw.url ?? '')
    if (!pedida) return false
    const acepta = acceptedBy(request.raw)
    const answer = hechas.get(pedida.direccion, acepta) ?? (await make(request, pedida, acepta))
    if (!answer) return false
    reply.hijack()
    writeAnswer(request.raw, reply.raw, answer)
    return true
  }

  async function make(request: FastifyRequest, pedida: PaginaPedida, acepta: Acepta): Promise<Answer | null> {
    const [ruta = '/'] = pedida.direccion.split('?')
    const render = async () => {
      const pagina = await paginas.pagina(pedida, acepta)
      return pagina && toAnswer(pagina, { headers: { ...headersOf(ruta), ...cache.headersOf(ruta) }, status: 200 })
    }
    return hechas.keep(pedida.direccion, acepta, render).catch((error: unknown) => {
      // Without its query, which tells a person's search, or where she votes.
      request.log.error({ err: error }, `a page of ${ruta} could not be rendered`)
      return null
    })
  }
}

const INCRUSTAR = '/incrustar/'
const ADDRESS =
  /^(?<ruta>\/comparar|\/candidaturas|\/boleta|\/incrustar\/boleta|\/incrustar\/contienda|\/reportar-error|\/reporte-recibido)\/?(?:\?(?<query>.*))?$/

/** Page that an address asks for; null where the publisher made it, or nobody makes it. */
function pedidaOf(url: string): PaginaPedida | null {
  const idioma = leerDireccionIdioma(url)
  if (!idioma) return enEspanol(url)
  const { codigo, direccion } = idioma
  const pedida = PAGINAS_EN_IDIOMAS.includes(direccion.split('?')[0] ?? '') ? enEspanol(direccion) : null
  return pedida && { ...pedida, direccion: direccionEnIdioma(pedida.direccion, codigo), idioma: codigo }
}

function enEspanol(url: string): PaginaPedida | null {
  const { ruta, query = '' } = ADDRESS.exec(url)?.groups ?? {}
  return ruta === undefined ? null : (PROPIAS[ruta] ?? conConsulta(ruta))(query)
}

/** Addresses that are read, and not taken as they were written. */
const PROPIAS: Record<string, (query: string) => PaginaPedida | null> = {
  '/comparar': comparacionOf,
  '/boleta': boletaOf,
  '/incrustar/boleta': incrustadaOf('/incrustar/boleta', ['municipio', 'seccion', 'distrito']),
  '/incrustar/contienda': incrustadaOf('/incrustar/contienda', ['clave']),
  '/reportar-error': reporteOf,
}

/** Without a query the publisher made it. */
function conConsulta(ruta: string): (query: string) => PaginaPedida | null {
  const comunes: PaginaPedida['comunes'] = ruta === '/candidaturas' ? ['indice'] : []
  return (query) => (query === '' ? null : { direccion: `${ruta}?${query}`, ids: [], comunes })
}

/** One address for each place, however it was written. */
function boletaOf(query: string): PaginaPedida | null {
  const lugar = parseLugar(query)
  return lugar && { direccion: `/boleta?${textOfLugar(lugar)}`, ids: [], comunes: ['indice', 'territorio', 'contiendas'] }
}

/** Part for other sites. Names that it does not know are left out, so that they make no page of their own. */
function incrustadaOf(ruta: string, names: readonly string[]): (query: string) => PaginaPedida {
  return (query) => {
    const asked = new URLSearchParams(query)
    const known = new URLSearchParams(
      [...names, 'tema', 'color'].flatMap((name) => [...asked.getAll(name).slice(0, 1)].map((value) => [name, value])),
    )
    return { direccion: `${ruta}?${known}`, ids: [], comunes: ['indice', 'territorio', 'contiendas'] }
  }
}

/** The form names whose page it is: it is made of her, or of what competes there. */
function reporteOf(query: string): PaginaPedida | null {
  const pedida = conConsulta('/reportar-error')(query)
  const [, kind, clave] = new URLSearchParams(query).get('pagina')?.split('/') ?? []
  if (!pedida || !clave) return pedida
  return { ...pedida, ids: kind === 'candidaturas' ? idsOf(clave) : [], comunes: kind === 'contiendas' ? ['contiendas'] : [] }
}

/** One more than is compared says that they were too many. */
function comparacionOf(query: string): PaginaPedida {
  const ids = idsOf(new URLSearchParams(query).getAll('personas').join()).slice(0, MAS_ELEGIDAS + 1)
  return { direccion: ids.length > 0 ? direccionComparacion(ids) : '/comparar', ids: ids.slice(0, MAS_ELEGIDAS), comunes: [] }
}
