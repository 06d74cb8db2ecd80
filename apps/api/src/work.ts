import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import type { Work } from './module.ts'
import { MODULES } from './modules.ts'
import type { Services } from './services.ts'

interface Workplace {
  services: Services
  config: Config
  log: FastifyBaseLogger
}

/** Starts the background works that SERVICIO names: in `trabajos` all of them, elsewhere those that every process has. */
export function startWork({ services, config: { servicio }, log }: Workplace): Work {
  const jobs = MODULES.flatMap((module) => module.jobs ?? []).filter(({ everywhere }) => servicio === 'trabajos' || everywhere)
  const works = jobs.map((job) => job.start(services, log))
  return {
    stop: async () => {
      for (const work of works) await work.stop()
    },
  }
}
