import type { LeyPack } from './pack.ts'

/** The law in force on a day; null when the pack knows of none. */
export function leyQueRige(leyes: readonly LeyPack[], dia: string): LeyPack | null {
  return leyes.find(({ desde, hasta }) => desde <= dia && (hasta === null || dia <= hasta)) ?? null
}
