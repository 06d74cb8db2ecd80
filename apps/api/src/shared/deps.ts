import type { Config } from '../config.ts'
import type { Databases } from '../database/databases.ts'
import type { Clock } from './clock.ts'
import type { Secretos } from './criptografia/secretos.ts'

/** Dependencies of the public world: the reader's pool, and no key. */
export interface PublicDeps {
  config: Config
  databases: Pick<Databases, 'lector'>
  clock: Clock
}

/** Dependencies of every module, passed by hand from app.ts. */
export interface Deps extends PublicDeps {
  databases: Databases
  secretos: Secretos
}
