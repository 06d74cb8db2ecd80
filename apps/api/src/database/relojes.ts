import { readRows } from './rows.ts'
import type { Asked } from './reader.ts'

/** The clock of a proceso, and whether its people are real. */
export interface Reloj {
  simulacro: boolean
  /** How far its legal time is from the system's, in milliseconds. */
  desfase: string
  /** Zone of its legal day ("America/Mexico_City"). */
  zona: string
}

/** The only private facts that the public service may learn. */
export function readRelojes(tx: Asked): Promise<Reloj[]> {
  return readRows<Reloj>(tx, 'select simulacro, desfase, zona from publico.reloj()')
}
