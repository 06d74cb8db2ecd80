import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Findings in the texts of an import, row by row, and the treatment that somebody chose. */
export class Textos1700000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRATAMIENTO)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TRATAMIENTO = `
alter table captura.importacion
  add column tratamiento jsonb not null default '{"acentos": false, "formaUsual": false, "otrasEntidades": false}',
  add column hallazgos jsonb not null default '{"acentos": 0, "irreparables": 0, "mayusculas": 0, "otrasEntidades": 0}';
alter table captura.importacion_fila add column hallazgos jsonb not null default '[]';
alter table captura.importacion alter column tratamiento drop default, alter column hallazgos drop default;
`
