import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../shared/repeated.ts'
import type { CabezasService } from './cabezas.service.ts'
import type { PublicadorService } from './publicador.service.ts'

const EVERY_MS = 200

interface Work {
  publicador: PublicadorService
  cabezas: CabezasService
}

/**
 * Looks for what is pending five times a second, and signs the head of the bitácora each hour; a failure is logged and tried again, never lost: what
 * is pending stays written.
 */
export function startPublicador({ publicador, cabezas }: Work, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const tell = tellRepeated((error) => log.error({ err: error }, 'publication failed; it will be tried again'))
  const turn = async () => {
    try {
      await publicador.publicar()
      await cabezas.firmar()
      for (const falla of publicador.takeFallas()) log.error({ falla }, 'published in part')
    } catch (error) {
      tell(error)
    }
  }
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
