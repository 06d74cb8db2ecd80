import type { EntityManager } from 'typeorm'
import type { Confirmacion } from './confirmacion.entity.ts'
import { readRows } from '../../../database/rows.ts'

export type Vigente = Pick<Confirmacion, 'clave' | 'huella' | 'documento' | 'fecha'>

/** By which document each fact is confirmed. */
export async function readConfirmaciones(tx: EntityManager): Promise<ReadonlyMap<string, Vigente>> {
  const rows = await readRows<Vigente>(tx, 'select clave, huella, documento, fecha from captura.confirmaciones_vigentes()')
  return new Map(rows.map((row) => [row.clave, row]))
}
