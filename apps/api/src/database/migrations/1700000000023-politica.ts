import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The policy of publication in versions: a draft of the secretaría, and the one way in which it becomes the version in force. Nobody
 * changes a version in use.
 */
export class Politica1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, IMMUTABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.politica_borrador (
  id uuid not null,
  proceso_id uuid not null,
  base_version int not null,
  motivo text not null,
  campos jsonb not null,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid not null,
  guardado_en timestamptz not null,
  historia jsonb not null,
  constraint politica_borrador_estatus_ck check (estatus in ('borrador', 'activado', 'descartado')),
  constraint politica_borrador_pk primary key (id)
);
create index politica_borrador_proceso_ix on captura.politica_borrador (proceso_id);
alter table captura.politica_borrador owner to conoceles_dueno;
alter table captura.politica_publicacion add column borrador_id uuid, add column motivo text, add column activada_en timestamptz;
alter table captura.politica_publicacion add constraint politica_publicacion_borrador_fk foreign key (borrador_id)
  references captura.politica_borrador(id);
`

const IMMUTABLE = `
create function captura.conservar_politica() returns trigger language plpgsql as $$
begin
  raise exception 'una versión en uso de la política de publicación no cambia' using errcode = '42501';
end $$;
alter function captura.conservar_politica() owner to conoceles_dueno;
create trigger politica_publicacion_conservar before update or delete on captura.politica_publicacion
  for each row execute function captura.conservar_politica();

create function captura.exigir_borrador_politica() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from captura.politica_borrador b where b.id = new.borrador_id and b.estatus = 'borrador' and b.proceso_id = new.proceso_id
      and b.campos = new.campos and b.base_version = new.version - 1)
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo entra en vigor un borrador de la versión que rige' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.exigir_borrador_politica() owner to conoceles_dueno;
create trigger politica_publicacion_borrador before insert on captura.politica_publicacion for each row
  when (current_user = 'conoceles_instituto') execute function captura.exigir_borrador_politica();

create function captura.conservar_politica_borrador() returns trigger language plpgsql as $$
begin
  if old.estatus <> 'borrador' or (new.estatus = 'activado' and new.campos <> old.campos) then
    raise exception 'un borrador que ya se activó o se descartó no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_politica_borrador() owner to conoceles_dueno;
create trigger politica_borrador_conservar before update on captura.politica_borrador
  for each row execute function captura.conservar_politica_borrador();
`

const GRANTS = `
grant select, insert, update on captura.politica_borrador to conoceles_instituto;
grant insert on captura.politica_publicacion to conoceles_instituto;
`

const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const READERS = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria')`

const POLICIES = `
alter table captura.politica_borrador enable row level security;
alter table captura.politica_borrador force row level security;
create policy instituto on captura.politica_borrador for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.politica_borrador for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.politica_borrador for update to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});
`
