import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When each reviewer last opened a candidatura: she verifies together with others only what she opened. */
export class Aperturas1700000000224 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, INDICE, OWNED, GRANT, SECURED, OWN]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.apertura (
  cuenta_id uuid not null,
  candidatura_id uuid not null constraint apertura_candidatura_fk references captura.candidatura on delete cascade,
  abierta_en timestamptz not null,
  constraint apertura_pk primary key (cuenta_id, candidatura_id)
)`
const INDICE = 'create index apertura_candidatura_ix on captura.apertura (candidatura_id)'
const OWNED = 'alter table captura.apertura owner to conoceles_dueno'
const GRANT = 'grant select, insert, update (abierta_en) on captura.apertura to conoceles_instituto'
const SECURED = 'alter table captura.apertura enable row level security, force row level security'
const OWN = `create policy instituto on captura.apertura to conoceles_instituto
  using (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid)`
