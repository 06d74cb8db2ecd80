import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Drafts of the programme for another election day: nothing else of the system reads them. */
export class Escenarios1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.escenario (
  id uuid not null,
  proceso_id uuid not null,
  nombre text not null,
  jornada date not null,
  origen jsonb not null,
  ediciones jsonb not null,
  decisiones jsonb not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid not null,
  cambiado_en timestamptz not null,
  descartado_en timestamptz,
  constraint escenario_pk primary key (id)
);
create unique index escenario_nombre_uq on captura.escenario (proceso_id, nombre) where descartado_en IS NULL;
`

const GRANTS = `
alter table captura.escenario owner to conoceles_dueno;
grant select, insert on captura.escenario to conoceles_instituto;
grant update (nombre, ediciones, decisiones, version, cambiado_en, descartado_en) on captura.escenario to conoceles_instituto;
`

const READERS = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

const POLICIES = `
alter table captura.escenario enable row level security;
alter table captura.escenario force row level security;
create policy instituto on captura.escenario for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.escenario for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.escenario for update to conoceles_instituto
  using (${SECRETARIA}) with check (${SECRETARIA});
`
