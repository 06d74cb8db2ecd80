import { codeOf } from '@conoceles/domain/typed'
import { ConfigError } from '../config.ts'

// No password was made, or PostgreSQL knows no such account, schema or function.
const NOT_PREPARED = new Set(['ENOENT', '28P01', '3F000', '42883'])

/** For a `catch`: another process prepares the database, and has not done so yet. */
export function blameUnprepared(error: unknown): never {
  if (!NOT_PREPARED.has(codeOf(error))) throw error
  throw new ConfigError('La base de datos aún no está preparada: la prepara otro proceso (SERVICIO=preparar), que se inicia antes.')
}
