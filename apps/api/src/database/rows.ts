import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm'

/** Anything that takes SQL and answers rows: a transaction, the pool of the reader, a client. */
interface Queryable {
  query(sql: string, params?: unknown[]): Promise<unknown>
}

/** Rows of a statement. SQL has no types: the caller names what each row holds, and a test of that statement is its proof. */
export async function readRows<T>(source: Queryable, sql: string, params?: unknown[]): Promise<T[]> {
  return (await source.query(sql, params)) as T[]
}

/** The one row of a statement that always has one. */
export async function readRow<T>(source: Queryable, sql: string, params?: unknown[]): Promise<T> {
  const [row] = await readRows<T>(source, sql, params)
  if (row === undefined) throw new Error(`no row: ${sql.trim().slice(0, 60)}`)
  return row
}

/** The same for a statement that changes rows: those that it returns, and how many it touched. */
export async function changeRows<T = never>(source: Queryable, sql: string, params?: unknown[]): Promise<[rows: T[], touched: number]> {
  return (await source.query(sql, params)) as [T[], number]
}

/** Inserts whole rows of a table. TypeORM's own type takes the objects of a jsonb column apart, so the cast stands here once. */
export async function insertRow<T extends ObjectLiteral>(tx: EntityManager, entity: new () => T, rows: T | T[]): Promise<void> {
  await tx.insert(entity, rows)
}

/** Changes columns of the rows found by `where`. */
export async function updateRow<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => T,
  { where, changes }: { where: FindOptionsWhere<T>; changes: Partial<T> },
): Promise<void> {
  await tx.update(entity, where, changes)
}
