import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The persona exercises her rights with her own account: she files, hands in the proof of her identity, attends a prevention and reads the
 * answer. Each act on a request may carry documents, which lie beside that proof and go where it goes.
 */
export class Ejercicio1700000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DOCUMENTS, FOLIO, LABORALES, ATTEND, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const DOCUMENTS = `
alter table identidad.prueba_derecho add column id uuid not null default gen_random_uuid(),
  add column clase text not null default 'identidad',
  add column hecho text, add column nombre text, add column bytes int, add column de_la_persona boolean not null default false,
  drop constraint prueba_derecho_pk,
  add constraint prueba_derecho_pk primary key (id),
  add constraint prueba_derecho_clase_ck check (clase in ('identidad', 'documento') and (clase = 'identidad') = (nombre is null));
alter table identidad.prueba_derecho alter column id drop default, alter column clase drop default, alter column de_la_persona drop default;
create unique index prueba_derecho_identidad_uq on identidad.prueba_derecho (solicitud_id) where clase = 'identidad';
create index prueba_derecho_solicitud_ix on identidad.prueba_derecho (solicitud_id, recibida_en);
`

/** Folios follow one another over everybody's requests, also for a persona who sees only her own. */
const FOLIO = `
create function captura.folio_derecho(proceso uuid, prefijo text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare siguiente int;
begin
  perform pg_advisory_xact_lock(hashtextextended('solicitud_derecho|' || proceso, 0));
  perform set_config('app.lectura', 'folio', true);
  select count(*) + 1 into siguiente from captura.solicitud_derecho s where s.proceso_id = proceso and left(s.folio, length(prefijo)) = prefijo;
  perform set_config('app.lectura', '', true);
  return prefijo || lpad(siguiente::text, greatest(3, length(siguiente::text)), '0');
end $$;
alter function captura.folio_derecho(uuid, text) owner to conoceles_dueno;
revoke all on function captura.folio_derecho(uuid, text) from public;
`

/** Working days, by which terms are counted: no more of the programme. */
const LABORALES = `
create function captura.laborales(proceso uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select p.contenido -> 'laborales' from captura.programa p where p.proceso_id = proceso
$$;
alter function captura.laborales(uuid) owner to conoceles_dueno;
revoke all on function captura.laborales(uuid) from public;
`

/**
 * The only entry that a persona writes into the history of her request: that she attends a prevention. False: there is none, or it changed.
 */
const ATTEND = `
create function captura.desahogar_derecho(solicitud uuid, leida int, dia date, dicho text, acuse text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('app.rol', true), '') <> 'candidata' then
    raise exception 'no desahoga' using errcode = '42501';
  end if;
  update captura.solicitud_derecho s set version = version + 1, hechos = hechos || jsonb_build_array(jsonb_build_object(
      'acto', 'desahogar', 'fecha', dia, 'texto', dicho, 'sentido', null, 'folio', acuse))
    where s.id = solicitud and s.version = leida and s.hechos -> -1 ->> 'acto' = 'prevenir';
  return found;
end $$;
alter function captura.desahogar_derecho(uuid, int, date, text, text) owner to conoceles_dueno;
revoke all on function captura.desahogar_derecho(uuid, int, date, text, text) from public;
`

const PROOF = '(medio, kid, envuelta, cifrada, recibida_en, de_la_persona)'

const GRANTS = `
grant execute on function captura.folio_derecho(uuid, text), captura.laborales(uuid) to conoceles_actor, conoceles_instituto;
grant execute on function captura.desahogar_derecho(uuid, int, date, text, text) to conoceles_actor;
grant select, insert on captura.solicitud_derecho, identidad.prueba_derecho to conoceles_actor;
grant update ${PROOF} on identidad.prueba_derecho to conoceles_actor, conoceles_instituto;
`

const OWN = `current_setting('app.rol', true) = 'candidata' and candidatura_id::text = current_setting('app.candidatura', true)`
const OF_OWN = `exists (select 1 from captura.solicitud_derecho s where s.id = solicitud_id)`
const UNPROVED = `exists (select 1 from captura.solicitud_derecho s where s.id = solicitud_id and s.acreditada_en is null)`
const SENDS = `de_la_persona and (${UNPROVED} or clase = 'documento' and ${OF_OWN})`

const POLICIES = `
create policy actor on captura.solicitud_derecho for select to conoceles_actor using (${OWN});
create policy actor_pide on captura.solicitud_derecho for insert to conoceles_actor
  with check (${OWN} and acreditada_en is null and hechos = '[]' and version = 1);
create policy actor on identidad.prueba_derecho for select to conoceles_actor using (${OF_OWN});
create policy actor_entrega on identidad.prueba_derecho for insert to conoceles_actor with check (${SENDS});
create policy actor_cambia on identidad.prueba_derecho for update to conoceles_actor
  using (clase = 'identidad' and ${UNPROVED}) with check (clase = 'identidad' and ${SENDS});
create policy dueno_numera on captura.solicitud_derecho for select to conoceles_dueno
  using (current_setting('app.lectura', true) = 'folio');
create policy dueno_laborales on captura.programa for select to conoceles_dueno using (true);
create policy dueno_desahoga on captura.solicitud_derecho to conoceles_dueno using (${OWN}) with check (${OWN});
`
