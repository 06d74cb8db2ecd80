import type { EntityManager } from 'typeorm'
import type { Confirmacion } from './confirmacion.entity.ts'
import type { DatoEscrito } from './dato-escrito.entity.ts'
import { readRows } from '../../../database/rows.ts'

export type Vigente = Pick<Confirmacion, 'clave' | 'huella' | 'documento' | 'fecha'>

/** By which document each fact is confirmed. */
export async function readConfirmaciones(tx: EntityManager): Promise<ReadonlyMap<string, Vigente>> {
  const rows = await readRows<Vigente>(tx, 'select clave, huella, documento, fecha from captura.confirmaciones_vigentes()')
  return new Map(rows.map((row) => [row.clave, row]))
}

export type Escrito = Pick<DatoEscrito, 'clave' | 'valor' | 'documento' | 'fecha'>

/** Texts that somebody wrote where the pack has none, confirmed or not. */
export async function readEscritos(tx: EntityManager): Promise<ReadonlyMap<string, Escrito>> {
  const rows = await readRows<Escrito>(tx, 'select clave, valor, documento, fecha from captura.datos_escritos()')
  return new Map(rows.map((row) => [row.clave, row]))
}
