import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Versions of the cuestionarios: drafts of the secretaría, sections as they stood under the version before, and the version under which
 * each was validated and verified. Nobody changes a version in use. The secretaría reads and writes answers only in the transaction that
 * names the draft which carries them over.
 */
export class Versiones1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, COLUMNS, IMMUTABLE, GRANTS, POLICIES, PASSING, EVENTOS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.cuestionario_borrador (
  id uuid not null,
  proceso_id uuid not null,
  tipo text not null,
  titulo text not null,
  cargos text[],
  schema jsonb not null,
  uischema jsonb not null,
  traslados jsonb not null,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid,
  guardado_en timestamptz not null,
  acuerdo_id uuid,
  vigente_desde date,
  base_id uuid,
  historia jsonb not null,
  constraint cuestionario_borrador_aprobado_ck check ((estatus in ('borrador', 'descartado')) or (acuerdo_id is not null and vigente_desde is not null)),
  constraint cuestionario_borrador_pk primary key (id)
);
create index cuestionario_borrador_proceso_ix on captura.cuestionario_borrador (proceso_id, tipo);
create table captura.seccion_anterior (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario_id uuid not null,
  clave text not null,
  estatus text not null,
  version int not null,
  respuestas jsonb,
  guardada_en timestamptz,
  validadas jsonb,
  version_validada int,
  verificadas jsonb,
  verificada_en timestamptz,
  version_verificada int,
  sustituida_en timestamptz not null,
  constraint seccion_anterior_pk primary key (id)
);
create index seccion_anterior_candidatura_ix on captura.seccion_anterior (candidatura_id);
alter table captura.cuestionario_borrador add constraint cuestionario_borrador_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.cuestionario_borrador add constraint cuestionario_borrador_base_fk foreign key (base_id) references captura.cuestionario(id);
alter table captura.seccion_anterior add constraint seccion_anterior_candidatura_fk foreign key (candidatura_id)
  references captura.candidatura(id) on DELETE CASCADE;
alter table captura.seccion_anterior add constraint seccion_anterior_cuestionario_fk foreign key (cuestionario_id) references captura.cuestionario(id);
alter table captura.cuestionario_borrador owner to conoceles_dueno;
alter table captura.seccion_anterior owner to conoceles_dueno;
`

/** Null: under the version of the section itself; of an identity answer, under the first version of all. */
const COLUMNS = `
alter table captura.cuestionario add column cargos text[], add column anterior_id uuid, add column traslados jsonb, add column acuerdo_id uuid,
  add column borrador_id uuid, add column activado_en timestamptz;
alter table captura.cuestionario add constraint cuestionario_anterior_fk foreign key (anterior_id) references captura.cuestionario(id);
alter table captura.cuestionario add constraint cuestionario_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.cuestionario add constraint cuestionario_borrador_fk foreign key (borrador_id) references captura.cuestionario_borrador(id);
alter table captura.seccion add column validadas_cuestionario_id uuid, add column verificadas_cuestionario_id uuid,
  add column reabierta boolean not null default false;
alter table captura.seccion add constraint seccion_validadas_cuestionario_fk foreign key (validadas_cuestionario_id) references captura.cuestionario(id);
alter table captura.seccion add constraint seccion_verificadas_cuestionario_fk foreign key (verificadas_cuestionario_id) references captura.cuestionario(id);
alter table identidad.respuesta add column cuestionario_id uuid, add column validada_cuestionario_id uuid, add column verificada_cuestionario_id uuid;
`

const IMMUTABLE = `
create function captura.conservar_cuestionario() returns trigger language plpgsql as $$
begin
  raise exception 'una versión en uso de un cuestionario no cambia' using errcode = '42501';
end $$;
alter function captura.conservar_cuestionario() owner to conoceles_dueno;
create trigger cuestionario_conservar before update or delete on captura.cuestionario for each row execute function captura.conservar_cuestionario();

