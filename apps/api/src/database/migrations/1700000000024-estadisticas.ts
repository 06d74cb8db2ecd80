import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sources of the statistics: public facts beside the public list, and the lote in which each person was counted, without any answer. */
export class Estadisticas1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, TABLES, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Taken from the pages that are public already. */
const COLUMNS = `
alter table publico.candidatura add column actor text, add column sexo text, add column edad int, add column grupos text[] not null default '{}', add column respuestas jsonb not null default '{}';
update publico.candidatura set actor = fila #>> '{actorPolitico,clave}', sexo = fila ->> 'sexo';
update publico.candidatura c set edad = (p.pagina ->> 'edad')::int,
  grupos = coalesce((select array_agg(distinct g) from (
    select d ->> 'grupo' as g from jsonb_array_elements(p.pagina -> 'distintivos') d
    union select p.pagina #>> '{accionAfirmativa,clave}') of where g is not null), '{}')
from (select ruta, convert_from(contenido, 'UTF8')::jsonb as pagina from publico.recurso where hasta_corte is null and ruta like 'candidaturas/%') p
where p.ruta = 'candidaturas/' || c.id;
`

const TABLES = `
create table captura.estadistica_corte (
  proceso_id uuid not null,
  fecha date not null,
  corte int not null,
  en timestamptz not null,
  constraint estadistica_corte_pk primary key (proceso_id, fecha)
);
create table captura.estadistica_lote (
  id uuid not null,
  proceso_id uuid not null,
  tabla text not null,
  celda text not null,
  fecha date not null,
  tamano int not null,
  respuestas jsonb not null,
  constraint estadistica_lote_pk primary key (id)
);
create table captura.estadistica_contada (
  candidatura_id uuid not null,
  tabla text not null,
  lote_id uuid not null,
  constraint estadistica_contada_pk primary key (candidatura_id, tabla)
);
create index estadistica_contada_lote_ix on captura.estadistica_contada (lote_id);
alter table captura.estadistica_contada add constraint estadistica_contada_candidatura_fk foreign key (candidatura_id) references captura.candidatura (id) on delete cascade;
alter table captura.estadistica_contada add constraint estadistica_contada_lote_fk foreign key (lote_id) references captura.estadistica_lote (id);
`

const GRANTS = ['estadistica_corte', 'estadistica_lote', 'estadistica_contada']
  .map(
    (table) => `
alter table captura.${table} owner to conoceles_dueno;
alter table captura.${table} enable row level security;
alter table captura.${table} force row level security;
grant select, insert on captura.${table} to conoceles_publicador;
create policy publicador on captura.${table} to conoceles_publicador using (true) with check (true);
`,
  )
  .join('')
