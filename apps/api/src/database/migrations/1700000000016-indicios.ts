import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Texts that resemble each other, found without anybody reading them. No role of the application may touch the table; the one function over
 * it answers with a question and a number, and never names an author.
 *
 * Trigrams judge how alike two texts are. An index of trigrams over texts of thousands of characters takes a second. So only those texts
 * are compared that share a third of twelve fingerprints, the smallest hashes of their runs of four words (bottom-k MinHash). Texts equal
 * in nine tenths by trigrams share far more.
 */
export class Indicios1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EXTENSION, FINGERPRINTS, TABLES, FUNCTIONS, GRANTS, FILL]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Schema apart from ours: objects of the extension belong to the role that installs it. */
const EXTENSION = `
create schema if not exists trigramas;
create extension if not exists pg_trgm schema trigramas;
alter extension pg_trgm set schema trigramas;
grant usage on schema trigramas to conoceles_dueno;
`

const FINGERPRINTS = `
create function captura.huellas_de(texto text) returns bigint[] language sql immutable parallel safe set search_path = pg_catalog as $$
  with words as (select regexp_split_to_array(lower(texto), '[^[:alnum:]]+') as w),
    runs as (select distinct hashtextextended(array_to_string(w[i:i + 3], ' '), 0) as hash
      from words, generate_series(1, greatest(cardinality(w) - 3, 1)) i)
  select array_agg(hash) from (select hash from runs order by hash limit 12) smallest
$$;
alter function captura.huellas_de(text) owner to conoceles_dueno;
revoke all on function captura.huellas_de(text) from public;
grant execute on function captura.huellas_de(text) to conoceles_dueno;
`

const TABLES = `
create table captura.prosa (
  seccion_id uuid not null,
  candidatura_id uuid not null,
  pregunta text not null,
  texto text not null,
  huellas bigint[] not null,
  constraint prosa_pk primary key (seccion_id, pregunta),
  constraint prosa_seccion_fk foreign key (seccion_id) references captura.seccion (id) on delete cascade
);
create index prosa_candidatura_ix on captura.prosa (candidatura_id);
create index prosa_huellas_ix on captura.prosa using gin (huellas);
alter table captura.prosa owner to conoceles_dueno;
alter table captura.prosa enable row level security;
alter table captura.prosa force row level security;
create policy dueno on captura.prosa to conoceles_dueno using (true) with check (true);
`

const FUNCTIONS = `
create function captura.guardar_prosa() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from captura.prosa where seccion_id = new.id;
  insert into captura.prosa (seccion_id, candidatura_id, pregunta, texto, huellas)
  select new.id, new.candidatura_id, key, value #>> '{}', captura.huellas_de(value #>> '{}') from jsonb_each(coalesce(new.respuestas, '{}'))
  where jsonb_typeof(value) = 'string' and length(value #>> '{}') >= 120;
  return null;
end $$;
create trigger seccion_prosa after insert or update of respuestas on captura.seccion
  for each row execute function captura.guardar_prosa();

create function captura.preguntas_parecidas(candidatura uuid, minimo real) returns table (pregunta text, parecido real)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  return query
    with pairs as materialized (
      select own.pregunta as question, own.texto as one, other.texto as another
      from captura.prosa own
      join captura.prosa other on other.huellas && own.huellas and other.pregunta = own.pregunta and other.candidatura_id <> own.candidatura_id
      where own.candidatura_id = candidatura
        and (select count(*) from unnest(own.huellas) huella where huella = any (other.huellas)) >= 4)
    select question, max(trigramas.similarity(one, another)) from pairs
    group by question having max(trigramas.similarity(one, another)) >= minimo;
end $$;
alter function captura.guardar_prosa() owner to conoceles_dueno;
alter function captura.preguntas_parecidas(uuid, real) owner to conoceles_dueno;
`

const GRANTS = `
revoke all on function captura.guardar_prosa(), captura.preguntas_parecidas(uuid, real) from public;
grant execute on function captura.preguntas_parecidas(uuid, real) to conoceles_actor, conoceles_instituto;
`

const FILL = `
insert into captura.prosa (seccion_id, candidatura_id, pregunta, texto, huellas)
select s.id, s.candidatura_id, a.key, a.value #>> '{}', captura.huellas_de(a.value #>> '{}') from captura.seccion s, jsonb_each(coalesce(s.respuestas, '{}')) a
where jsonb_typeof(a.value) = 'string' and length(a.value #>> '{}') >= 120;
`
