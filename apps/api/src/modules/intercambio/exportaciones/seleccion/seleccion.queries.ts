import type { EntityManager } from 'typeorm'
import type { Respuestas } from '@conoceles/cuestionarios'
import { groupBy } from '@conoceles/domain'
import { merged } from '@conoceles/domain/typed'
import { readRows } from '../../../../database/rows.ts'

interface Row {
  candidaturaId: string
  respuestas: Respuestas
}

const COMO = { respuestas: 'respuestas', validadas: 'validadas' } as const

/** Answers to one cuestionario, by candidatura: as they are written now, or as they were sent. */
export async function readCurriculares(
  tx: EntityManager,
  { candidaturas, cuestionarioId, como }: { candidaturas: readonly string[]; cuestionarioId: string; como: keyof typeof COMO },
): Promise<Map<string, Respuestas>> {
  const rows = await readRows<Row>(
    tx,
    `select candidatura_id as "candidaturaId", ${COMO[como]} as respuestas from captura.seccion
     where candidatura_id = any($1::uuid[]) and cuestionario_id = $2 and ${COMO[como]} is not null`,
    [candidaturas, cuestionarioId],
  )
  const own = groupBy(rows, ({ candidaturaId }) => candidaturaId)
  return new Map([...own].map(([id, some]) => [id, merged(some.map(({ respuestas }) => respuestas))]))
}
