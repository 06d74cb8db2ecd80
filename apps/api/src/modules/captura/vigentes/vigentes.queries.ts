import { In, type EntityManager } from 'typeorm'
import { prepared } from '../../../database/statements.ts'
import { readRows } from '../../../database/rows.ts'
import { Cuestionario } from './cuestionario.entity.ts'

/** Versions that the acting account may see: curricular first, and within a kind the newest first. */
export const CUESTIONARIO_IDS = 'select id from captura.cuestionario order by tipo, version desc'

const IDS = prepared('cuestionarios', CUESTIONARIO_IDS)

export async function listCuestionarioIds(tx: EntityManager): Promise<string[]> {
  return (await readRows<{ id: string }>(tx, IDS)).map(({ id }) => id)
}

export function findCuestionarios(tx: EntityManager, ids: readonly string[]): Promise<Cuestionario[]> {
  return tx.findBy(Cuestionario, { id: In([...ids]) })
}
