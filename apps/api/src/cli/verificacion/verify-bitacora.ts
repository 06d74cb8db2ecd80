import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { ContradictionError, UnreadableError } from './faults.ts'
import type { Source } from './source.ts'
import { readCabezas, type Head } from './verify-cabezas.ts'

/** One line of an extract: an entry as the bitácora has it. */
interface Line {
  n: number
  contenido: string
  hash: string
}

/**
 * Checks an extract of the bitácora, line by line: each entry follows from the one before, and at each head that was signed, in a corte or
 * between cortes, it is the entry that was there then. The heads are what a cut tail is found by. Stops at the first entry that does not agree.
 * @param source where the cortes are read from, each checked by its own command; null: the chain alone.
 * @param kept file with heads that somebody kept.
 * @returns how many entries, and the newest that a signature vouches for (0: none).
 */
export async function verifyBitacora(
  file: string,
  { source, kept }: { source: Source | null; kept?: string | undefined },
): Promise<{ actos: number; anclado: number }> {
  const heads = source ? await readHeads(source, kept) : []
  const signed = new Map(heads.map((head) => [head.n, head]))
  let last = { n: 0, hash: '' }
  for await (const text of linesOf(file)) {
    const line = parse(text, last.n + 1)
    judge(line, last, signed.get(line.n))
    last = line
  }
  const beyond = heads.filter(({ n }) => n > last.n).at(0)
  if (beyond) throw new ContradictionError(cutAt(last.n, beyond))
  return { actos: last.n, anclado: heads.at(-1)?.n ?? 0 }
}

function judge({ n, contenido, hash }: Line, last: { n: number; hash: string }, head: Head | undefined): void {
  if (n !== last.n + 1) throw new ContradictionError(`Falta el acto ${last.n + 1} de la bitácora: después del ${last.n} sigue el ${n}.`)
  if (
    hash !==
    createHash('sha256')
      .update(last.hash + contenido)
      .digest('hex')
  ) {
    throw new ContradictionError(`El acto ${n} de la bitácora no es el que se encadenó: se alteró, o se alteró el anterior.`)
  }
  if (head && head.hash !== hash) {
    throw new ContradictionError(`El acto ${n} de la bitácora no es el que firmó ${head.firmante}: la cadena se volvió a escribir.`)
  }
}

function cutAt(last: number, { n, firmante }: Head): string {
  return `A la bitácora le falta el final: termina en el acto ${last} y ${firmante} firmó que ya había ${n}.`
}

/** What was signed of the bitácora, the shortest first. */
async function readHeads(source: Source, kept: string | undefined): Promise<Head[]> {
  const heads = await readCabezas(source, kept)
  for (const corte of await source.numeros()) {
    const { cabecera } = (await source.corte(corte)) as { cabecera?: { bitacora?: { n: number; hash: string } | null } }
    if (cabecera?.bitacora) heads.push({ ...cabecera.bitacora, firmante: `el corte ${corte}` })
  }
  return heads.sort((a, b) => a.n - b.n)
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
