import { hash } from 'node:crypto'

const BYTES = 32
const LEAF = '\0'
const NODE = 1

/**
 * Merkle tree of RFC 9162 (§2.1.1) over texts in their order. Its root binds them all; a path of some twenty hashes proves to a holder of
 * the root that one text stands at its place.
 */
export class Arbol {
  /** The hashes of the leaves, and above them those of each pair; one that is left without a pair goes up as it is. */
  private readonly levels: Buffer[]

  constructor(hojas: readonly string[]) {
    this.levels = [leaves(hojas)]
    for (let top = this.top; top.length > BYTES; top = this.top) this.levels.push(pairs(top))
  }

  private get top(): Buffer {
    return this.levels.at(-1) ?? Buffer.alloc(0)
  }

  /** SHA-256 in hexadecimal. An empty tree has the hash of nothing. */
  get raiz(): string {
    const { top } = this
    return top.length === 0 ? hash('sha256', '') : top.toString('hex')
  }

  /** Hashes from beside a leaf up to below the root, in hexadecimal (RFC 9162, §2.1.3.1). */
  camino(indice: number): string[] {
    const beside = this.levels.slice(0, -1).map((level, height) => at(level, (indice >> height) ^ 1))
    return beside.filter((each) => each.length > 0).map((each) => each.toString('hex'))
  }
}

function leaves(hojas: readonly string[]): Buffer {
  const level = Buffer.alloc(hojas.length * BYTES)
  for (const [n, hoja] of hojas.entries()) level.write(sha256(LEAF + hoja), n * BYTES, 'binary')
  return level
}

function pairs(below: Buffer): Buffer {
  const count = below.length / BYTES
  const level = Buffer.alloc(Math.ceil(count / 2) * BYTES)
  const pair = Buffer.alloc(1 + 2 * BYTES, NODE)
  for (let left = 0; left + 1 < count; left += 2) {
    below.copy(pair, 1, left * BYTES, (left + 2) * BYTES)
    level.write(sha256(pair), (left / 2) * BYTES, 'binary')
  }
  if (count % 2 === 1) below.copy(level, level.length - BYTES, below.length - BYTES)
  return level
}

/** Empty where nothing is. */
function at(level: Buffer, index: number): Buffer {
  return level.subarray(index * BYTES, (index + 1) * BYTES)
}

/** One letter for each byte: a buffer of its own for each of so many would cost more than the hash. */
function sha256(data: string | Buffer): string {
  return hash('sha256', data, 'binary')
}
