import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'
import { RECORDADAS } from '../../programa/recordatorios/index.ts'

/** How the captura of one candidatura goes: states and days, no answer. */
export interface AvanceRow {
  id: string
  /** Estatus by «cuestionario/seccion»; null while nobody saved anything. */
  secciones: Record<string, string> | null
  guardadaEn: Date | null
  observaciones: number
  observacionVence: string | null
  exenta: boolean
  /** Day of the last reminder that left or is to leave. */
  recordada: string | null
}

/** Progress of the candidaturas that the reader follows, and of no others. */
export async function readAvance(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AvanceRow>> {
  const rows = await readRows<AvanceRow>(
    tx,
    `select a.candidatura_id as id, a.secciones, a.guardada_en as "guardadaEn", coalesce(a.observaciones, 0) as observaciones,
       a.observacion_vence::text as "observacionVence", a.exenta, r.recordada
     from captura.avance_de($1) a
     left join (${RECORDADAS}) r on r.candidatura_id = a.candidatura_id`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
