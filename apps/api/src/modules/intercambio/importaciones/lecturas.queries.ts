import type { EntityManager } from 'typeorm'
import type { Celdas } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

export interface ValorEscrito {
  columna: string
  escrito: string
  filas: number
}

/** Most ways of writing that are asked about at a time: the list with more of them has another column there. */
const ASKED = 300

/** Texts of the refused rows that no catalogue has, from the most frequent. */
export function listValores(tx: EntityManager, id: string): Promise<ValorEscrito[]> {
  return readRows<ValorEscrito>(
    tx,
    `select e.columna, e.escrito, count(*)::int as filas
     from captura.importacion_fila f, jsonb_to_recordset(f.errores) as e(columna text, escrito text)
     where f.importacion_id = $1 and f.veredicto = 'rechazar' and e.escrito is not null
     group by 1, 2 order by 3 desc, 1, 2 limit $2`,
    [id, ASKED],
  )
}

/** Cells to mend, by number of row; null takes a correction back. Gives how many of the rows there are. */
export async function mendFilas(
  tx: EntityManager,
  id: string,
  filas: readonly { fila: number; celdas: Partial<Record<keyof Celdas, string | null>> }[],
): Promise<number> {
  const mended = await readRows<{ fila: number }>(
    tx,
    `with mended as (
       update captura.importacion_fila f set correcciones = jsonb_strip_nulls(f.correcciones || r.celdas)
       from jsonb_to_recordset($2::jsonb) as r(fila int, celdas jsonb) where f.importacion_id = $1 and f.fila = r.fila returning f.fila)
     select fila from mended`,
    [id, JSON.stringify(filas)],
  )
  return mended.length
}

export interface FilaRechazada {
  fila: number
  correcciones: Partial<Celdas>
  errores: { columna: string; razon: string }[]
}

export function listRechazadas(tx: EntityManager, id: string): Promise<FilaRechazada[]> {
  return readRows<FilaRechazada>(
    tx,
    `select fila, correcciones, errores from captura.importacion_fila where importacion_id = $1 and veredicto = 'rechazar' order by fila`,
    [id],
  )
}
