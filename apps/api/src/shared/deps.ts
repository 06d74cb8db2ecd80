import type { Config } from '../config.ts'
import type { Databases } from '../database/databases.ts'
import type { Clock } from './clock.ts'
import type { Secretos } from './secretos.ts'

/** What every module receives, by hand, from app.ts. */
export interface Deps {
  config: Config
  databases: Databases
  clock: Clock
  secretos: Secretos
}
