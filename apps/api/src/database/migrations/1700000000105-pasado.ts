import type { MigrationInterface, QueryRunner } from 'typeorm'

const PAST = `from publico.recurso where hasta_corte is not null and contenido is not null and ruta ~ '^(candidaturas|fotografias)/'`

/** Earlier versions of records and photographs move to the archive, as each corte does from here on. */
export class Pasado1700000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.recurso_retirado no force row level security')
    await runner.query(`insert into captura.recurso_retirado (id, ruta, sha256, medio, contenido, desde_corte, hasta_corte)
      select id, ruta, sha256, medio, contenido, desde_corte, hasta_corte ${PAST}`)
    await runner.query('alter table captura.recurso_retirado force row level security')
    await runner.query(
      `update publico.recurso set contenido = null, gzip = null, brotli = null, huella = null where id in (select id ${PAST})`,
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('bytes that left the public world do not come back: restore a backup instead'))
  }
}
