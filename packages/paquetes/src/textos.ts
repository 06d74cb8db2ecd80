/** Text of each JSON file of a pack, by its path inside it: `programa/organos.json`. */
export type Textos = ReadonlyMap<string, string>

/** Files of a folder or ZIP: those that a pack may have, and the names of those that this program does not take. */
export interface Archivos {
  textos: Textos
  ignorados: readonly string[]
}

/** Left there by systems and editors, or written for people to read: nobody takes it for a part of the pack. */
const AJENO = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.(md|txt)$/i

export function esAjeno(ruta: string): boolean {
  return AJENO.test(ruta)
}

/** A file of the largest known pack has 90 kB; emblems and videos travel inside, as base64. */
export const MAX_ARCHIVO = 100_000_000

/** A sentence for the operator: the pack could not be opened at all. */
export class PaqueteError extends Error {
  override readonly name = 'PaqueteError'
}
