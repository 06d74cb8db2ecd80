import { createHash } from 'node:crypto'

const BYTES = 32
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/**
 * Merkle tree of RFC 9162 (§2.1.1) over texts in their order: its root binds them all, and a way of some twenty hashes shows to whoever has
 * the root that one of them stands at its place.
 */
export class Arbol {
  /** The hashes of the leaves, and above them those of each pair; one that is left without a pair goes up as it is. */
  private readonly levels: Buffer[]

  constructor(hojas: readonly string[]) {
    this.levels = [Buffer.concat(hojas.map((hoja) => sha256(LEAF, Buffer.from(hoja))))]
    for (let below = this.levels[0] as Buffer; below.length > BYTES; below = this.levels.at(-1) as Buffer) this.levels.push(pairs(below))
  }

  /** SHA-256 in hexadecimal. Of nothing it is the hash of nothing. */
  get raiz(): string {
    const top = this.levels.at(-1) as Buffer
    return (top.length === 0 ? sha256() : top).toString('hex')
  }

  /** Hashes from beside a leaf up to below the root, in hexadecimal (RFC 9162, §2.1.3.1). */
  camino(indice: number): string[] {
    const beside = this.levels.slice(0, -1).map((level, height) => at(level, (indice >> height) ^ 1))
    return beside.filter((hash) => hash.length > 0).map((hash) => hash.toString('hex'))
  }
}

function pairs(below: Buffer): Buffer {
  const count = Math.ceil(below.length / BYTES / 2)
  return Buffer.concat(
    Array.from({ length: count }, (_, pair) => {
      const right = at(below, 2 * pair + 1)
      return right.length === 0 ? at(below, 2 * pair) : sha256(NODE, at(below, 2 * pair), right)
    }),
  )
}

/** Empty where nothing is. */
function at(level: Buffer, index: number): Buffer {
  return level.subarray(index * BYTES, (index + 1) * BYTES)
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
