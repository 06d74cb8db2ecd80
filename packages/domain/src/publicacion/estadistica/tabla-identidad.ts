import { renglonDeCelda } from './celda.ts'
import { sumaDe, type Intervalo } from './intervalo.ts'
import { loteHoy, type Lote } from './lotes.ts'

/** Exact, because each of them can be counted on the public pages, or is how many are counted. */
export interface Universo {
  /** Candidaturas in force whose publication has begun. */
  registradas: number
  /** Personas among them, captured and verified. */
  verificadas: number
  /** Personas among them with a public badge of the group: their answer, or the group under which they were registered, is on their page. */
  conDistintivo: number
  /** Neither with badge nor verified. */
  sinVerificar: number
}

export interface LoteVivo extends Lote {
  /** Personas still counted: in force, with consent, and without a badge. */
  quedan: number
}

export interface FilaIdentidad extends Universo {
  clave: string
  nombre: string
  /** Personas whose answers are told: they answered (or preferred not to) and consented. */
  cuentan: number
  /**
   * Rest of those registered: without consent to statistics or, the few, waiting for a lote, never told apart; less those counted who are
   * no longer verified, or no longer shown.
   */
  fuera: number
  /** By clave of the answer, in persons of `cuentan`; null where nobody is counted. */
  respuestas: Record<string, Intervalo> | null
}

export interface CeldaIdentidad {
  clave: string
  nombre: string
  universo: Universo
}

/** Rows of a table and their totals. Totals are sums of the rows: they tell nothing that the rows do not. */
export function tablaIdentidad(
  celdas: readonly CeldaIdentidad[],
  lotes: readonly LoteVivo[],
): { filas: FilaIdentidad[]; total: FilaIdentidad } {
  const filas = celdas.map(({ clave, nombre, universo }) => {
    const own = lotes.filter(({ celda }) => renglonDeCelda(celda) === clave)
    const cuentan = own.reduce((total, { quedan }) => total + quedan, 0)
    return { clave, nombre, ...conResto(universo, cuentan), cuentan, respuestas: respuestasDe(own) }
  })
  const total = {
    clave: 'total',
    nombre: 'Total',
    registradas: sum(filas, 'registradas'),
    verificadas: sum(filas, 'verificadas'),
    conDistintivo: sum(filas, 'conDistintivo'),
    sinVerificar: sum(filas, 'sinVerificar'),
    fuera: sum(filas, 'fuera'),
    cuentan: sum(filas, 'cuentan'),
    respuestas: respuestasDe(lotes),
  }
  return { filas, total }
}

/**
 * A universe and the rest of it, who are not counted. Some of those counted may have left or be captured anew since: nothing tells which, so
 * they are taken from the rest, and no figure is below zero.
 */
export function conResto(universo: Universo, cuentan: number): Universo & { fuera: number } {
  const rest = Math.max(0, universo.registradas - universo.conDistintivo - cuentan)
  const sinVerificar = Math.min(universo.sinVerificar, rest)
  return { ...universo, sinVerificar, fuera: rest - sinVerificar }
}

/** Intervals of these lotes together; null of none. */
export function respuestasDe(lotes: readonly LoteVivo[]): Record<string, Intervalo> | null {
  const hoy = lotes.map((lote) => loteHoy(lote, lote.quedan))
  const [first] = hoy
  if (!first) return null
  return Object.fromEntries(Object.keys(first).map((clave) => [clave, sumaDe(hoy.flatMap((each) => each[clave] ?? []))]))
}

function sum(filas: readonly FilaIdentidad[], key: 'fuera' | 'cuentan' | keyof Universo): number {
  return filas.reduce((total, fila) => total + fila[key], 0)
}
