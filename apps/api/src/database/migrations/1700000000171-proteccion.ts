import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Versions of the documento de seguridad and of the impact assessment, with their dates. A version that was registered does not change: the next one replaces it. */
export class Proteccion1700000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.documento_proteccion (
  id uuid not null,
  proceso_id uuid not null,
  clase text not null,
  version int not null,
  documento_id uuid not null,
  aprobado_el date not null,
  aprobo text not null,
  presentado_el date,
  revisar_el date not null,
  acuse_folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid not null,
  constraint documento_proteccion_pk primary key (id),
  constraint documento_proteccion_version_uq unique (proceso_id, clase, version),
  constraint documento_proteccion_clase_ck check (clase in ('seguridad', 'impacto')),
  constraint documento_proteccion_revisar_ck check (revisar_el > aprobado_el),
  constraint documento_proteccion_proceso_fk foreign key (proceso_id) references captura.proceso(id),
  constraint documento_proteccion_documento_fk foreign key (documento_id) references captura.documento(id)
);
alter table captura.documento_proteccion owner to conoceles_dueno;
`

const GRANTS = 'grant select, insert on captura.documento_proteccion to conoceles_instituto'

const ROL = `coalesce(current_setting('app.rol', true), '')`
const OWN = `registrado_por = nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = `
alter table captura.documento_proteccion enable row level security;
alter table captura.documento_proteccion force row level security;
create policy instituto on captura.documento_proteccion for select to conoceles_instituto
  using (${ROL} in ('secretaria', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.documento_proteccion for insert to conoceles_instituto
  with check (${ROL} = 'transparencia' and ${OWN});
`
