import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Requests of personas about their data, for the Unidad that attends to them; and the suppression of identity answers. It destroys their
 * data key and leaves its author, day and reason, so that a restored backup does not bring them back unnoticed.
 */
export class Derechos1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, SUPPRESS, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const NEW_TABLES = ['captura.solicitud_derecho', 'identidad.prueba_derecho', 'identidad.supresion']

const TABLES = `
create table captura.solicitud_derecho (
  id uuid not null,
  proceso_id uuid not null,
  candidatura_id uuid not null,
  folio text not null,
  derecho text not null,
  recibida date not null,
  descripcion text not null,
  acreditada_en date,
  hechos jsonb not null,
  version int not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  constraint solicitud_derecho_folio_uq unique (proceso_id, folio),
  constraint solicitud_derecho_pk primary key (id)
);
alter table captura.solicitud_derecho add constraint solicitud_derecho_candidatura_fk foreign key (candidatura_id) references captura.candidatura (id);
create index solicitud_derecho_recibida_ix on captura.solicitud_derecho (recibida, id);
create table identidad.prueba_derecho (
  solicitud_id uuid not null,
  medio text not null,
  kid text not null,
  envuelta bytea not null,
  cifrada bytea not null,
  recibida_en timestamptz not null,
  constraint prueba_derecho_pk primary key (solicitud_id)
);
alter table identidad.prueba_derecho add constraint prueba_derecho_solicitud_fk foreign key (solicitud_id) references captura.solicitud_derecho (id);
create table identidad.supresion (
  candidatura_id uuid not null,
  suprimida_en timestamptz not null,
  motivo text not null,
  constraint supresion_pk primary key (candidatura_id)
);
${NEW_TABLES.map(
  (table) => `alter table ${table} owner to conoceles_dueno;
alter table ${table} enable row level security;
alter table ${table} force row level security;
`,
).join('')}
`

/** The only way to destroy the data key of a persona once she was captured. Answers how many had one. */
const SUPPRESS = `
create function identidad.suprimir(candidaturas uuid[], porque text, cuando timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare destruidas int;
begin
  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  delete from identidad.respuesta where candidatura_id = any(candidaturas);
  delete from identidad.llave where candidatura_id = any(candidaturas);
  get diagnostics destruidas = row_count;
  insert into identidad.supresion (candidatura_id, suprimida_en, motivo) select c, cuando, porque from unnest(candidaturas) c
    on conflict (candidatura_id) do nothing;
  perform set_config('app.lectura', '', true);
  return destruidas;
end $$;
alter function identidad.suprimir(uuid[], text, timestamptz) owner to conoceles_dueno;
revoke all on function identidad.suprimir(uuid[], text, timestamptz) from public;
`

const GRANTS = `
grant execute on function identidad.suprimir(uuid[], text, timestamptz) to conoceles_instituto;
grant select, insert on captura.solicitud_derecho, identidad.prueba_derecho to conoceles_instituto;
grant update (acreditada_en, hechos, version) on captura.solicitud_derecho to conoceles_instituto;
grant select on identidad.supresion to conoceles_actor, conoceles_instituto, conoceles_publicador;
`

const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const TRANSPARENCIA = `current_setting('app.rol', true) = 'transparencia'`
const SUPPRESSING = `current_setting('app.lectura', true) = 'supresion'`
/** Data of a persona who asked for access and proved her identity, in a transaction that declared the reading. */
const ACCESS = `${TRANSPARENCIA} and current_setting('app.lectura', true) = 'acceso' and exists (select 1 from captura.solicitud_derecho s
  where s.candidatura_id = TABLE.candidatura_id and s.derecho = 'acceso' and s.acreditada_en is not null)`

const POLICIES = `
create policy instituto on captura.solicitud_derecho to conoceles_instituto using (${TRANSPARENCIA}) with check (${TRANSPARENCIA});
create policy instituto on identidad.prueba_derecho to conoceles_instituto using (${TRANSPARENCIA}) with check (${TRANSPARENCIA});
create policy dueno_rota on identidad.prueba_derecho to conoceles_dueno
  using (current_setting('app.lectura', true) = 'rotacion') with check (current_setting('app.lectura', true) = 'rotacion');
create policy actor on identidad.supresion for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on identidad.supresion for select to conoceles_instituto using (${OF_CANDIDATURA});
create policy publicador on identidad.supresion for select to conoceles_publicador using (true);
${['identidad.supresion', 'identidad.llave', 'identidad.respuesta']
  .map((table) => `create policy dueno_suprime on ${table} to conoceles_dueno using (${SUPPRESSING}) with check (${SUPPRESSING});\n`)
  .join('')}
${['captura.seccion', 'captura.consentimiento', 'captura.fotografia', 'identidad.llave', 'identidad.respuesta']
  .map(
    (table) =>
      `create policy instituto_da_acceso on ${table} for select to conoceles_instituto using (${ACCESS.replaceAll('TABLE', table.replace(/^.*[.]/, ''))});\n`,
  )
  .join('')}
`
