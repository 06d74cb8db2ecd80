import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { ContradictionError, UnreadableError } from './faults.ts'

/** One line of an extract: an entry as the bitácora has it. */
export interface Line {
  n: number
  contenido: string
  hash: string
}

/** The entries of an extract, each of which follows from the one before. Stops at the first that does not. */
export async function* readActos(file: string): AsyncGenerator<Line> {
  let last = { n: 0, hash: '' }
  for await (const text of linesOf(file)) {
    const line = parse(text, last.n + 1)
    assertFollows(line, last)
    yield line
    last = line
  }
}

function assertFollows({ n, contenido, hash }: Line, last: { n: number; hash: string }): void {
  if (n !== last.n + 1) throw new ContradictionError(`Falta el acto ${last.n + 1} de la bitácora: después del ${last.n} sigue el ${n}.`)
  if (
    hash !==
    createHash('sha256')
      .update(last.hash + contenido)
      .digest('hex')
  ) {
    throw new ContradictionError(`El acto ${n} de la bitácora no es el que se encadenó: se alteró, o se alteró el anterior.`)
  }
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

function parse(text: string, expected: number): Line {
  try {
    const { n, contenido, hash } = JSON.parse(text) as Line
    if (Number.isInteger(n) && typeof contenido === 'string' && typeof hash === 'string') return { n, contenido, hash }
  } catch {
    // Told below.
  }
  throw new ContradictionError(`El renglón del acto ${expected} no tiene la forma de un acto de la bitácora.`)
}