create function captura.exigir_aprobacion() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from captura.cuestionario_borrador b where b.id = new.borrador_id and b.estatus = 'aprobado' and b.tipo = new.tipo
      and b.proceso_id = new.proceso_id and b.schema = new.schema and b.uischema = new.uischema and b.acuerdo_id = new.acuerdo_id
      and b.cargos is not distinct from new.cargos and b.vigente_desde <= new.vigente_desde)
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo entra en vigor lo que la Comisión aprobó' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.exigir_aprobacion() owner to conoceles_dueno;
create trigger cuestionario_aprobado before insert on captura.cuestionario for each row when (current_user = 'conoceles_instituto')
  execute function captura.exigir_aprobacion();

create function captura.conservar_borrador() returns trigger language plpgsql as $$
begin
  if old.estatus in ('activado', 'descartado') or (old.estatus = 'aprobado' and new.estatus = 'aprobado')
    or (old.estatus = 'aprobado' and new.estatus = 'activado' and (new.schema <> old.schema or new.uischema <> old.uischema
      or new.traslados <> old.traslados or new.cargos is distinct from old.cargos)) then
    raise exception 'lo que la Comisión aprobó no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_borrador() owner to conoceles_dueno;
create trigger cuestionario_borrador_conservar before update on captura.cuestionario_borrador for each row execute function captura.conservar_borrador();
`

const GRANTS = `
grant select, insert, update on captura.cuestionario_borrador to conoceles_instituto;
grant insert on captura.cuestionario to conoceles_instituto;
grant select on captura.seccion_anterior to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant insert on captura.seccion_anterior to conoceles_instituto;
`

const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const READERS = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria')`
const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const REVIEWER_OF_VALIDATED = `current_setting('app.rol', true) = 'verificacion'
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.validada_en is not null)`

const POLICIES = `
alter table captura.cuestionario_borrador enable row level security;
alter table captura.cuestionario_borrador force row level security;
create policy instituto on captura.cuestionario_borrador for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.cuestionario_borrador for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.cuestionario_borrador for update to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});
alter table captura.seccion_anterior enable row level security;
alter table captura.seccion_anterior force row level security;
create policy actor on captura.seccion_anterior for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on captura.seccion_anterior for select to conoceles_instituto using (${REVIEWER_OF_VALIDATED});
create policy publicador on captura.seccion_anterior for select to conoceles_publicador using (true);
`

const said = (estatus: string) => `${SECRETARIA} and exists (select 1 from captura.cuestionario_borrador b
  where b.id::text = current_setting('app.traslado', true) and b.estatus in (${estatus}))`
/** Counting the changes in advance is reading too. */
const COUNTING = said(`'borrador', 'aprobado'`)
const TRASLADANDO = said(`'aprobado'`)
const IMPORTING = `${SECRETARIA} and current_setting('app.escritura', true) = 'importacion'
  and exists (select 1 from captura.importacion i where i.estatus = 'aplicando' and i.formato = 'ine')
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.estatus_captura = 'sin_captura')`

const PASSING = `
create policy instituto_traslada_ve on captura.seccion for select to conoceles_instituto using (${COUNTING});
create policy instituto_traslada_ve on captura.consentimiento for select to conoceles_instituto using (${COUNTING});
create policy instituto_traslada_cambia on captura.seccion for update to conoceles_instituto using (${TRASLADANDO}) with check (${TRASLADANDO});
create policy instituto_traslada_agrega on captura.seccion for insert to conoceles_instituto with check (${TRASLADANDO});
alter policy instituto_importa_solo on captura.seccion with check ((${IMPORTING}) or (${TRASLADANDO}));
create policy instituto_traslada on captura.seccion_anterior for insert to conoceles_instituto with check (${TRASLADANDO});
`

/** An acuerdo may approve candidaturas and, another day, a cuestionario: each is a duty of its own. */
const EVENTOS = `
alter table captura.evento drop constraint evento_acuerdo_uq;
alter table captura.evento add constraint evento_acuerdo_uq unique (acuerdo_id, tipo);
grant update (titulo) on captura.evento to conoceles_instituto;
`
