/** Sections by what people come for; one that is not named here keeps its place after them, and contact is the last. */
const PRIMERO = ['propuestas', 'trayectoria', 'historia', 'estudios', 'motivo']
const ULTIMO = 'contacto'

/** The sections of a candidatura in the order in which its page and its card show them. */
export function inReadingOrder<Seccion extends { clave: string }>(secciones: readonly Seccion[]): Seccion[] {
  return [...secciones].sort((one, other) => rank(one) - rank(other))
}

function rank({ clave }: { clave: string }): number {
  if (clave === ULTIMO) return PRIMERO.length + 1
  const place = PRIMERO.indexOf(clave)
  return place === -1 ? PRIMERO.length : place
}

/** The short name of an actor político as its emblem shows it: an independent's clave also carries its municipio. */
export function siglasOf({ clave }: { clave: string }): string {
  return clave.split('-')[0] ?? clave
}

/** Facts told once about the verification of everything published. */
export interface Verificacion {
  /** Instant of the last one; null: nothing published is verified yet. */
  ultima: string | null
  /** Whether everything that is verified was on the days of one text. */
  unDia: boolean
}

interface Revisada {
  estatus: string
  verificadaEn: string | null
}

/** Null where nothing is published. `dayOf`: the day of an instant, in words of the caller. */
export function verificacionOf(secciones: readonly Revisada[], dayOf: (instant: string) => string): Verificacion | null {
  const publicadas = secciones.filter(({ estatus }) => estatus === 'publicada')
  if (publicadas.length === 0) return null
  const instantes = publicadas.flatMap(({ verificadaEn }) => verificadaEn ?? []).sort()
  return { ultima: instantes.at(-1) ?? null, unDia: new Set(instantes.map(dayOf)).size === 1 }
}
