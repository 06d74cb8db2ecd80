/** The short name of an actor político as its emblem shows it: an independent's clave also carries its municipio. */
export function siglasOf({ clave }: { clave: string }): string {
  return clave.split('-')[0] ?? clave
}
