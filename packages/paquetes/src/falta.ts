import type { Ruta } from './json.ts'

/** A fault of a pack with its place, and how to mend it: two Spanish sentences without their full stop. */
export interface Falta {
  ruta: Ruta
  dice: string
  remedio: string
}

/** A fault as its author reads it. */
export interface FaltaDePaquete {
  /** File inside the pack; one of its base begins with the name of the base: `federal/derechos.json`. */
  archivo: string
  /** From 1; null where the file itself is missing. */
  linea: number | null
  dice: string
  remedio: string
}

/** A test that found something, or did not. */
export interface Prueba {
  falla: boolean
  /** Place inside the row that is tested; absent: the row. */
  en?: Ruta
  dice: string
  remedio: string
}

/** Faults of a part by itself. */
export function probar(ruta: Ruta, pruebas: readonly Prueba[]): Falta[] {
  return pruebas.filter(({ falla }) => falla).map(({ en = [], dice, remedio }) => ({ ruta: [...ruta, ...en], dice, remedio }))
}

/** Faults of each row of a list. */
export function probarFilas<T>(ruta: Ruta, filas: readonly T[], pruebas: (fila: T, at: number) => readonly Prueba[]): Falta[] {
  return filas.flatMap((fila, at) => probar([...ruta, at], pruebas(fila, at)))
}

/** The second row of each key: one fault, in however many rows it stands. */
export function probarRepetidas<T>(ruta: Ruta, filas: readonly T[], claveDe: (fila: T) => string): Falta[] {
  const vistas = new Map<string, number>()
  return probarFilas(ruta, filas, (fila) => {
    const clave = claveDe(fila)
    const veces = (vistas.get(clave) ?? 0) + 1
    vistas.set(clave, veces)
    return [{ falla: veces === 2, dice: `«${clave}» está dos veces`, remedio: 'Deje una sola, o cambie la clave de ésta' }]
  })
}

/** A day of the calendar as ISO 8601 writes it; 30 February is none. */
export function esDia(texto: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texto)) return false
  const ms = Date.parse(`${texto}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(texto)
}
