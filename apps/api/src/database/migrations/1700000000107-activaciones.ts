import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Activating a version takes two people and can be undone until somebody answers under it: its changes are kept to be given back. The
 * reviewer keeps seeing the last version sent while the actor político corrects it; she never sees the draft.
 */
export class Activaciones1700000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, TWO_PEOPLE, UNDOING, LAST_SENT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMNS = `
alter table captura.cuestionario_borrador add column propuesto_por uuid, add column propuesto_en timestamptz, add column propuesto_alcance jsonb,
  add column activado_por uuid;
alter table captura.cuestionario_borrador add constraint cuestionario_borrador_dos_personas_ck check (activado_por <> propuesto_por);
alter table captura.cuestionario_borrador add constraint cuestionario_borrador_propuesto_ck
  check ((estatus <> 'propuesto') or (propuesto_por is not null and propuesto_alcance is not null));
alter table captura.seccion_anterior add column borrador_id uuid, add column seccion_id uuid, add column reabierta boolean,
  add column validadas_cuestionario_id uuid, add column verificadas_cuestionario_id uuid, add column estatus_tras text, add column version_tras int;
create index seccion_anterior_borrador_ix on captura.seccion_anterior (borrador_id, seccion_id);
create table captura.candidatura_anterior (
  borrador_id uuid not null,
  candidatura_id uuid not null,
  estatus_captura text not null,
  secciones_completas int not null,
  constraint candidatura_anterior_pk primary key (borrador_id, candidatura_id)
);
alter table captura.candidatura_anterior add constraint candidatura_anterior_borrador_fk foreign key (borrador_id) references captura.cuestionario_borrador(id);
alter table captura.candidatura_anterior add constraint candidatura_anterior_candidatura_fk foreign key (candidatura_id)
  references captura.candidatura(id) on DELETE CASCADE;
alter table captura.candidatura_anterior owner to conoceles_dueno;
`

const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const said = (estatus: string) => `${SECRETARIA} and exists (select 1 from captura.cuestionario_borrador b
  where b.id::text = current_setting('app.traslado', true) and b.estatus in (${estatus}))`
/** The second of the two has to be another. */
const CONFIRMING = `${SECRETARIA} and exists (select 1 from captura.cuestionario_borrador b
  where b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true))`
const UNDOES = said(`'activado'`)
const PASSES = `(${CONFIRMING}) or (${UNDOES})`
const COUNTS = said(`'borrador', 'aprobado', 'propuesto', 'activado'`)
const IMPORTING = `${SECRETARIA} and current_setting('app.escritura', true) = 'importacion'
  and exists (select 1 from captura.importacion i where i.estatus = 'aplicando' and i.formato = 'ine')
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.estatus_captura = 'sin_captura')`

/** A draft stays as the Comisión approved it. */
const TWO_PEOPLE = `
create or replace function captura.conservar_borrador() returns trigger language plpgsql as $$
begin
  if old.estatus = 'descartado'
    or (old.estatus in ('aprobado', 'propuesto', 'activado') and new.estatus not in ('borrador', 'descartado')
      and (new.estatus = old.estatus or new.titulo <> old.titulo or new.schema <> old.schema or new.uischema <> old.uischema
        or new.traslados <> old.traslados or new.cargos is distinct from old.cargos or new.acuerdo_id <> old.acuerdo_id))
    or (old.estatus = 'activado' and new.estatus <> 'aprobado')
    or (new.estatus = 'activado' and (old.estatus <> 'propuesto' or new.activado_por is null or new.propuesto_por <> old.propuesto_por)) then
    raise exception 'lo que la Comisión aprobó no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace function captura.exigir_aprobacion() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from captura.cuestionario_borrador b where b.id = new.borrador_id and b.estatus = 'propuesto' and b.tipo = new.tipo
      and b.proceso_id = new.proceso_id and b.schema = new.schema and b.uischema = new.uischema and b.acuerdo_id = new.acuerdo_id
      and b.cargos is not distinct from new.cargos and b.vigente_desde <= new.vigente_desde
      and b.propuesto_por::text <> current_setting('app.cuenta', true))
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo entra en vigor lo que la Comisión aprobó y confirma otra persona' using errcode = '42501';
  end if;
  return new;
end $$;
alter policy instituto_traslada_ve on captura.seccion using (${COUNTS});
alter policy instituto_traslada_ve on captura.consentimiento using (${COUNTS});
alter policy instituto_traslada_cambia on captura.seccion using (${PASSES}) with check (${PASSES});
alter policy instituto_traslada_agrega on captura.seccion with check (${CONFIRMING});
alter policy instituto_importa_solo on captura.seccion with check ((${IMPORTING}) or (${CONFIRMING}));
alter policy instituto_traslada on captura.seccion_anterior with check (${CONFIRMING});
`

/** Policy for undoing an import, as it was first allowed. */
const UNDOES_IMPORT = `${SECRETARIA} and exists (select 1 from captura.importacion_fila f join captura.importacion i on i.id = f.importacion_id
  where f.candidatura_id = seccion.candidatura_id and i.estatus = 'deshaciendo'
    and (f.veredicto = 'crear' or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]')))`

/** A version that nobody answered goes as if it had never been; a foreign key holds back any other. */
const UNDOING = `
create or replace function captura.conservar_cuestionario() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.borrador_id::text = current_setting('app.traslado', true)
    and exists (select 1 from captura.cuestionario_borrador b where b.id = old.borrador_id and b.estatus = 'activado') then
    return old;
  end if;
  raise exception 'una versión en uso de un cuestionario no cambia' using errcode = '42501';
end $$;
grant delete on captura.cuestionario, captura.seccion_anterior to conoceles_instituto;
create policy instituto_deshace_version on captura.seccion for delete to conoceles_instituto using (${UNDOES});
alter policy instituto_deshace_solo on captura.seccion using ((${UNDOES_IMPORT}) or (${UNDOES}));
create policy instituto_deshace_version on captura.seccion_anterior for delete to conoceles_instituto using (${UNDOES});
create policy instituto_deshace_ve on captura.seccion_anterior for select to conoceles_instituto using (${UNDOES});
alter table captura.candidatura_anterior enable row level security;
alter table captura.candidatura_anterior force row level security;
grant select, insert, delete on captura.candidatura_anterior to conoceles_instituto;
create policy instituto_traslada on captura.candidatura_anterior for insert to conoceles_instituto with check (${CONFIRMING});
create policy instituto_deshace on captura.candidatura_anterior to conoceles_instituto using (${UNDOES}) with check (false);
`

const SENT_ONCE = (more: string) => `current_setting('app.rol', true) = 'verificacion'
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.validada_en is not null and ${more})`

/** A decision with her own account rules at once; a signed form counts from the moment it is sent. */
const LAST_SENT = `
create policy instituto_enviada on captura.fotografia for select to conoceles_instituto using (validada_en is not null and ${SENT_ONCE('true')});
create policy instituto_enviado on captura.consentimiento for select to conoceles_instituto
  using (${SENT_ONCE(`(otorgado_en <= c.validada_en or revision <> 'pendiente')`)});
create policy instituto_enviado on identidad.formato for select to conoceles_instituto using (current_setting('app.rol', true) = 'verificacion'
  and exists (select 1 from captura.consentimiento co where co.formato_id = formato.id));
`
