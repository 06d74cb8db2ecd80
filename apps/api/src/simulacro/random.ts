/** A small generator of pseudo-random numbers with a seed: the same simulacro on every machine and every day. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[]
  /** Bytes in hexadecimal. */
  hex(bytes: number): string
  /** An independent generator: its draws do not move the other. */
  fork(name: string): Random
}

/** mulberry32: 32 bits of state are plenty for data that only has to look alive. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[int(0, list.length - 1)] as (typeof list)[number]
    },
    chance: (probability) => next() < probability,
    shuffle: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        ;[copy[last], copy[other]] = [copy[other] as (typeof list)[number], copy[last] as (typeof list)[number]]
      }
      return copy
    },
    hex: (bytes) => Array.from({ length: bytes }, () => int(0, 255).toString(16).padStart(2, '0')).join(''),
    fork: (name) => createRandom(hash(name, seed)),
  }
}

/** FNV-1a over the name, begun at the seed. */
function hash(name: string, seed: number): number {
  return Array.from(name).reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 16_777_619) >>> 0, (2_166_136_261 ^ seed) >>> 0)
}
