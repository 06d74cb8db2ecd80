import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'

/** Days between which a question is asked; null: no limit. */
export interface Periodo {
  desde: string | null
  hasta: string | null
}

export interface Contexto {
  tx: EntityManager
  periodo: Periodo
  proceso: { id: string; zona: string; simulacro: boolean }
  hoy: Temporal.PlainDate
  /** "25 de abril de 2024, 18:00:05". */
  instante(en: Date | string): string
  /** Local day of an instant. */
  dia(en: Date | string): string
}

export interface Fila {
  /** As many texts as columns. */
  celdas: string[]
  /** Numbers of the acts of the bitácora that prove it. */
  actos: number[]
}

export interface Respuesta {
  /** The answer, in sentences. */
  frases: string[]
  columnas: string[]
  filas: Fila[]
}

/** Days of the calendar from one day to another. */
export function diasEntre(desde: string, hasta: string): number {
  return Math.round((Date.parse(hasta) - Date.parse(desde)) / 86_400_000)
}

/** "el mismo día", "1 día después", "3 días después". */
export function despues(desde: string, hasta: string): string {
  const days = diasEntre(desde, hasta)
  if (days === 0) return 'el mismo día'
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'día' : 'días'} ${days > 0 ? 'después' : 'antes'}`
}

export function dentro(dia: string, { desde, hasta }: Periodo): boolean {
  return (desde === null || dia >= desde) && (hasta === null || dia <= hasta)
}

export function cuantos(n: number, [uno, varios]: readonly [string, string]): string {
  return `${n.toLocaleString('es-MX')} ${n === 1 ? uno : varios}`
}
