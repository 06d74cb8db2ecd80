import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { renglonesDe, type RenglonExtracto } from '@conoceles/domain'
import { criptografia } from './criptografia.ts'
import { UnreadableError } from './faults.ts'

/** The entries of an extract, each of which follows from the one before. Stops at the first that does not. */
export function readActos(file: string): AsyncGenerator<RenglonExtracto> {
  return renglonesDe(linesOf(file), criptografia)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file)
  const failed = new Promise<never>((_resolve, reject) => {
    stream.once('error', (error: NodeJS.ErrnoException) => reject(new UnreadableError(`No se pudo leer ${file}: ${error.code ?? ''}.`)))
  })
  failed.catch(() => undefined)
  await Promise.race([failed, new Promise<void>((resolve) => stream.once('readable', () => resolve()))])
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line !== '') yield line
}
