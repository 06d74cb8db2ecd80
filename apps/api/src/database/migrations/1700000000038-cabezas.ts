import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Signed heads of the bitácora between cortes. They tell its length and its hash, and none of its content. So they lie in the public world,
 * which everybody may copy; as in the rest of it, only the right to write is restricted.
 */
export class Cabezas1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table publico.cabeza (
  numero int primary key,
  en timestamptz not null,
  n bigint not null,
  cabecera text not null,
  sha256 text not null,
  firma text not null,
  llave text not null
);
alter table publico.cabeza owner to conoceles_dueno;
create trigger cabeza_impedir before update or delete on publico.cabeza for each row execute function bitacora.impedir();
create trigger cabeza_impedir_vaciar before truncate on publico.cabeza for each statement execute function bitacora.impedir();
`

const GRANTS = `
grant select on publico.cabeza to conoceles_lector, conoceles_instituto, conoceles_publicador;
grant insert on publico.cabeza to conoceles_publicador;
`
