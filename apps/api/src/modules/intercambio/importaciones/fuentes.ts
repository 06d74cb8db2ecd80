import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { unirValores } from '@conoceles/domain'
import { insertRow, updateRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import { ImportacionFuente } from './importacion-fuente.entity.ts'
import type { Importacion } from './importacion.entity.ts'
import type { Contexto } from './revision/contexto.ts'

interface Saved {
  quien: Quien
  row: Importacion
  nombre: string
  said: Partial<Pick<ImportacionFuente, 'columnas' | 'fijos' | 'valores'>>
}

/** Remembers for a source what somebody said of one of its files; what is said of its texts is added to what is known. */
export async function saveFuente({ deps }: Contexto, tx: EntityManager, { quien, row, nombre, said }: Saved): Promise<void> {
  const saved = { guardadaEn: toDate(deps.clock.now()), guardadaPor: quien.cuentaId }
  const known = await tx.findOneBy(ImportacionFuente, { procesoId: row.procesoId, nombre })
  const valores = unirValores(known?.valores ?? {}, said.valores ?? {})
  if (known) return updateRow(tx, ImportacionFuente, { where: { id: known.id }, changes: { ...said, valores, ...saved } })
  const blank = { columnas: row.asignacion ?? {}, fijos: {} }
  await insertRow(tx, ImportacionFuente, { id: randomUUID(), procesoId: row.procesoId, nombre, ...blank, ...said, valores, ...saved })
}
