import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { insertRow } from '../database/rows.ts'
import type { Deps } from '../shared/deps.ts'

export type SimulacroDeps = Pick<Deps, 'config' | 'clock' | 'secretos'>

/** The same candidatura has the same address in every simulacro. */
export function candidaturaId(clave: string): string {
  const hex = createHash('sha256').update(`candidatura|${clave}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function asDate(iso: string | null | undefined): Date | null {
  return iso ? new Date(iso) : null
}

export function must<T>(value: T | undefined | null, where: string): T {
  if (value === undefined || value === null) throw new Error(`the simulacro names something that the pack does not define: ${where}`)
  return value
}

const BATCH = 1_000

/** A statement takes at most 65,535 parameters. */
export async function insertInBatches<T extends object>(tx: EntityManager, entity: new () => T, rows: T[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await insertRow(tx, entity, rows.slice(at, at + BATCH))
}
