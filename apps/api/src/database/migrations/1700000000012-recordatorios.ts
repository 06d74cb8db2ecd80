import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reminders of duties to the INE: the outbox, the accounts that know of a duty, and the messages that each account wants. */
export class Recordatorios1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.recordatorio (
  id uuid not null,
  clave text not null,
  tipo text not null,
  cuenta_id uuid not null,
  rol text not null,
  entregable text,
  milestone text,
  distancia integer,
  dia date not null,
  desde timestamptz not null,
  caduca_en timestamptz not null,
  estatus text not null,
  asunto text not null,
  texto text not null,
  intentos integer not null,
  proximo_intento timestamptz not null,
  tomado_por uuid,
  tomado_hasta timestamptz,
  enviado_en timestamptz,
  falla text,
  a_mano boolean not null,
  constraint recordatorio_clave_uq unique (clave),
  constraint recordatorio_pk primary key (id)
);
create index recordatorio_estatus_ix on captura.recordatorio (estatus, proximo_intento);
create index recordatorio_desde_ix on captura.recordatorio (desde, id);
create table captura.enterada (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  vence date not null,
  cuenta_id uuid not null,
  rol text not null,
  enterada_en timestamptz not null,
  folio text not null,
  constraint enterada_uq unique (proceso_id, entregable, milestone, vence, cuenta_id),
  constraint enterada_pk primary key (id)
);
create table captura.preferencia_recordatorio (
  cuenta_id uuid not null,
  apagados text[] not null,
  constraint preferencia_recordatorio_pk primary key (cuenta_id)
);
`

const GRANTS = `
alter table captura.recordatorio owner to conoceles_dueno;
alter table captura.enterada owner to conoceles_dueno;
alter table captura.preferencia_recordatorio owner to conoceles_dueno;
grant select, insert on captura.recordatorio, captura.enterada, captura.preferencia_recordatorio to conoceles_instituto;
grant update (estatus, caduca_en, asunto, texto, intentos, proximo_intento, tomado_por, tomado_hasta, enviado_en, falla, a_mano)
  on captura.recordatorio to conoceles_instituto;
grant update (apagados) on captura.preferencia_recordatorio to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const STAFF = `${ROL} in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const OWN = `${STAFF} and cuenta_id::text = current_setting('app.cuenta', true)`

const POLICIES = `
alter table captura.recordatorio enable row level security;
alter table captura.recordatorio force row level security;
alter table captura.enterada enable row level security;
alter table captura.enterada force row level security;
alter table captura.preferencia_recordatorio enable row level security;
alter table captura.preferencia_recordatorio force row level security;
create policy instituto on captura.recordatorio for select to conoceles_instituto
  using (${ROL} in ('secretaria', 'administracion', 'auditoria') or (${OWN}));
create policy instituto_agrega on captura.recordatorio for insert to conoceles_instituto with check (${ROL} = 'secretaria');
create policy instituto_cambia on captura.recordatorio for update to conoceles_instituto
  using (${ROL} in ('secretaria', 'administracion')) with check (${ROL} in ('secretaria', 'administracion'));
create policy instituto on captura.enterada for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.enterada for insert to conoceles_instituto with check (${OWN});
create policy instituto on captura.preferencia_recordatorio for select to conoceles_instituto
  using (${ROL} in ('secretaria', 'administracion', 'auditoria') or (${OWN}));
create policy instituto_agrega on captura.preferencia_recordatorio for insert to conoceles_instituto with check (${OWN});
create policy instituto_cambia on captura.preferencia_recordatorio for update to conoceles_instituto using (${OWN}) with check (${OWN});
`
