import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import { countConnections, type Databases } from './database/databases.ts'
import { readRow } from './database/rows.ts'
import { MODULES } from './modules.ts'
import { startOperations } from './operacion/index.ts'
import type { AnswersCache } from './publico/lectura/index.ts'

interface Watched {
  config: Config
  databases: Databases
  /** Null: this process serves no public answer. */
  cache: AnswersCache | null
  log: FastifyBaseLogger
}

/** Lets operations watch a process of the private world, with what its chapters count. Answers how to end it. */
export function startWatch({ config, databases, cache, log }: Watched): Promise<() => Promise<void>> {
  return startOperations({
    config,
    log,
    cache,
    lector: databases.lector,
    pools: () => countConnections(databases),
    figures: MODULES.flatMap(({ figures }) => figures ?? []),
    read: async ({ role, sql }) => {
      try {
        return await readRow<Record<string, number>>(databases[role], sql)
      } catch (error) {
        log.error({ err: error }, 'figures could not be read')
        return null
      }
    },
  })
}
