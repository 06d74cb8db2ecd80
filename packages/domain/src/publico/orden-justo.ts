interface Compite {
  contienda: string
  actor: string
}

interface Sorteo {
  /** Legal day of the draw, ISO 8601; null: as they stand on the ballot. */
  sorteo: string | null
  /** Clave of the proceso. */
  proceso: string
}

/**
 * Positions of the rows in the order in which they are shown. Rows come in the order of the ballots; contiendas keep it. Within each
 * contienda those who postulate are drawn: by the MurmurHash3 (32 bits, seed 0) of "fecha|proceso|contienda|actor", which anybody can
 * repeat, ascending. Candidaturas of one actor stay together and in their own order, for the order of a list is part of what is voted.
 */
export function ordenJusto(filas: readonly Compite[], { sorteo, proceso }: Sorteo): number[] {
  const rows = filas.map((_, row) => row)
  if (sorteo === null) return rows
  const places = new Map<string, number>()
  const draws = new Map<string, number>()
  const keys = filas.map(({ contienda, actor }) => {
    const own = `${contienda}|${actor}`
    if (!places.has(contienda)) places.set(contienda, places.size)
    if (!draws.has(own)) draws.set(own, murmur3(`${sorteo}|${proceso}|${own}`))
    return { place: places.get(contienda) ?? 0, draw: draws.get(own) ?? 0, actor }
  })
  return rows.sort((a, b) => {
    const [one, other] = [keys[a], keys[b]]
    if (!one || !other) return a - b
    return one.place - other.place || one.draw - other.draw || (one.actor === other.actor ? a - b : one.actor < other.actor ? -1 : 1)
  })
}

/** MurmurHash3 x86 of 32 bits, seed 0, over UTF-8 (Austin Appleby, public domain). */
export function murmur3(text: string): number {
  const bytes = new TextEncoder().encode(text)
  let hash = 0
  const whole = bytes.length - (bytes.length % 4)
  for (let at = 0; at < whole; at += 4) hash = (Math.imul(rotate(hash ^ scramble(wordAt(bytes, at)), 13), 5) + 0xe6546b64) | 0
  hash ^= scramble(wordAt(bytes, whole)) ^ bytes.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Little endian; what lies behind the end counts as zero. */
function wordAt(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((word, each) => word | ((bytes[at + each] ?? 0) << (8 * each)), 0)
}

function scramble(word: number): number {
  return Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593)
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
