import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sesiones of the organs: holders of charges with their days, convocatorias with their agendas, and records of held sesiones. */
export class Sesiones1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.integrante (
  id uuid not null,
  proceso_id uuid not null,
  organo text not null,
  nombre text not null,
  puesto text,
  encargo text not null,
  voto boolean not null,
  desde date not null,
  hasta date,
  suple uuid,
  documento text,
  documento_id uuid,
  fuente text not null,
  confianza text not null,
  nota text,
  termino text,
  termino_documento_id uuid,
  registrado_en timestamptz,
  registrado_por uuid,
  constraint integrante_pk primary key (id)
);
create index integrante_organo_ix on captura.integrante (proceso_id, organo, desde);
create table captura.sesion (
  id uuid not null,
  proceso_id uuid not null,
  organo text not null,
  tipo text not null,
  numero int not null,
  anio int not null,
  fecha date not null,
  hora text,
  modalidad text not null,
  lugar text,
  estatus text not null,
  version int not null,
  puntos jsonb not null,
  convocatoria jsonb,
  historia jsonb not null,
  fuente text,
  acta_id uuid,
  acta_fecha date,
  constraint sesion_numero_uq unique (proceso_id, organo, tipo, anio, numero),
  constraint sesion_pk primary key (id)
);
create index sesion_fecha_ix on captura.sesion (proceso_id, fecha);
create table captura.celebracion (
  id uuid not null,
  sesion_id uuid not null,
  numero int not null,
  inicio timestamptz not null,
  fin timestamptz not null,
  asistencia jsonb not null,
  puntos jsonb not null,
  motivo text,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  constraint celebracion_numero_uq unique (sesion_id, numero),
  constraint celebracion_pk primary key (id)
);
alter table captura.integrante add constraint integrante_suple_fk foreign key (suple) references captura.integrante(id);
alter table captura.integrante add constraint integrante_documento_fk foreign key (documento_id) references captura.documento(id);
alter table captura.integrante add constraint integrante_termino_documento_fk foreign key (termino_documento_id) references captura.documento(id);
alter table captura.sesion add constraint sesion_acta_fk foreign key (acta_id) references captura.documento(id);
alter table captura.celebracion add constraint celebracion_sesion_fk foreign key (sesion_id) references captura.sesion(id);
`

/** Facts that a person or a rule fixed once stay: a charge only gets its end, a held sesión never changes. */
const GRANTS = `
alter table captura.integrante owner to conoceles_dueno;
alter table captura.sesion owner to conoceles_dueno;
alter table captura.celebracion owner to conoceles_dueno;
grant select, insert on captura.integrante, captura.sesion, captura.celebracion to conoceles_instituto;
grant update (hasta, termino, termino_documento_id) on captura.integrante to conoceles_instituto;
grant update (fecha, hora, modalidad, lugar, estatus, version, puntos, convocatoria, historia, acta_id, acta_fecha)
  on captura.sesion to conoceles_instituto;
`

const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

const POLICIES = ['integrante', 'sesion', 'celebracion']
  .map(
    (table) => `alter table captura.${table} enable row level security;
alter table captura.${table} force row level security;
create policy instituto on captura.${table} for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.${table} for insert to conoceles_instituto with check (${SECRETARIA});
${table === 'celebracion' ? '' : `create policy instituto_cambia on captura.${table} for update to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});`}
`,
  )
  .join('')
