import type { EntityManager } from 'typeorm'
import type { Derecho, HechoDerecho, ReglasLaborales } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

export interface DerechoRow {
  id: string
  candidaturaId: string
  folio: string
  derecho: Derecho
  recibida: string
  acreditada: boolean
  reunida: boolean
  hechos: HechoDerecho[]
}

/** Every request, without its texts; of a refusal, the vote on it. */
export async function listDerechos(tx: EntityManager): Promise<DerechoRow[]> {
  return readRows<DerechoRow>(
    tx,
    `select id, candidatura_id as "candidaturaId", folio, derecho, recibida::text as recibida, acreditada, reunida, hechos from captura.derechos_auditados()`,
  )
}

/** Working days of the institute, as its programme of work says; without one only week ends rest. */
export async function readLaborales(tx: EntityManager, procesoId: string): Promise<ReglasLaborales> {
  const [row] = await readRows<{ laborales: ReglasLaborales | null }>(tx, 'select captura.laborales($1) as laborales', [procesoId])
  return row?.laborales ?? { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
}
