import type { Ahead } from '../../shared/http/http-server.ts'
import { writeAnswer, type AnswersCache } from './answers.ts'
import { acceptedBy } from './encodings.ts'
import { direccionOf, keyOfPagina } from './direccion.ts'

const API = '/api/'

/**
 * Serves cached answers before routing and authorisation, which cost as much again as the answer. Everybody may see these answers. Only the
 * routes put something into this memory: they answer the first request.
 */
export function fromMemory(cache: AnswersCache): Ahead {
  return (request, response) => {
    const { method, url = '/' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const direccion = url.startsWith(API) ? null : direccionOf(url)
    const answer = cache.get(direccion === null ? url : keyOfPagina(direccion), acceptedBy(request))
    if (answer) writeAnswer(request, response, answer)
    return answer !== undefined
  }
}
