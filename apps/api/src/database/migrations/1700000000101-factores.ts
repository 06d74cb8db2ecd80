import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Several second factors per account: today's TOTP seeds move into a table of their own, beside passkeys and recovery codes. */
export class Factores1700000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, MOVE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table acceso.factor (
  id uuid not null,
  cuenta_id uuid not null,
  tipo text not null,
  nombre text not null,
  creado_en timestamptz not null,
  ultimo_uso_en timestamptz,
  totp_secreto bytea,
  totp_ultimo_paso bigint,
  credencial_id text,
  llave_publica bytea,
  contador bigint,
  transportes text[],
  constraint factor_pk primary key (id),
  constraint factor_credencial_uq unique (credencial_id),
  constraint factor_cuenta_fk foreign key (cuenta_id) references acceso.cuenta (id) on delete cascade
);
create index factor_cuenta_ix on acceso.factor (cuenta_id);
create table acceso.reto (
  id uuid not null,
  cuenta_id uuid not null,
  uso text not null,
  reto text not null,
  totp_secreto bytea,
  vence_en timestamptz not null,
  constraint reto_pk primary key (id),
  constraint reto_cuenta_fk foreign key (cuenta_id) references acceso.cuenta (id) on delete cascade
);
create index reto_cuenta_ix on acceso.reto (cuenta_id);
create table acceso.codigo_recuperacion (
  huella text not null,
  cuenta_id uuid not null,
  creado_en timestamptz not null,
  usado_en timestamptz,
  constraint codigo_recuperacion_pk primary key (huella),
  constraint codigo_recuperacion_cuenta_fk foreign key (cuenta_id) references acceso.cuenta (id) on delete cascade
);
create index codigo_recuperacion_cuenta_ix on acceso.codigo_recuperacion (cuenta_id);
create table acceso.reposicion (
  id uuid not null,
  cuenta_id uuid not null,
  motivo text not null,
  estatus text not null,
  propuesta_por uuid not null,
  propuesta_en timestamptz not null,
  decidida_por uuid,
  decidida_en timestamptz,
  constraint reposicion_pk primary key (id),
  constraint reposicion_cuenta_fk foreign key (cuenta_id) references acceso.cuenta (id) on delete cascade
);
create unique index reposicion_abierta_uq on acceso.reposicion (cuenta_id) where estatus = 'propuesta';
`

/** The seed of an invitation that nobody accepted goes: its holder enrols when she accepts it. */
const MOVE = `
insert into acceso.factor (id, cuenta_id, tipo, nombre, creado_en, totp_secreto, totp_ultimo_paso)
select gen_random_uuid(), id, 'totp', 'Aplicación de verificación', creada_en, totp_secreto, totp_ultimo_paso
from acceso.cuenta where estatus = 'activa' and totp_secreto is not null;
alter table acceso.cuenta drop column totp_secreto, drop column totp_ultimo_paso;
`

const NEW = ['factor', 'reto', 'codigo_recuperacion', 'reposicion'].map((name) => `acceso.${name}`)

const GRANTS = `
${NEW.map((table) => `alter table ${table} owner to conoceles_dueno;`).join('\n')}
grant select, insert, update on ${NEW.join(', ')} to conoceles_acceso;
grant delete on acceso.factor, acceso.reto, acceso.codigo_recuperacion to conoceles_acceso;
`

const POLICIES = NEW.map(
  (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy acceso on ${table} to conoceles_acceso using (true) with check (true);`,
).join('\n')
