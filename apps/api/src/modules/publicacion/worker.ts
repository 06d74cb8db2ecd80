import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { tellRepeated } from '../../shared/http/repeated.ts'
import type { CabezasService } from './corte/cabezas.service.ts'
import type { PublicadorService } from './publicador.service.ts'

const LOOK_MS = 50
/** One look in so many also serves work that only a clock calls for, and work that failed. */
const LOOKS = 4

interface Work {
  publicador: PublicadorService
  cabezas: CabezasService
}

/**
 * Publishes the changes of an act within a blink, and signs the head of the bitácora each hour. A failure is logged and tried again, never
 * lost: pending rows stay written.
 */
export function startPublicador({ publicador, cabezas }: Work, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let stopped = false
  let failed = false
  let looks = 0
  const tell = tellRepeated((error) => log.error({ err: error }, 'publication failed; it will be tried again'))
  const isTurn = async () => {
    looks = (looks + 1) % LOOKS
    return looks === 0 || (!failed && (await publicador.hayPendientes()))
  }
  const look = async () => {
    try {
      if (!(await isTurn())) return
      await publicador.publicar()
      await publicador.prepare()
      await cabezas.firmar()
      for (const falla of publicador.takeFallas()) log.error({ falla }, 'published in part')
      failed = false
    } catch (error) {
      failed = true
      tell(error)
    }
  }
  const running = (async () => {
    for (; !stopped; await sleep(LOOK_MS)) await look()
  })()
  return {
    stop: () => {
      stopped = true
      return running
    },
  }
}
