import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../../shared/http/repeated.ts'
import type { CodificadorService } from './codificador.service.ts'

const EVERY_MS = 1_000

/** Looks once a second at open codings, unless it still does; a failure is logged and tried again. */
export function startCodificador(codificador: CodificadorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let busy = false
  let running: Promise<void> = Promise.resolve()
  const tell = tellRepeated((error) => log.error({ err: error }, 'a coding could not go on; it will be tried again'))
  const turn = async () => {
    busy = true
    try {
      await codificador.turno()
    } catch (error) {
      tell(error)
    }
    busy = false
  }
  const timer = setInterval(() => {
    if (!busy) running = turn()
  }, EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}
