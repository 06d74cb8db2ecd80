import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const MESSAGES = join(__dirname, '../../apps/visor/src/messages/es-MX')

/** Every text of the visor in Spanish, by its key. */
export function mensajesEnEspanol(): Record<string, string> {
  const files = readdirSync(MESSAGES).map((file) => JSON.parse(readFileSync(join(MESSAGES, file), 'utf8')) as object)
  return Object.fromEntries(files.flatMap((file) => leaves(file, '')))
}

function leaves(tree: object, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, string | object]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}
