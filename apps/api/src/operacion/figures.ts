import type { DatabaseRole } from '../database/pools.ts'

/** Numbers that are read together, when operations ask for them. Counts alone: nothing of anybody. */
export interface Figures {
  role: Exclude<DatabaseRole, 'lector'>
  /** One row; each column is a figure, in seconds or pieces. */
  sql: string
  /** Meaning of each column, in Spanish. */
  help: Readonly<Record<string, string>>
}
