import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Facts that the pack left open and the institute confirmed. */
export class Confirmaciones1700000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, IMMUTABLE, GRANTS, POLICIES, VIGENTES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.confirmacion (
  id uuid not null,
  proceso_id uuid not null,
  clave text not null,
  huella text not null,
  documento text not null,
  fecha date not null,
  confirmada_por uuid not null,
  confirmada_en timestamptz not null,
  deshecha_por uuid,
  deshecha_en timestamptz,
  motivo text,
  constraint confirmacion_deshecha_ck check ((deshecha_por is null) = (deshecha_en is null) and (deshecha_por is null) = (motivo is null)),
  constraint confirmacion_pk primary key (id),
  constraint confirmacion_proceso_fk foreign key (proceso_id) references captura.proceso(id)
);
create unique index confirmacion_vigente_ux on captura.confirmacion (proceso_id, clave) where deshecha_en is null;
alter table captura.confirmacion owner to conoceles_dueno;
`

/** Undone once, and nothing else of it changes. */
const IMMUTABLE = `
create function captura.conservar_confirmacion() returns trigger language plpgsql as $$
begin
  if old.deshecha_en is not null then raise exception 'lo que se deshizo no cambia' using errcode = '42501'; end if;
  return new;
end $$;
alter function captura.conservar_confirmacion() owner to conoceles_dueno;
create trigger confirmacion_conservar before update on captura.confirmacion for each row execute function captura.conservar_confirmacion();
`

const GRANTS = `
grant select, insert on captura.confirmacion to conoceles_instituto;
grant update (deshecha_por, deshecha_en, motivo) on captura.confirmacion to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const SEE = `${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria')`
const DECIDE = `${ROL} = 'secretaria'`
const OWN = (column: string) => `${column} = nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = `
alter table captura.confirmacion enable row level security;
alter table captura.confirmacion force row level security;
create policy instituto on captura.confirmacion for select to conoceles_instituto using (${SEE});
create policy instituto_agrega on captura.confirmacion for insert to conoceles_instituto
  with check (${DECIDE} and ${OWN('confirmada_por')} and deshecha_en is null);
create policy instituto_cambia on captura.confirmacion for update to conoceles_instituto
  using (${DECIDE}) with check (${DECIDE} and ${OWN('deshecha_por')});
create policy dueno on captura.confirmacion for select to conoceles_dueno using (true);
`

/** Document that confirms each fact: the same for everybody who is told how sure it is. The table holds the author. */
const VIGENTES = `
create function captura.confirmaciones_vigentes() returns table (clave text, huella text, documento text, fecha text)
language sql stable security definer set search_path = pg_catalog as $$
  select c.clave, c.huella, c.documento, c.fecha::text from captura.confirmacion c where c.deshecha_en is null
$$;
alter function captura.confirmaciones_vigentes() owner to conoceles_dueno;
revoke all on function captura.confirmaciones_vigentes() from public;
grant execute on function captura.confirmaciones_vigentes() to conoceles_instituto, conoceles_actor, conoceles_publicador;
`
