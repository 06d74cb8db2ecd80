import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import { pageHeaders } from '../../shared/http/pages.ts'
import { toAnswer, toRedirect, writeAnswer, type Answer, type AnswersCache } from '../engine/answers.ts'
import { direccionOf, keyOfPagina } from '../engine/direccion.ts'
import { acceptedBy, type Acepta } from '../engine/encodings.ts'
import { direccionCanonica } from './direccion-canonica.ts'
import type { PublicoService } from './publico.service.ts'

interface Parts {
  config: Pick<Config, 'modo'>
  publico: PublicoService
  cache: AnswersCache
  /** Build of the visor that this process serves: pages of another name files that it does not have. */
  construccion: string
}

const ASKS_FOR_PLACE = /^(\/idioma\/[a-z0-9-]+)?\/boleta/

/** Hands out the page of an address, if it was rendered; false: the browser makes it. */
export function paginaServer({
  config,
  publico,
  cache,
  construccion,
}: Parts): (request: FastifyRequest, reply: FastifyReply) => Promise<boolean> {
  const headers = pageHeaders(config)
  return async (request, reply) => {
    const answer = await answerTo(request.raw.url ?? '/', acceptedBy(request.raw))
    if (!answer) return false
    reply.hijack()
    writeAnswer(request.raw, reply.raw, answer)
    return true
  }

  async function answerTo(url: string, acepta: Acepta): Promise<Answer | null> {
    const meant = direccionCanonica(url)
    if (meant !== url) return toRedirect(meant, headers)
    // An address of a ballot that nobody could make gets the page that asks for a place.
    const direccion = direccionOf(url) ?? ASKS_FOR_PLACE.exec(url)?.[0] ?? null
    return direccion === null ? null : find(direccion, acepta)
  }

  async function find(direccion: string, acepta: Acepta): Promise<Answer | null> {
    const read = async () => {
      const entera = await publico.direccionEntera(direccion)
      if (entera !== null) return toRedirect(entera, { ...headers, ...cache.headersOf(direccion) })
      const pagina = await publico.pagina(direccion, { construccion, acepta })
      return pagina && toAnswer(pagina.recurso, { headers: { ...headers, ...cache.headersOf(direccion) }, status: pagina.status })
    }
    return cache.keep(keyOfPagina(direccion), acepta, read)
  }
}
