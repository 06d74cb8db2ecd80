import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Calendars that telephones read: the links of each account, the last events of each calendar, and the public dates. */
export class Calendarios1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, CATALOGOS, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table acceso.calendario_enlace (
  id uuid not null,
  cuenta_id uuid not null,
  rol text not null,
  nombre text not null,
  alcance text not null,
  sha256 text not null,
  creado_en timestamptz not null,
  revocado_en timestamptz,
  constraint calendario_enlace_pk primary key (id)
);
create index calendario_enlace_cuenta_ix on acceso.calendario_enlace (cuenta_id, creado_en);
create unique index calendario_enlace_nombre_uq on acceso.calendario_enlace (cuenta_id, nombre) where revocado_en IS NULL;
create unique index calendario_enlace_sha256_uq on acceso.calendario_enlace (sha256);
alter table acceso.calendario_enlace add constraint calendario_enlace_cuenta_fk
  foreign key (cuenta_id) references acceso.cuenta(id) on delete cascade;
create table captura.calendario_emitido (
  proceso_id uuid not null,
  uid text not null,
  areas text[] not null,
  contenido jsonb not null,
  huella text not null,
  cancelado boolean not null,
  secuencia int not null,
  cambiado_en timestamptz not null,
  constraint calendario_emitido_pk primary key (proceso_id, uid)
);
create table publico.fecha (
  uid text primary key,
  contenido jsonb not null,
  huella text not null,
  cancelado boolean not null,
  secuencia int not null,
  cambiado_en timestamptz not null
);
`

const CATALOGOS = `update captura.proceso set catalogos = '{"calendario": [], "tiposEleccion": []}'::jsonb || catalogos;`

const GRANTS = `
alter table acceso.calendario_enlace owner to conoceles_dueno;
alter table captura.calendario_emitido owner to conoceles_dueno;
alter table publico.fecha owner to conoceles_dueno;
grant select, insert on acceso.calendario_enlace to conoceles_acceso;
grant update (revocado_en) on acceso.calendario_enlace to conoceles_acceso;
grant select, insert, update on captura.calendario_emitido to conoceles_instituto;
grant select, insert, update on publico.fecha to conoceles_publicador;
grant select on publico.fecha to conoceles_lector;
`

/** Roles that may have a calendar; they also write down its last versions. */
const READERS = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria')`

const POLICIES = `
alter table acceso.calendario_enlace enable row level security;
alter table acceso.calendario_enlace force row level security;
create policy acceso on acceso.calendario_enlace to conoceles_acceso using (true) with check (true);
alter table captura.calendario_emitido enable row level security;
alter table captura.calendario_emitido force row level security;
create policy instituto on captura.calendario_emitido to conoceles_instituto using (${READERS}) with check (${READERS});
`
