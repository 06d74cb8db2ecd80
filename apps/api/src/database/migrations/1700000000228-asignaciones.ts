import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The reviewer that has each candidatura of the queue, so that two never meet on one by accident. */
export class Asignaciones1700000000228 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, INDICE, OWNED, GRANT, SECURED, OWN]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.asignacion (
  candidatura_id uuid not null constraint asignacion_candidatura_fk references captura.candidatura on delete cascade,
  cuenta_id uuid not null,
  desde timestamptz not null,
  hasta timestamptz,
  constraint asignacion_pk primary key (candidatura_id)
)`
const INDICE = 'create index asignacion_cuenta_ix on captura.asignacion (cuenta_id)'
const OWNED = 'alter table captura.asignacion owner to conoceles_dueno'
const GRANT = 'grant select, insert, update, delete on captura.asignacion to conoceles_instituto'
const SECURED = 'alter table captura.asignacion enable row level security, force row level security'
const OWN = `create policy instituto on captura.asignacion to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion')`
