import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../../shared/http/repeated.ts'
import type { ImportadorService } from './importador.service.ts'

const EVERY_MS = 500

/** Looks for imports to go on with twice a second, also for those that an earlier process left in the middle. */
export function startImportador(importador: ImportadorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let stopped = false
  let busy = false
  let running: Promise<void> = Promise.resolve()
  const tell = tellRepeated((error) => log.error({ err: error }, 'imports were not looked at; it will be tried again'))
  const turn = async () => {
    busy = true
    try {
      await importador.trabajar(log)
    } catch (error) {
      tell(error)
    }
    busy = false
  }
  const timer = setInterval(() => {
    if (!stopped && !busy) running = turn()
  }, EVERY_MS)
  return {
    stop: () => {
      stopped = true
      clearInterval(timer)
      importador.detener()
      return running
    },
  }
}
