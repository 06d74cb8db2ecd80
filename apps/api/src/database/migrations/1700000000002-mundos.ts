import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The two worlds and their grants. Parties and personas reach rows through `conoceles_actor`, staff through `conoceles_instituto`. The
 * publisher is `conoceles_publicador`, and the public routes have `conoceles_lector` and nothing else.
 */
export class Mundos1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [BITACORA, PUBLICO, OWNERSHIP, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const BITACORA = `
create schema bitacora;
create table bitacora.acto (
  n bigint primary key,
  contenido text not null,
  anterior bytea not null,
  hash bytea not null,
  acto text generated always as ((contenido::jsonb) ->> 'acto') stored,
  objeto_id text generated always as ((contenido::jsonb) #>> '{objeto,id}') stored
);
create index acto_objeto_ix on bitacora.acto (objeto_id, n);
create index acto_acto_ix on bitacora.acto (acto, n);

create function bitacora.encadenar() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare ultimo record;
begin
  perform pg_advisory_xact_lock(241, 2023);
  select a.n, a.hash into ultimo from bitacora.acto a order by a.n desc limit 1;
  new.n := coalesce(ultimo.n, 0) + 1;
  new.anterior := coalesce(ultimo.hash, ''::bytea);
  new.hash := sha256(convert_to(encode(new.anterior, 'hex') || new.contenido, 'UTF8'));
  return new;
end $$;
create trigger acto_encadenar before insert on bitacora.acto for each row execute function bitacora.encadenar();

create function bitacora.impedir() returns trigger language plpgsql as $$
begin
  raise exception 'la bitácora no se altera' using errcode = '42501';
end $$;
create trigger acto_impedir before update or delete on bitacora.acto for each row execute function bitacora.impedir();
create trigger acto_impedir_vaciar before truncate on bitacora.acto for each statement execute function bitacora.impedir();
`

const PUBLICO = `
create schema publico;
create table publico.corte (
  numero int primary key,
  en timestamptz not null,
  cabecera text not null,
  sha256 text not null,
  firma text not null,
  llave text not null
);
create table publico.llave (id text primary key, algoritmo text not null, spki text not null);
create table publico.recurso (
  id bigint generated always as identity primary key,
  ruta text not null,
  sha256 text not null,
  medio text not null,
  bytes int not null,
  contenido bytea,
  gzip bytea,
  brotli bytea,
  huella text not null,
  desde_corte int not null,
  hasta_corte int
);
create unique index recurso_vigente_uq on publico.recurso (ruta) where hasta_corte is null;
create index recurso_corte_ix on publico.recurso (desde_corte, hasta_corte);
create index recurso_sha256_ix on publico.recurso (sha256);
create table publico.candidatura (
  id uuid primary key,
  proceso text not null,
  orden text collate "C" not null,
  cargo text not null,
  contienda text not null,
  distrito text,
  municipio text,
  actores text[] not null,
  calidad text not null,
  con_propuestas boolean not null,
  captura text not null,
  fila json not null
);
create index candidatura_orden_ix on publico.candidatura (proceso, orden);
create index candidatura_cargo_ix on publico.candidatura (proceso, cargo, orden);
create index candidatura_municipio_ix on publico.candidatura (proceso, municipio, orden);
create index candidatura_distrito_ix on publico.candidatura (proceso, distrito, orden);
create index candidatura_actores_ix on publico.candidatura using gin (actores);
create table publico.palabra (
  proceso text not null,
  palabra text collate "C" not null,
  candidatura_id uuid not null references publico.candidatura (id) on delete cascade,
  primary key (proceso, palabra, candidatura_id)
);
create table publico.acuse (
  folio text primary key,
  acto text not null,
  sha256 text not null,
  recibido_en timestamptz not null,
  firma text not null,
  llave text not null
);
`

const OWNERSHIP = `
do $$
declare t record;
begin
  for t in select schemaname, tablename from pg_tables where schemaname in ('acceso', 'captura', 'identidad', 'bitacora', 'publico') loop
    execute format('alter table %I.%I owner to conoceles_dueno', t.schemaname, t.tablename);
  end loop;
  for t in select unnest(array['acceso', 'captura', 'identidad', 'bitacora', 'publico']) as schemaname loop
    execute format('alter schema %I owner to conoceles_dueno', t.schemaname);
  end loop;
end $$;
alter function bitacora.encadenar() owner to conoceles_dueno;
alter function bitacora.impedir() owner to conoceles_dueno;
`

const GRANTS = `
grant usage on schema acceso, bitacora to conoceles_acceso;
grant usage on schema captura to conoceles_acceso;
grant select, insert, update on all tables in schema acceso to conoceles_acceso;
grant delete on acceso.intento, acceso.familia, acceso.enlace to conoceles_acceso;
grant select on captura.actor_politico, captura.proceso to conoceles_acceso;

grant usage on schema captura, identidad, bitacora, publico to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant usage on schema publico to conoceles_lector;

grant select on captura.proceso, captura.cargo, captura.demarcacion, captura.contienda, captura.actor_politico, captura.cuestionario,
  captura.aviso_privacidad, captura.politica_publicacion, captura.postulacion, captura.acuerdo
  to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant select on captura.candidatura, captura.persona, captura.seccion, captura.observacion, captura.consentimiento, captura.fotografia,
  captura.imagen to conoceles_actor, conoceles_instituto, conoceles_publicador;

grant update (estatus_captura, secciones_completas, capturada_en, validada_en, version) on captura.candidatura to conoceles_actor;
grant insert, update on captura.seccion, captura.fotografia, captura.envio to conoceles_actor;
grant select on captura.envio to conoceles_actor, conoceles_instituto;
grant insert on captura.imagen, captura.consentimiento to conoceles_actor;
grant update (cerrada_en) on captura.observacion to conoceles_actor;

grant update (desfase_reloj) on captura.proceso to conoceles_instituto;
grant insert, update on captura.candidatura, captura.persona, captura.postulacion, captura.acuerdo, captura.importacion, captura.envio to conoceles_instituto;
grant select on captura.importacion to conoceles_instituto;
grant update on captura.seccion, captura.fotografia, captura.consentimiento, captura.observacion to conoceles_instituto;
grant insert on captura.observacion to conoceles_instituto;

grant insert on captura.publicacion_pendiente to conoceles_actor, conoceles_instituto;
grant select on captura.publicacion_pendiente to conoceles_instituto;
grant select, insert, delete on captura.publicacion_pendiente to conoceles_publicador;

grant select, insert, update on identidad.llave, identidad.respuesta to conoceles_actor;
grant select, update on identidad.respuesta to conoceles_instituto;
grant select on identidad.llave to conoceles_instituto;
grant select on identidad.llave, identidad.respuesta to conoceles_publicador;
grant insert on identidad.formato to conoceles_actor;
grant select on identidad.formato to conoceles_instituto;

grant insert (contenido) on bitacora.acto to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;
grant select on bitacora.acto to conoceles_instituto, conoceles_publicador;

grant insert on publico.acuse to conoceles_actor, conoceles_instituto;
grant select on all tables in schema publico to conoceles_lector, conoceles_publicador;
grant select on publico.candidatura, publico.corte to conoceles_actor, conoceles_instituto;
grant insert on publico.corte, publico.llave, publico.recurso to conoceles_publicador;
grant update on publico.recurso to conoceles_publicador;
grant insert, update, delete on publico.candidatura, publico.palabra to conoceles_publicador;
`

/** Own rows only: by the actor político of the account, or the one candidatura of a persona. A missing setting means none. */
const OWN = `
  (current_setting('app.rol', true) in ('captura', 'validacion') and responsable_id = nullif(current_setting('app.actor', true), '')::uuid)
  or (current_setting('app.rol', true) = 'candidata' and id = nullif(current_setting('app.candidatura', true), '')::uuid)`

const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const REVIEWER = `current_setting('app.rol', true) = 'verificacion'
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.estatus_captura in ('validada', 'observada', 'verificada'))`
const OWN_ACCOUNT = `cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid`

const policy = (table: string, role: string, condition: string) =>
  `create policy ${role} on ${table} to conoceles_${role} using (${condition}) with check (${condition});\n`

const POLICIES =
  [
    'captura.candidatura',
    'captura.persona',
    'captura.seccion',
    'captura.observacion',
    'captura.consentimiento',
    'captura.fotografia',
    'captura.imagen',
    'captura.envio',
    'captura.importacion',
    'captura.publicacion_pendiente',
    'identidad.llave',
    'identidad.respuesta',
    'identidad.formato',
  ]
    .map((table) => `alter table ${table} enable row level security;\nalter table ${table} force row level security;\n`)
    .join('') +
  policy('captura.candidatura', 'actor', OWN) +
  policy('captura.candidatura', 'instituto', STAFF) +
  policy('captura.persona', 'actor', 'exists (select 1 from captura.candidatura c where c.persona_id = persona.id)') +
  policy('captura.persona', 'instituto', STAFF) +
  [
    'captura.seccion',
    'captura.observacion',
    'captura.consentimiento',
    'captura.fotografia',
    'identidad.llave',
    'identidad.respuesta',
    'identidad.formato',
  ]
    .map((table) => policy(table, 'actor', OF_CANDIDATURA) + policy(table, 'instituto', REVIEWER))
    .join('') +
  `create policy actor on captura.imagen for select to conoceles_actor using (exists (select 1 from captura.fotografia f where f.sha256 = imagen.sha256));
create policy actor_agrega on captura.imagen for insert to conoceles_actor with check (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion', 'candidata'));
create policy instituto on captura.imagen for select to conoceles_instituto using (exists (select 1 from captura.fotografia f where f.sha256 = imagen.sha256));
` +
  policy('captura.envio', 'actor', OWN_ACCOUNT) +
  policy('captura.envio', 'instituto', OWN_ACCOUNT) +
  policy('captura.importacion', 'instituto', `current_setting('app.rol', true) = 'secretaria'`) +
  policy('captura.publicacion_pendiente', 'actor', OF_CANDIDATURA) +
  policy('captura.publicacion_pendiente', 'instituto', STAFF) +
  [
    'captura.candidatura',
    'captura.persona',
    'captura.seccion',
    'captura.observacion',
    'captura.consentimiento',
    'captura.fotografia',
    'captura.imagen',
    'captura.publicacion_pendiente',
    'identidad.llave',
    'identidad.respuesta',
  ]
    .map((table) => policy(table, 'publicador', 'true'))
    .join('')
