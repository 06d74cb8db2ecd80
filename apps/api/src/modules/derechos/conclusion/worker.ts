import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../../shared/http/repeated.ts'
import type { SupresorService } from './supresor.service.ts'

const EVERY_MS = 2_000

/** Looks for an ordered suppression every two seconds, also for one that an earlier process left in the middle. */
export function startSupresor(supresor: SupresorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let busy = false
  let running: Promise<void> = Promise.resolve()
  const tell = tellRepeated((error) => log.error({ err: error }, 'the suppression was not looked at; it will be tried again'))
  const turn = async () => {
    busy = true
    try {
      await supresor.trabajar(log)
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
      supresor.detener()
      return running
    },
  }
}
