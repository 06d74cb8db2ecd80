import type { FastifyBaseLogger } from 'fastify'
import type { SupresorService } from './supresor.service.ts'

const EVERY_MS = 2_000

/** Looks for an ordered suppression every two seconds, also for one that an earlier process left in the middle. */
export function startSupresor(supresor: SupresorService, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let busy = false
  let running: Promise<void> = Promise.resolve()
  const turn = async () => {
    busy = true
    try {
      await supresor.trabajar(log)
    } catch (error) {
      log.error({ err: error }, 'the suppression was not looked at; it will be tried again')
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
