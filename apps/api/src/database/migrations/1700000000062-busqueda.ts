import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Search entries of the public list name the place of each row in the list, not its id. A page is cut before any row is read, so that it
 * costs the same however many are found. Actors have a table of their own, for one array tells no order.
 */
export class Busqueda1700000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ORDEN, PALABRAS, POSTULANTES, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ORDEN = 'create unique index candidatura_lugar_ix on publico.candidatura (orden)'

const OF_A_PLACE = 'orden text collate "C" not null references publico.candidatura (orden) on update cascade on delete cascade'

const PALABRAS = `
alter table publico.palabra rename to palabra_anterior;
create table publico.palabra (palabra text collate "C" not null, ${OF_A_PLACE}, constraint palabra_pk primary key (palabra, orden));
insert into publico.palabra select distinct palabra, c.orden from publico.palabra_anterior join publico.candidatura c on c.id = candidatura_id;
drop table publico.palabra_anterior;
create index palabra_orden_ix on publico.palabra (orden);
alter table publico.palabra owner to conoceles_dueno;
`

/** With the cargo: people who choose an actor político choose it next. */
const POSTULANTES = `
create table publico.postulante (actor text not null, cargo text not null, ${OF_A_PLACE}, constraint postulante_pk primary key (actor, orden));
insert into publico.postulante select distinct a, cargo, orden from publico.candidatura, unnest(actores) a;
create index postulante_cargo_ix on publico.postulante (actor, cargo, orden);
create index postulante_orden_ix on publico.postulante (orden);
alter table publico.postulante owner to conoceles_dueno;
drop index publico.candidatura_actores_ix;
`

const GRANTS = `
grant select on publico.palabra, publico.postulante to conoceles_lector;
grant select, insert, update, delete on publico.palabra, publico.postulante to conoceles_publicador;
`
