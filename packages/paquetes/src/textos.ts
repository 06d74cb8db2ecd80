/** Text of each JSON file of a pack, by its path inside it: `programa/organos.json`. */
export type Textos = ReadonlyMap<string, string>

/** A file of the largest known pack has 90 kB; emblems and videos travel inside, as base64. */
export const MAX_ARCHIVO = 100_000_000

/** A sentence for the operator: the pack could not be opened at all. */
export class PaqueteError extends Error {
  override readonly name = 'PaqueteError'
}
