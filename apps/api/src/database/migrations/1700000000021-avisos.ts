import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Versions of the aviso de privacidad: written, before the Comisión and the Comité de Transparencia, published; and its printed forms. */
export class Avisos1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, CATALOGOS, IMMUTABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** `finalidades` null: nobody told the purposes of that version apart. `plantilla` null: its text held no {{claves}}. */
const TABLES = `
create table captura.aviso_borrador (
  id uuid not null,
  proceso_id uuid not null,
  integral text not null,
  simplificado text not null,
  finalidades jsonb not null,
  vigente_desde date,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid,
  guardado_en timestamptz not null,
  enviado_en timestamptz,
  comision jsonb,
  comite jsonb,
  aviso_id uuid,
  historia jsonb not null,
  constraint aviso_borrador_pk primary key (id),
  constraint aviso_borrador_aprobado_ck check ((estatus not in ('aprobado', 'publicado')) or (comision is not null and comite is not null and vigente_desde is not null))
);
create index aviso_borrador_proceso_ix on captura.aviso_borrador (proceso_id, guardado_en);
alter table captura.aviso_borrador owner to conoceles_dueno;
alter table captura.aviso_borrador add constraint aviso_borrador_aviso_fk foreign key (aviso_id) references captura.aviso_privacidad (id);
alter table captura.aviso_privacidad add column finalidades jsonb, add column plantilla jsonb, add column ley jsonb, add column borrador_id uuid,
  add column publicado_en timestamptz;
alter table captura.aviso_privacidad add constraint aviso_privacidad_borrador_fk foreign key (borrador_id) references captura.aviso_borrador (id);
create table captura.aviso_documento (
  aviso_id uuid not null,
  tipo text not null,
  contenido bytea not null,
  sha256 text not null,
  constraint aviso_documento_pk primary key (aviso_id, tipo)
);
alter table captura.aviso_documento add constraint aviso_documento_aviso_fk foreign key (aviso_id) references captura.aviso_privacidad (id);
alter table captura.aviso_documento owner to conoceles_dueno;
`

/** A proceso loaded before asks nothing of its avisos. */
const CATALOGOS = `
update captura.proceso set catalogos = catalogos || '{"aviso": {"entregable": null, "leyes": [], "partes": [], "datos": []}}'
  where not catalogos ? 'aviso';
`

const IMMUTABLE = `
create function captura.conservar_aviso() returns trigger language plpgsql as $$
begin
  raise exception 'una versión publicada del aviso de privacidad no cambia' using errcode = '42501';
end $$;
alter function captura.conservar_aviso() owner to conoceles_dueno;
create trigger aviso_privacidad_conservar before update or delete on captura.aviso_privacidad for each row execute function captura.conservar_aviso();
create trigger aviso_documento_conservar before update or delete on captura.aviso_documento for each row execute function captura.conservar_aviso();

create function captura.exigir_comite() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from captura.aviso_borrador b where b.id = new.borrador_id and b.estatus = 'aprobado' and b.proceso_id = new.proceso_id
      and new.plantilla = jsonb_build_object('integral', b.integral, 'simplificado', b.simplificado) and b.finalidades = new.finalidades
      and b.vigente_desde <= new.vigente_desde)
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo se publica lo que el Comité de Transparencia aprobó' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.exigir_comite() owner to conoceles_dueno;
create trigger aviso_privacidad_aprobado before insert on captura.aviso_privacidad for each row when (current_user = 'conoceles_instituto')
  execute function captura.exigir_comite();

create function captura.conservar_aviso_borrador() returns trigger language plpgsql as $$
begin
  if old.estatus in ('publicado', 'descartado')
    or (old.estatus <> 'borrador' and (new.integral <> old.integral or new.simplificado <> old.simplificado or new.finalidades <> old.finalidades))
    or (old.estatus = 'aprobado' and new.estatus = 'aprobado') then
    raise exception 'lo que está ante un órgano, o se publicó, no cambia' using errcode = '42501';
  end if;
  if current_setting('app.rol', true) = 'transparencia' and not (old.estatus = 'en_comite' and new.estatus = 'aprobado') then
    raise exception 'la Unidad de Transparencia sólo asienta la aprobación del Comité' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_aviso_borrador() owner to conoceles_dueno;
create trigger aviso_borrador_conservar before update on captura.aviso_borrador for each row execute function captura.conservar_aviso_borrador();
`

const GRANTS = `
grant select, insert, update on captura.aviso_borrador to conoceles_instituto;
grant insert on captura.aviso_privacidad to conoceles_instituto;
grant select on captura.aviso_documento to conoceles_instituto, conoceles_publicador;
grant insert on captura.aviso_documento to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const SECRETARIA = `${ROL} = 'secretaria'`
const APPROVERS = `${ROL} in ('secretaria', 'transparencia')`
const READERS = `${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria')`

const POLICIES = `
alter table captura.aviso_borrador enable row level security;
alter table captura.aviso_borrador force row level security;
create policy instituto on captura.aviso_borrador for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.aviso_borrador for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.aviso_borrador for update to conoceles_instituto using (${APPROVERS}) with check (${APPROVERS});
alter table captura.aviso_documento enable row level security;
alter table captura.aviso_documento force row level security;
create policy instituto on captura.aviso_documento for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.aviso_documento for insert to conoceles_instituto with check (${SECRETARIA});
create policy publicador on captura.aviso_documento for select to conoceles_publicador using (true);
`
