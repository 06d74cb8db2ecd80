import type { MigrationInterface, QueryRunner } from 'typeorm'

/** More facts of the pages as columns of the public list, to filter by. Everything is looked at again, which fills them. */
export class Indice1700000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, AGAIN]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMNS = `
alter table publico.candidatura add column accion_afirmativa text, add column escolaridad text;
create index candidatura_accion_afirmativa_ix on publico.candidatura (accion_afirmativa, orden) include (estatus) where accion_afirmativa is not null;
`

const AGAIN = `insert into captura.publicacion_pendiente (candidatura_id, desde) select id, clock_timestamp() from publico.candidatura`
