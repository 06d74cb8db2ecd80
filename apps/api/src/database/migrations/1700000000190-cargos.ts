import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The charge that an account of the institute holds since a day: records name who did each act with the one that was held then. */
export class Cargos1700000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table acceso.cargo_cuenta (
  id uuid not null,
  cuenta_id uuid not null,
  cargo text,
  desde timestamptz not null,
  constraint cargo_cuenta_pk primary key (id),
  constraint cargo_cuenta_cuenta_fk foreign key (cuenta_id) references acceso.cuenta(id)
);
create index cargo_cuenta_cuenta_ix on acceso.cargo_cuenta (cuenta_id, desde);
`

const GRANTS = `
alter table acceso.cargo_cuenta owner to conoceles_dueno;
grant select, insert on acceso.cargo_cuenta to conoceles_acceso;
`
