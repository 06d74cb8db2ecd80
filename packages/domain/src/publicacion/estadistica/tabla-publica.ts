import type { RangoEdad } from './pack.ts'

/** Public facts of one candidatura in force, as its page tells them: nothing here needs protection. */
export interface FilaPublica {
  cargo: string
  actor: string
  municipio: string | null
  distrito: string | null
  sexo: string | null
  edad: number | null
  /** Estatus of its captura. */
  captura: string | null
  /** Groups of which it bears a badge. */
  grupos: string[]
  /** Public answers that are counted, by question. */
  respuestas: Record<string, string>
}

export interface Renglon {
  clave: string
  nombre: string
}

export interface RenglonContado extends Renglon {
  registradas: number
  conCaptura: number
  verificadas: number
  /** In the order of the sexes asked for. */
  porSexo: number[]
}

/** Row of the candidaturas whose page does not say it. */
export const SIN_DATO = 'sin_dato'

/**
 * Counts by what `de` says of each; a candidatura may be in several rows, or in none. `sinDato`: name of the row of those in none; null:
 * the table is not about them.
 */
export function contarPor(
  filas: readonly FilaPublica[],
  {
    renglones,
    de,
    sexos,
    sinDato,
  }: {
    renglones: readonly Renglon[]
    de: (fila: FilaPublica) => readonly (string | null | undefined)[]
    sexos: readonly string[]
    sinDato: string | null
  },
): { filas: RenglonContado[]; total: RenglonContado } {
  const rows = new Map(renglones.map((renglon) => [renglon.clave, nadie(renglon, sexos)]))
  const none = nadie({ clave: SIN_DATO, nombre: sinDato ?? '' }, sexos)
  const total = nadie({ clave: 'total', nombre: 'Total' }, sexos)
  const placesOf = (claves: readonly (string | null | undefined)[]) =>
    claves.map((clave) => rows.get(clave ?? '')).filter((row) => row !== undefined)
  for (const fila of filas) {
    const own = placesOf(de(fila))
    const counted = own.length === 0 && sinDato !== null ? [none] : own
    for (const renglon of counted) add(renglon, fila, sexos)
    if (counted.length > 0) add(total, fila, sexos)
  }
  return { filas: [...rows.values(), ...(none.registradas > 0 ? [none] : [])], total }
}

/** Clave of the range of an age; null when it is in none, or not public. */
export function rangoDe(edad: number | null, rangos: readonly RangoEdad[]): string | null {
  if (edad === null) return null
  return rangos.find(({ desde, hasta }) => edad >= desde && (hasta === null || edad <= hasta))?.clave ?? null
}

function nadie({ clave, nombre }: Renglon, sexos: readonly string[]): RenglonContado {
  return { clave, nombre, registradas: 0, conCaptura: 0, verificadas: 0, porSexo: sexos.map(() => 0) }
}

function add(renglon: RenglonContado, { captura, sexo }: FilaPublica, sexos: readonly string[]): void {
  renglon.registradas += 1
  if (captura !== null && captura !== 'sin_captura') renglon.conCaptura += 1
  if (captura === 'verificada') renglon.verificadas += 1
  const column = sexos.indexOf(sexo ?? '')
  if (column >= 0) renglon.porSexo[column] = (renglon.porSexo[column] ?? 0) + 1
}
