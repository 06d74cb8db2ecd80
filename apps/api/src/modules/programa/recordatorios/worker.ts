import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../../shared/http/repeated.ts'
import type { RecordadorService } from './recordador.service.ts'

const EVERY_MS = 5_000

/** Looks every five seconds for due messages, also for those that an earlier process left in the middle. */
export function startRecordador(recordador: RecordadorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let stopped = false
  let busy = false
  let running: Promise<void> = Promise.resolve()
  const tell = tellRepeated((error) => log.error({ err: error }, 'reminders were not looked at; it will be tried again'))
  const turn = async () => {
    busy = true
    try {
      await recordador.trabajar(log)
    } catch (error) {
      tell(error)
    }
    busy = false
  }
  const look = () => {
    if (!stopped && !busy) running = turn()
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  return {
    stop: () => {
      stopped = true
      clearInterval(timer)
      recordador.detener()
      return running
    },
  }
}
