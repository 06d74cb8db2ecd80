import type { FastifyBaseLogger } from 'fastify'
import type { CodificadorService } from './codificador.service.ts'

const EVERY_MS = 1_000

/** Looks once a second at what is being coded; a failure is logged and tried again. */
export function startCodificador(codificador: CodificadorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const turn = () =>
    codificador.turno().catch((error: unknown) => log.error({ err: error }, 'a coding could not go on; it will be tried again'))
  const timer = setInterval(() => {
    if (!stopped) running = running.then(turn)
  }, EVERY_MS)
  return {
    stop: () => {
      stopped = true
      clearInterval(timer)
      return running
    },
  }
}
