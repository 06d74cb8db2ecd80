/** The authority that settles facts which nobody confirmed, and where the institute will read it. */
export interface CierrePack {
  /** Beginning of the claves of those facts, as "calendario.". */
  comienzo: string
  /** As "IMPEPAC", or "Congreso del Estado". */
  quien: string
  /** Document or publication that will say it. */
  donde: string
}

/** The closest of them: the one with the longest beginning. Null: the pack does not say. */
export function cierreDe(cierres: readonly CierrePack[], clave: string): CierrePack | null {
  const fits = cierres.filter(({ comienzo }) => clave.startsWith(comienzo))
  return fits.reduce<CierrePack | null>((best, each) => (best && best.comienzo.length >= each.comienzo.length ? best : each), null)
}
