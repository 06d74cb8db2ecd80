import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Entities } from './database/databases.ts'
import type { BitacoraService } from './modules/bitacora/index.ts'
import type { Figures } from './operacion/index.ts'
import type { Deps } from './shared/deps.ts'

/** The declaration of a chapter, in its module.ts. `Services` are those of `services.ts` that it uses, its own or of lower chapters. */
export interface Module<Services> {
  /** Tables that its acts touch. Tables of the publisher and of the public routes alone have no entity. */
  entities: Entities
  /** Its private routes; `scope` carries the prefix of the API. */
  routes: (scope: FastifyInstance, deps: Deps, services: Services) => void
  /** Works that go on without being asked. */
  jobs?: Job<Services>[]
  /** Numbers that operations watch: queues, and the age of what waits longest. */
  figures?: Figures[]
  /** "When this, then that": the only way from a module to a higher one. Runs in the transaction of the act. */
  consequences?: (bitacora: BitacoraService, services: Services) => void
}

export interface Job<Services> {
  /** Also in the process that answers the consola, when the rest of the work has a process of its own. */
  everywhere?: true
  start: (services: Services, log: FastifyBaseLogger) => Work
}

export interface Work {
  /** Finishes the work in hand. */
  stop(): Promise<void>
}

/** The services that a function of routes is given. */
export type Given<Routes extends (...args: never[]) => void> = Parameters<Routes> extends [...unknown[], infer Services] ? Services : never
