import type { EntityManager } from 'typeorm'
import type { Llavero } from '../../shared/criptografia/llavero.ts'
import { opens, rewrapDataKey } from './identidad/identidad.cifrado.ts'
import { Llave } from './identidad/llave.entity.ts'

/** Wraps some data keys of personas with the key in force; answers how many, none when all are. The answers are not touched. */
export async function rewrapLlaves(tx: EntityManager, llavero: Llavero, limite: number): Promise<number> {
  const rows = await tx
    .createQueryBuilder(Llave, 'llave')
    .where('llave.kid <> :kid', { kid: llavero.kid })
    .orderBy('llave.candidaturaId')
    .limit(limite)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getMany()
  const wrapped = rows.map((row) => ({ id: row.candidaturaId, ...rewrapDataKey(llavero, row.candidaturaId, row) }))
  await tx.query(
    `update identidad.llave l set kid = u.k, envuelta = u.e from unnest($1::uuid[], $2::text[], $3::bytea[]) as u(c, k, e) where l.candidatura_id = u.c`,
    [wrapped.map(({ id }) => id), wrapped.map(({ kid }) => kid), wrapped.map(({ envuelta }) => envuelta)],
  )
  return wrapped.length
}

/** Counts the keys of personas that the ring does not open. It does not go by their ids: the ring of another installation has a k1 too. */
export async function countCerradas(tx: EntityManager, llavero: Llavero): Promise<number> {
  const rows = await tx.find(Llave)
  return rows.filter((row) => !opens(llavero, row.candidaturaId, row)).length
}
