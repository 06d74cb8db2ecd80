import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An import is a job. Its row tells its progress, its rows wait in a table, and the file waits encrypted until the import is closed. */
export class Importaciones1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, FORMER, OWNERSHIP, GRANTS, POLICIES, BORRADO]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
alter table captura.importacion
  add column formato text not null default 'lista',
  add column bytes int not null default 0,
  add column fuente text,
  add column encabezados jsonb,
  add column asignacion jsonb,
  add column hechas int,
  add column total int,
  add column falla text,
  add column intentos int not null default 0,
  add column omitir_rechazadas boolean not null default false,
  add column adiciones jsonb not null default '[]',
  add column avisos jsonb not null default '[]',
  add column hojas jsonb not null default '[]',
  add column creado jsonb,
  add column acuse jsonb,
  add column actuada_por uuid,
  add column peticion text;
alter table captura.importacion alter column formato drop default, alter column bytes drop default, alter column intentos drop default,
  alter column omitir_rechazadas drop default, alter column adiciones drop default, alter column avisos drop default,
  alter column hojas drop default;
create index candidatura_folio_ix on captura.candidatura (proceso_id, folio_formula);
create index importacion_estatus_ix on captura.importacion (estatus, creada_en);
create table captura.importacion_fila (
  importacion_id uuid not null,
  fila int not null,
  celdas jsonb,
  veredicto text,
  clave text,
  nombre text,
  cambios jsonb not null,
  errores jsonb not null,
  advertencias jsonb not null,
  candidatura_id uuid,
  version int,
  antes jsonb,
  constraint importacion_fila_pk primary key (importacion_id, fila)
);
create index importacion_fila_veredicto_ix on captura.importacion_fila (importacion_id, veredicto, fila);
create index importacion_fila_candidatura_ix on captura.importacion_fila (candidatura_id);
create table captura.importacion_fuente (
  id uuid not null,
  proceso_id uuid not null,
  nombre text not null,
  columnas jsonb not null,
  guardada_en timestamptz not null,
  guardada_por uuid not null,
  constraint importacion_fuente_nombre_uq unique (proceso_id, nombre),
  constraint importacion_fuente_pk primary key (id)
);
create table identidad.archivo (
  importacion_id uuid not null,
  parte int not null,
  kid text not null,
  envuelta bytea not null,
  cifrada bytea not null,
  constraint archivo_pk primary key (importacion_id, parte)
);
alter table captura.importacion_fila add constraint importacion_fila_importacion_fk foreign key (importacion_id) references captura.importacion(id);
alter table identidad.archivo add constraint archivo_importacion_fk foreign key (importacion_id) references captura.importacion(id);
`

/** Earlier confirmed imports keep their rows; a waiting one has no file to go on from. */
const FORMER = `
insert into captura.importacion_fila (importacion_id, fila, veredicto, clave, nombre, cambios, errores, advertencias)
select distinct on (i.id, v.fila) i.id, v.fila, v.veredicto, v.clave, v.nombre, coalesce(v.cambios, '[]'), coalesce(v.errores, '[]'), '[]'
from captura.importacion i, jsonb_to_recordset(i.veredictos) as v(fila int, veredicto text, clave text, nombre text, cambios jsonb, errores jsonb)
where i.estatus = 'confirmada';
update captura.importacion set estatus = 'descartada', cerrada_en = creada_en where estatus = 'propuesta';
alter table captura.importacion drop column filas, drop column veredictos;
`

const OWNERSHIP = `
alter table captura.importacion_fila owner to conoceles_dueno;
alter table captura.importacion_fuente owner to conoceles_dueno;
alter table identidad.archivo owner to conoceles_dueno;
`

const GRANTS = `
grant select, insert, update, delete on captura.importacion_fila, captura.importacion_fuente to conoceles_instituto;
grant select, insert, delete on identidad.archivo to conoceles_instituto;
grant insert on captura.demarcacion, captura.contienda, captura.actor_politico to conoceles_instituto;
grant delete on captura.candidatura, captura.persona, captura.postulacion, captura.acuerdo, captura.contienda, captura.demarcacion,
  captura.actor_politico to conoceles_instituto;
`

const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

/** Undoing an import is the one way in which a candidatura disappears: that import made it, and nobody touched it since. */
const POLICIES = `
${['captura.importacion_fila', 'captura.importacion_fuente', 'identidad.archivo']
  .map(
    (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy instituto on ${table} to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});`,
  )
  .join('\n')}
create policy instituto_deshace on captura.candidatura as restrictive for delete to conoceles_instituto using (
  ${SECRETARIA} and entrega_id is null
  and exists (select 1 from captura.importacion_fila f join captura.importacion i on i.id = f.importacion_id
    where f.candidatura_id = candidatura.id and f.version = candidatura.version and f.veredicto = 'crear' and i.estatus = 'deshaciendo'));
create policy instituto_deshace on captura.persona as restrictive for delete to conoceles_instituto using (
  ${SECRETARIA} and not exists (select 1 from captura.candidatura c where c.persona_id = persona.id));
`

/** The same for tables without row-level security: only rows that came with an import in the undoing. */
const BORRADO = `
create function captura.impedir_borrado() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from captura.importacion i where i.estatus = 'deshaciendo' and i.creado -> tg_table_name ? old.id::text) then
    return old;
  end if;
  raise exception 'sólo al deshacer una importación se retira lo que ella trajo' using errcode = '42501';
end $$;
alter function captura.impedir_borrado() owner to conoceles_dueno;
${['postulacion', 'acuerdo', 'contienda', 'demarcacion', 'actor_politico']
  .map(
    (table) => `create trigger ${table}_impedir before delete on captura.${table} for each row execute function captura.impedir_borrado();`,
  )
  .join('\n')}
`
