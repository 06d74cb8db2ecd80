import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Browsers that signed in to an account before: strangers' failures do not make them wait. */
export class Navegadores1700000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table acceso.navegador')
  }
}

const TABLE = `
create table acceso.navegador (
  id uuid not null,
  cuenta_id uuid not null,
  sha256 text not null,
  anterior text,
  entro_en timestamptz,
  visto_en timestamptz not null,
  olvidado_en timestamptz,
  constraint navegador_pk primary key (id),
  constraint navegador_cuenta_fk foreign key (cuenta_id) references acceso.cuenta (id) on delete cascade
);
create index navegador_cuenta_ix on acceso.navegador (cuenta_id);
create index navegador_sha256_ix on acceso.navegador (sha256);
create index navegador_anterior_ix on acceso.navegador (anterior);
alter table acceso.navegador owner to conoceles_dueno;
grant select, insert, update, delete on acceso.navegador to conoceles_acceso;
`
