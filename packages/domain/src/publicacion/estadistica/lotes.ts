import { groupBy } from '../../base/group.ts'
import { intervaloDe, tamanoDeLote, trasSalir, type Intervalo } from './intervalo.ts'

/** Persons counted together, once and for all: of each of them one answer is in this lote and in no other. */
export interface Lote {
  /** Row of the table that it belongs to. */
  celda: string
  /** How many were counted; see `tamanoDeLote`. */
  tamano: number
  /** By clave of the answer. */
  respuestas: Record<string, Intervalo>
}

export interface PorContar {
  celda: string
  /** Cell of those of her row that are alike in one thing more, where the table is crossed. */
  fina?: string
  /** Clave of the answer. */
  respuesta: string
}

export interface LoteFormado<T extends PorContar> {
  lote: Lote
  personas: T[]
}

/**
 * Forms the lotes of a corte: in each cell those not counted yet, as many as a lote takes. Fine cells come first; those left of them are
 * counted with the others of their row. The rest waits for the next corte. `personas` come in an order that has nothing to do with their
 * answers.
 */
export function formarLotes<T extends PorContar>(
  personas: readonly T[],
  { minimo, respuestas }: { minimo: number; respuestas: readonly string[] },
): LoteFormado<T>[] {
  const form = (all: readonly T[], celdaOf: (persona: T) => string) =>
    [...groupBy(all, celdaOf)].flatMap(([celda, own]) => {
      const tamano = tamanoDeLote(own.length, minimo)
      if (tamano === 0) return []
      const counted = own.slice(0, tamano)
      return [{ lote: { celda, tamano, respuestas: countAnswers(counted, { minimo, respuestas }) }, personas: counted }]
    })
  const finos = form(
    personas.filter(({ fina }) => fina !== undefined),
    ({ celda, fina }) => fina ?? celda,
  )
  const counted = new Set(finos.flatMap((each) => each.personas))
  const left = personas.filter((persona) => !counted.has(persona))
  return [...finos, ...form(left, ({ celda }) => celda)]
}

function countAnswers(counted: readonly PorContar[], { minimo, respuestas }: { minimo: number; respuestas: readonly string[] }) {
  const tamano = counted.length
  return Object.fromEntries(
    respuestas.map((clave) => [clave, intervaloDe(counted.filter(({ respuesta }) => respuesta === clave).length, { tamano, minimo })]),
  )
}

/** Intervals of a lote when `quedan` of its personas are still counted. */
export function loteHoy({ tamano, respuestas }: Lote, quedan: number): Record<string, Intervalo> {
  const salieron = tamano - quedan
  return Object.fromEntries(Object.entries(respuestas).map(([clave, antes]) => [clave, trasSalir(antes, { quedan, salieron })]))
}
