import type { EntityManager } from 'typeorm'
import { Acuerdo } from '../../registro/index.ts'
import { readRows } from '../../../database/rows.ts'
import type { AcuerdoVersionDto } from './versiones.dto.ts'

/** An acuerdo and the sesión whose votes tell of it. */
export async function findAcuerdo(tx: EntityManager, id: string | null): Promise<AcuerdoVersionDto | null> {
  const row = id === null ? null : await tx.findOneBy(Acuerdo, { id })
  if (!row) return null
  const [sesion] = await readRows<{ id: string }>(
    tx,
    'select sesion_id as id from captura.celebracion where puntos @> $1::jsonb order by numero desc limit 1',
    [JSON.stringify([{ acuerdo: { id: row.id } }])],
  )
  return { id: row.id, numero: row.numero, fecha: row.fecha, votadoEn: sesion?.id ?? null }
}
