import { sumaDe, type Intervalo } from './intervalo.ts'
import { loteHoy, type Lote } from './lotes.ts'

/** Exact, because each of them can be counted on the public pages, or is how many are counted. */
export interface Universo {
  /** Candidaturas in force whose publication has begun. */
  registradas: number
  /** Of them, captured and verified. */
  verificadas: number
  /** Of them, with a public badge of the group: their answer, or the group under which they were registered, is on their page. */
  conDistintivo: number
  /** Without badge, neither counted nor verified. */
  sinVerificar: number
}

export interface LoteVivo extends Lote {
  /** Of those counted, who still are: in force, with consent, and without a badge. */
  quedan: number
}

export interface FilaIdentidad extends Universo {
  clave: string
  nombre: string
  /** Those whose answers are told: they answered (or preferred not to) and consented. */
  cuentan: number
  /** Without badge and verified, and not counted: without consent to statistics or, the few, waiting for a lote. Never told apart. */
  fuera: number
  /** By clave of the answer, in persons of `cuentan`; null where nobody is counted. */
  respuestas: Record<string, Intervalo> | null
}

export interface CeldaIdentidad {
  clave: string
  nombre: string
  universo: Universo
}

/** The rows of a table and what they add up to. Totals are sums of the rows: they tell nothing that the rows do not. */
export function tablaIdentidad(
  celdas: readonly CeldaIdentidad[],
  lotes: readonly LoteVivo[],
): { filas: FilaIdentidad[]; total: FilaIdentidad } {
  const filas = celdas.map(({ clave, nombre, universo }) =>
    toFila({ clave, nombre, universo, lotes: lotes.filter(({ celda }) => celda === clave) }),
  )
  const universo = {
    registradas: sum(filas, 'registradas'),
    verificadas: sum(filas, 'verificadas'),
    conDistintivo: sum(filas, 'conDistintivo'),
    sinVerificar: sum(filas, 'sinVerificar'),
  }
  return { filas, total: toFila({ clave: 'total', nombre: 'Total', universo, lotes }) }
}

function toFila({ clave, nombre, universo, lotes }: CeldaIdentidad & { lotes: readonly LoteVivo[] }): FilaIdentidad {
  const cuentan = lotes.reduce((total, { quedan }) => total + quedan, 0)
  const { registradas, conDistintivo, sinVerificar } = universo
  return { clave, nombre, ...universo, cuentan, fuera: registradas - conDistintivo - sinVerificar - cuentan, respuestas: sumOf(lotes) }
}

function sumOf(lotes: readonly LoteVivo[]): Record<string, Intervalo> | null {
  const hoy = lotes.map((lote) => loteHoy(lote, lote.quedan))
  const [first] = hoy
  if (!first) return null
  return Object.fromEntries(Object.keys(first).map((clave) => [clave, sumaDe(hoy.flatMap((each) => each[clave] ?? []))]))
}

function sum(filas: readonly Universo[], key: keyof Universo): number {
  return filas.reduce((total, fila) => total + fila[key], 0)
}
