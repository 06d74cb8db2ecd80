import type { EntityManager } from 'typeorm'
import { findExtremos, listCabezas } from './actos.queries.ts'

export interface Alcance {
  /** Instant of the first act, ISO 8601; null: there is none yet. */
  desde: string | null
  ultimo: number
  /** Last act that a signed and published head covers; 0: none does. */
  firmado: number
}

/** How far the bitácora reaches, and how far anybody can prove it. */
export async function readAlcance(tx: EntityManager): Promise<Alcance> {
  const [extremos, cabezas] = [await findExtremos(tx), await listCabezas(tx)]
  return { ...extremos, firmado: Math.max(0, ...cabezas.filter(({ coincide }) => coincide).map(({ n }) => n)) }
}

/** No answer says more than this: what was before the bitácora and what is still unsigned. */
export function alcanceEnPalabras(
  { desde, ultimo, firmado }: Alcance,
  { simulacro, instante }: { simulacro: boolean; instante: (iso: string) => string },
): string[] {
  if (desde === null) return ['La bitácora todavía no tiene actos.']
  const antes = simulacro ? 'lo anterior se cargó con el simulacro y no tiene actos' : 'de lo anterior no hay actos'
  return [`La bitácora empieza el ${instante(desde)}; ${antes}.`, ...(firmado < ultimo ? [`${sinFirma({ ultimo, firmado })}.`] : [])]
}

/** "Los actos 11 a 94 todavía no los cubre ninguna cabeza firmada: …" */
export function sinFirma({ ultimo, firmado }: Pick<Alcance, 'ultimo' | 'firmado'>): string {
  const cuales =
    ultimo - firmado === 1
      ? `El acto ${ultimo} todavía no lo cubre ninguna cabeza firmada`
      : `Los actos ${firmado + 1} a ${ultimo} todavía no los cubre ninguna cabeza firmada`
  return `${cuales}: hasta la próxima, que se firma en la próxima hora o con el próximo corte, sólo lo dice este sistema`
}
