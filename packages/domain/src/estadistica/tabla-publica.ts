import { groupBy } from '../group.ts'
import type { RangoEdad } from './pack.ts'

/** Of one candidatura in force, what its public page says: nothing here needs protection. */
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

/** Row of whoever's page does not say it. */
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
  }: { renglones: readonly Renglon[]; de: (fila: FilaPublica) => readonly string[]; sexos: readonly string[]; sinDato: string | null },
): { filas: RenglonContado[]; total: RenglonContado } {
  const known = new Set(renglones.map(({ clave }) => clave))
  const placed = filas.map((fila) => ({ fila, claves: de(fila).filter((clave) => known.has(clave)) }))
  const grouped = groupBy(
    placed.flatMap(({ fila, claves }) => claves.map((clave) => ({ fila, clave }))),
    ({ clave }) => clave,
  )
  const rows = renglones.map((renglon) =>
    count(
      renglon,
      (grouped.get(renglon.clave) ?? []).map(({ fila }) => fila),
      sexos,
    ),
  )
  const none = placed.filter(({ claves }) => claves.length === 0).map(({ fila }) => fila)
  const counted = sinDato === null ? placed.filter(({ claves }) => claves.length > 0).map(({ fila }) => fila) : filas
  const rest = sinDato !== null && none.length > 0 ? [count({ clave: SIN_DATO, nombre: sinDato }, none, sexos)] : []
  return { filas: [...rows, ...rest], total: count({ clave: 'total', nombre: 'Total' }, counted, sexos) }
}

/** Clave of the range of an age; null when it is in none, or not public. */
export function rangoDe(edad: number | null, rangos: readonly RangoEdad[]): string | null {
  if (edad === null) return null
  return rangos.find(({ desde, hasta }) => edad >= desde && (hasta === null || edad <= hasta))?.clave ?? null
}

function count({ clave, nombre }: Renglon, filas: readonly FilaPublica[], sexos: readonly string[]): RenglonContado {
  return {
    clave,
    nombre,
    registradas: filas.length,
    conCaptura: filas.filter(({ captura }) => captura !== null && captura !== 'sin_captura').length,
    verificadas: filas.filter(({ captura }) => captura === 'verificada').length,
    porSexo: sexos.map((sexo) => filas.filter((fila) => fila.sexo === sexo).length),
  }
}
