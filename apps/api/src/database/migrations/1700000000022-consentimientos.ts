import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a persona takes back leaves every past corte too, and nothing derived from it stays. */
export class Consentimientos1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [WITHDRAWN]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** The unsalted hash by which the publisher tells what changed would let anybody who reads it try a guess: it goes with the bytes. */
const WITHDRAWN = `
alter table publico.recurso alter column huella drop not null;
update publico.recurso set huella = null where contenido is null;
alter table publico.recurso add constraint recurso_retirado_ck
  check (case when contenido is null then gzip is null and brotli is null and huella is null and hasta_corte is not null else huella is not null end);
create index recurso_pasado_ix on publico.recurso (ruta) where hasta_corte is not null and contenido is not null;
`
