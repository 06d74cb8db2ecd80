/** An entry of the bitácora names at most so many candidaturas: one of a hundred thousand would be several megabytes. */
const NAMED = 20_000

/** The candidaturas of each entry, where they are too many for one. */
export function* nombradas(candidaturas: readonly string[]): Generator<string[]> {
  for (let at = 0; at < candidaturas.length; at += NAMED) yield candidaturas.slice(at, at + NAMED)
}
