import type { EntityManager } from 'typeorm'
import type { Confirmacion } from './confirmacion.entity.ts'

export type Vigente = Pick<Confirmacion, 'clave' | 'huella' | 'documento' | 'fecha'>

/** By which document each fact is confirmed. */
export async function readConfirmaciones(tx: EntityManager): Promise<ReadonlyMap<string, Vigente>> {
  const rows = (await tx.query('select clave, huella, documento, fecha from captura.confirmaciones_vigentes()')) as Vigente[]
  return new Map(rows.map((row) => [row.clave, row]))
}
