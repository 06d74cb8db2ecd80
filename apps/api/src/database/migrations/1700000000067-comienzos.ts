import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Each beginning of each word of a name, as a search asks for it. The places of one beginning stand together and in order, so that its page
 * costs the same however many match. With whole words, every match was read and put in order at each search.
 */
export class Comienzos1700000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COMIENZOS, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COMIENZOS = `
create table publico.comienzo (comienzo text collate "C" not null,
  orden text collate "C" not null references publico.candidatura (orden) on update cascade on delete cascade,
  constraint comienzo_pk primary key (comienzo, orden));
insert into publico.comienzo select distinct left(palabra, letras), orden from publico.palabra, generate_series(1, length(palabra)) as letras;
create index comienzo_orden_ix on publico.comienzo (orden);
alter table publico.comienzo owner to conoceles_dueno;
drop table publico.palabra;
`

const GRANTS = `
grant select on publico.comienzo to conoceles_lector;
grant select, insert, update, delete on publico.comienzo to conoceles_publicador;
`
