import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Exits in the public list: a cancelled candidatura keeps its place, a substituted one leaves it to its successor. */
export class Salidas1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, INDEXES, ARCHIVE]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** `captura` is null where nothing that was captured is public. */
const COLUMNS = `
alter table publico.candidatura add column estatus text, add column comunidad text, alter column captura drop not null;
update publico.candidatura set estatus = fila ->> 'estatus';
alter table publico.candidatura alter column estatus set not null;
`

/**
 * The list that is shown unasked, in its order and by each filter. They hold the estatus, so that a count needs no row. An installation
 * serves one proceso: it is no scope to begin with, and no query of the list names it.
 */
const INDEXES = `
drop index publico.candidatura_orden_ix, publico.candidatura_cargo_ix, publico.candidatura_municipio_ix, publico.candidatura_distrito_ix;
create index candidatura_orden_ix on publico.candidatura (orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_cargo_ix on publico.candidatura (cargo, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_contienda_ix on publico.candidatura (contienda, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_municipio_ix on publico.candidatura (municipio, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_distrito_ix on publico.candidatura (distrito, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_comunidad_ix on publico.candidatura (comunidad, orden) include (estatus) where comunidad is not null;
create index candidatura_estatus_ix on publico.candidatura (estatus, orden) where estatus <> 'aprobada';
`

/** Former public bytes of candidates who left: no longer public, and still there for the institute to prove. */
const ARCHIVE = `
create table captura.recurso_retirado (
  id bigint primary key,
  ruta text not null,
  sha256 text not null,
  medio text not null,
  contenido bytea not null,
  desde_corte int not null,
  hasta_corte int not null
);
create index recurso_retirado_ruta_ix on captura.recurso_retirado (ruta);
alter table captura.recurso_retirado owner to conoceles_dueno;
alter table captura.recurso_retirado enable row level security;
alter table captura.recurso_retirado force row level security;
grant select, insert, delete on captura.recurso_retirado to conoceles_publicador;
grant select on captura.recurso_retirado to conoceles_instituto;
create policy publicador on captura.recurso_retirado to conoceles_publicador using (true) with check (true);
create policy instituto on captura.recurso_retirado for select to conoceles_instituto using (current_setting('app.rol', true) = 'auditoria');
`
