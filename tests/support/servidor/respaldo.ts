import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'

const SCHEMAS = `schemaname in ('acceso', 'captura', 'identidad', 'bitacora', 'publico')`

/**
 * Every row of every table, by PostgreSQL's own COPY into files and out of them: what a dump of the data carries. The database that comes with the
 * tests has no pg_dump, and that of the system is another major.
 */
export interface Respaldo {
  /** All that lies in the files. */
  bytes(): Buffer
  /** Into a database that was migrated and is empty. */
  restaurar(owner: DataSource): Promise<void>
  borrar(): void
}

export async function respaldar(owner: DataSource): Promise<Respaldo> {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-respaldo-'))
  // The server writes them, under an account of its own.
  chmodSync(folder, 0o777)
  const tables = (await owner.query(`select schemaname || '.' || tablename as t from pg_tables where ${SCHEMAS} order by 1`)) as {
    t: string
  }[]
  await owner.transaction('REPEATABLE READ', async (tx) => {
    for (const { t } of tables) await tx.query(`copy ${t} to '${join(folder, t)}'`)
  })
  return {
    bytes: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    restaurar: (into) =>
      into.transaction(async (tx) => {
        // Like a restore: the rows are complete, and triggers have run on them already.
        await tx.query(`set local session_replication_role = 'replica'`)
        for (const { t } of tables) {
          await tx.query(`delete from ${t}`)
          await tx.query(`copy ${t} from '${join(folder, t)}'`)
        }
        await tx.query(`select setval(pg_get_serial_sequence('publico.recurso', 'id'), (select coalesce(max(id), 1) from publico.recurso))`)
      }),
    borrar: () => rmSync(folder, { recursive: true, force: true }),
  }
}
