import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs an ES module beside this file with `input` as JSON on its standard input, and reads the JSON it prints. */
export function runModule<T>(name: string, input: unknown): T {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, name)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(output) as T
}
