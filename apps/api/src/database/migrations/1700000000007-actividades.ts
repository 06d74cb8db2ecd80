import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Duties to the INE: the programme as its sources say it, events that opened a duty, decisions of people, and fulfilments. */
export class Actividades1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.programa (
  proceso_id uuid not null,
  contenido jsonb not null,
  constraint programa_pk primary key (proceso_id)
);
create table captura.evento (
  id uuid not null,
  proceso_id uuid not null,
  tipo text not null,
  actividades text[] not null,
  fecha date not null,
  ocurrido_en timestamptz not null,
  acuerdo_id uuid,
  titulo text not null,
  constraint evento_acuerdo_uq unique (acuerdo_id),
  constraint evento_pk primary key (id)
);
create index evento_proceso_ix on captura.evento (proceso_id, fecha);
create table captura.resolucion (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  statement text not null,
  razon text not null,
  resuelta_en timestamptz not null,
  resuelta_por uuid not null,
  rol text not null,
  constraint resolucion_pk primary key (id)
);
create index resolucion_proceso_ix on captura.resolucion (proceso_id, resuelta_en);
create table captura.cumplimiento (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  aplica boolean not null,
  ocurrido_en timestamptz not null,
  referencia text not null,
  documento_id uuid,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  anulado_en timestamptz,
  anulado_por uuid,
  anulado_motivo text,
  constraint cumplimiento_pk primary key (id)
);
create unique index cumplimiento_vigente_uq on captura.cumplimiento (proceso_id, entregable, milestone) where anulado_en IS NULL;
alter table captura.evento add constraint evento_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.cumplimiento add constraint cumplimiento_documento_fk foreign key (documento_id) references captura.documento(id);
`

const GRANTS = `
alter table captura.programa owner to conoceles_dueno;
alter table captura.evento owner to conoceles_dueno;
alter table captura.resolucion owner to conoceles_dueno;
alter table captura.cumplimiento owner to conoceles_dueno;
grant select on captura.programa, captura.evento, captura.resolucion, captura.cumplimiento to conoceles_instituto;
grant insert on captura.evento, captura.resolucion, captura.cumplimiento to conoceles_instituto;
grant update (actividades, fecha, ocurrido_en), delete on captura.evento to conoceles_instituto;
grant update (anulado_en, anulado_por, anulado_motivo) on captura.cumplimiento to conoceles_instituto;
`

const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

const POLICIES = ['programa', 'evento', 'resolucion', 'cumplimiento']
  .map(
    (table) => `alter table captura.${table} enable row level security;
alter table captura.${table} force row level security;
create policy instituto on captura.${table} for select to conoceles_instituto using (${STAFF});
${table === 'programa' ? '' : `create policy instituto_agrega on captura.${table} for insert to conoceles_instituto with check (${SECRETARIA});`}
${table === 'evento' || table === 'cumplimiento' ? `create policy instituto_cambia on captura.${table} for update to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});` : ''}
${table === 'evento' ? `create policy instituto_quita on captura.evento for delete to conoceles_instituto using (${SECRETARIA});` : ''}
`,
  )
  .join('')
