import type { Criptografia } from './criptografia.ts'
import { ContradictionError, UnreadableError } from './fallas.ts'
import { fieldsOf, parseJson } from '../../base/typed.ts'

/** One line of an extract: an entry as the bitácora has it. */
export interface RenglonExtracto {
  n: number
  contenido: string
  hash: string
}

/** The entries of an extract, each of which follows from the one before. Stops at the first that does not. */
export async function* renglonesDe(
  lines: AsyncIterable<string>,
  { sha256 }: Pick<Criptografia, 'sha256'>,
): AsyncGenerator<RenglonExtracto> {
  let last = { n: 0, hash: '' }
  for await (const text of lines) {
    const renglon = parse(text, last.n + 1)
    if (renglon.n !== last.n + 1) throw new ContradictionError(gapAt(last.n, renglon.n), last.n + 1)
    if (renglon.hash !== (await sha256(last.hash + renglon.contenido))) throw new ContradictionError(alteredAt(renglon.n), renglon.n)
    yield renglon
    last = renglon
  }
  if (last.n === 0) throw new UnreadableError('El archivo está vacío: no es un extracto de la bitácora.')
}

function gapAt(last: number, next: number): string {
  return `Falta el acto ${last + 1} de la bitácora: después del ${last} sigue el ${next}.`
}

function alteredAt(n: number): string {
  return `El acto ${n} de la bitácora no es el que se encadenó: se alteró, o se alteró el anterior.`
}

/** A file whose first line is no entry is another file: it accuses nobody. */
function parse(text: string, expected: number): RenglonExtracto {
  const found = entryOf(text)
  if (found) return found
  const shape = `El renglón del acto ${expected} no tiene la forma de un acto de la bitácora`
  if (expected === 1) throw new UnreadableError(`${shape}: el archivo no es un extracto de la bitácora.`)
  throw new ContradictionError(`${shape}.`, expected)
}

/** Members of the content of an entry. An entry that was written by somebody else may say anything. */
export function contenidoDe({ contenido }: Pick<RenglonExtracto, 'contenido'>): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(contenido))
  } catch {
    return {}
  }
}

function entryOf(text: string): RenglonExtracto | null {
  try {
    const { n, contenido, hash } = parseJson<RenglonExtracto>(text)
    return Number.isInteger(n) && isText(contenido) && isText(hash) ? { n, contenido, hash } : null
  } catch {
    return null
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
