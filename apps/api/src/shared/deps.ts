import type { Config } from '../config.ts'
import type { Databases } from '../database/databases.ts'
import type { Clock } from './clock.ts'
import type { Secretos } from './secretos.ts'

/** What the public world receives: the reader's pool, and no key. */
export interface PublicDeps {
  config: Config
  databases: Pick<Databases, 'lector'>
  clock: Clock
}

/** What every module receives, by hand, from app.ts. */
export interface Deps extends PublicDeps {
  databases: Databases
  secretos: Secretos
}
