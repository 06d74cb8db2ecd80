import type { FastifyBaseLogger } from 'fastify'
import type { Services } from './services.ts'
import type { Config } from './config.ts'
import { startCodificador } from './modules/informes/codificaciones/index.ts'
import { startSupresor } from './modules/derechos/conclusion/index.ts'
import { startImportador } from './modules/intercambio/importaciones/index.ts'
import { startPublicador } from './modules/publicacion/index.ts'
import { startRecordador } from './modules/programa/recordatorios/index.ts'

export interface Work {
  /** Finishes the work in hand. */
  stop(): Promise<void>
}

interface Workplace {
  services: Services
  config: Config
  log: FastifyBaseLogger
}

/** Starts the background works that SERVICIO names: the publisher, the reminders, the imports, the suppression, the codings. */
export function startWork({ services, config: { servicio }, log }: Workplace): Work {
  const works: Work[] = [
    startImportador(services.importador, log),
    ...(servicio === 'trabajos'
      ? [
          startRecordador(services.recordatorios.recordador, log),
          startSupresor(services.conclusion.supresor, log),
          startPublicador(services, log),
          startCodificador(services.codificaciones.codificador, log),
        ]
      : []),
  ]
  return {
    stop: async () => {
      for (const work of works) await work.stop()
    },
  }
}
