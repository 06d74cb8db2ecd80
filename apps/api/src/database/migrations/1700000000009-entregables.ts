import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The work of an entregable: its versions, the places of its minimum contents, the observaciones of each member and the steps of its chain.
 */
export class Entregables1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.entregable_version (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  clase text not null,
  fecha date not null,
  nota text not null,
  documento_id uuid not null,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text,
  retirada_en timestamptz,
  retirada_por uuid,
  retirada_motivo text,
  constraint entregable_version_numero_uq unique (proceso_id, entregable, numero),
  constraint entregable_version_pk primary key (id)
);
create table captura.entregable_contenido (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  contenido text not null,
  lugar text not null,
  version_id uuid not null,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  rol text,
  quitado_en timestamptz,
  quitado_por uuid,
  quitado_motivo text,
  constraint entregable_contenido_pk primary key (id)
);
create unique index entregable_contenido_vigente_uq on captura.entregable_contenido (proceso_id, entregable, contenido) where quitado_en IS NULL;
create table captura.entregable_observacion (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  integrante text not null,
  cargo text not null,
  sin_observaciones boolean not null,
  lugar text,
  texto text,
  fecha date not null,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text,
  retirada_en timestamptz,
  retirada_por uuid,
  retirada_motivo text,
  constraint entregable_observacion_pk primary key (id)
);
create index entregable_observacion_ix on captura.entregable_observacion (proceso_id, entregable, registrada_en);
create table captura.entregable_respuesta (
  id uuid not null,
  observacion_id uuid not null,
  sentido text not null,
  texto text not null,
  version_id uuid,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text,
  constraint entregable_respuesta_pk primary key (id)
);
create index entregable_respuesta_ix on captura.entregable_respuesta (observacion_id, registrada_en);
create table captura.entregable_paso (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  paso text not null,
  ocurrido_en timestamptz not null,
  referencia text not null,
  sin_observaciones boolean not null,
  documento_id uuid,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  rol text,
  anulado_en timestamptz,
  anulado_por uuid,
  anulado_motivo text,
  constraint entregable_paso_pk primary key (id)
);
create unique index entregable_paso_vigente_uq on captura.entregable_paso (proceso_id, entregable, paso) where anulado_en IS NULL;
alter table captura.entregable_version add constraint entregable_version_documento_fk foreign key (documento_id) references captura.documento(id);
alter table captura.entregable_contenido add constraint entregable_contenido_version_fk foreign key (version_id) references captura.entregable_version(id);
alter table captura.entregable_respuesta add constraint entregable_respuesta_observacion_fk foreign key (observacion_id) references captura.entregable_observacion(id);
alter table captura.entregable_respuesta add constraint entregable_respuesta_version_fk foreign key (version_id) references captura.entregable_version(id);
alter table captura.entregable_paso add constraint entregable_paso_documento_fk foreign key (documento_id) references captura.documento(id);
`

const NAMES = ['entregable_version', 'entregable_contenido', 'entregable_observacion', 'entregable_respuesta', 'entregable_paso']

/** Nothing is rewritten and nothing is deleted: a withdrawn row tells its day, its author and its reason. */
const GRANTS = `
${NAMES.map((name) => `alter table captura.${name} owner to conoceles_dueno;\ngrant select, insert on captura.${name} to conoceles_instituto;`).join('\n')}
grant update (retirada_en, retirada_por, retirada_motivo) on captura.entregable_version, captura.entregable_observacion to conoceles_instituto;
grant update (quitado_en, quitado_por, quitado_motivo) on captura.entregable_contenido to conoceles_instituto;
grant update (anulado_en, anulado_por, anulado_motivo) on captura.entregable_paso to conoceles_instituto;
`

const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const OWN = `current_setting('app.rol', true) = 'comision' and registrada_por = nullif(current_setting('app.cuenta', true), '')::uuid`
/** The secretaría writes, and the Comisión only its own observaciones. */
const writes = (name: string) => (name === 'entregable_observacion' ? `(${SECRETARIA} or (${OWN}))` : `(${SECRETARIA})`)

const POLICIES = NAMES.map(
  (name) => `alter table captura.${name} enable row level security;
alter table captura.${name} force row level security;
create policy instituto on captura.${name} for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.${name} for insert to conoceles_instituto with check ${writes(name)};
${name === 'entregable_respuesta' ? '' : `create policy instituto_cambia on captura.${name} for update to conoceles_instituto using ${writes(name)} with check ${writes(name)};`}
`,
).join('')
