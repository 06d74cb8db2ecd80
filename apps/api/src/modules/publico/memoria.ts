import type { Ahead } from '../../shared/http-server.ts'
import { writeAnswer, type AnswersCache } from './answers.ts'
import { acceptedBy } from './encodings.ts'
import { direccionOf, keyOfPagina } from './paginas.ts'

const API = '/api/'

/**
 * What is in memory, handed out before the framework looks at the request: routing it, naming it and asking who may see it cost as much again
 * as the answer, which everybody may see. The routes answer what is asked for the first time, and only they put something into this memory.
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
