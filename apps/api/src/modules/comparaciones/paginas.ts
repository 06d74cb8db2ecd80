import type { FastifyReply, FastifyRequest } from 'fastify'
import { idsOf, MAS_ELEGIDAS } from '@conoceles/domain'
import type { Config } from '../../config.ts'
import { pageHeaders } from '../../shared/pages.ts'
import { acceptedBy, encode, toAnswer, writeAnswer, type Acepta, type Answer, type AnswersCache } from '../publico/index.ts'
import type { ComparacionesService } from './comparaciones.service.ts'

interface Parts {
  config: Pick<Config, 'modo'>
  cache: AnswersCache
  comparaciones: ComparacionesService
}

const ADDRESS = /^\/comparar\/?(?:\?(?<query>.*))?$/
const ROOM = 4 * 1024 * 1024

/** Hands out the page of a comparison; false: the address is another, or the browser makes it. */
export function comparacionServer({
  config,
  cache,
  comparaciones,
}: Parts): (request: FastifyRequest, reply: FastifyReply) => Promise<boolean> {
  const headers = pageHeaders(config)
  const hechas = cache.estante(ROOM)
  return async (request, reply) => {
    const asked = ADDRESS.exec(request.raw.url ?? '')
    if (!asked) return false
    const ids = idsOf(new URLSearchParams(asked.groups?.query).getAll('personas').join()).slice(0, MAS_ELEGIDAS + 1)
    const acepta = acceptedBy(request.raw)
    const answer = hechas.get(ids.join(), acepta) ?? (await make(request, ids, acepta))
    if (!answer) return false
    reply.hijack()
    writeAnswer(request.raw, reply.raw, answer)
    return true
  }

  async function make(request: FastifyRequest, ids: string[], acepta: Acepta): Promise<Answer | null> {
    const render = async () => {
      const pagina = await comparaciones.pagina(ids)
      return pagina && toAnswer(encode(pagina, acepta), { headers: { ...headers, ...cache.headersOf('/comparar') }, status: 200 })
    }
    return hechas.keep(ids.join(), acepta, render).catch((error: unknown) => {
      request.log.error({ err: error }, 'a comparison could not be rendered')
      return null
    })
  }
}
