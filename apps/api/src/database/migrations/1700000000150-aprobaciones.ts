import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An approval by another vote than one on its own matter takes a reason and two people. */
export class Aprobaciones1700000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, COLUMNS, IMMUTABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.aprobacion_excepcional (
  id uuid not null,
  proceso_id uuid not null,
  materia text not null,
  acto text not null,
  version int not null,
  contenido jsonb not null,
  faltas text[] not null,
  motivo text not null,
  propuesta_por uuid not null,
  propuesta_en timestamptz not null,
  confirmada_por uuid,
  confirmada_en timestamptz,
  retirada_en timestamptz,
  constraint aprobacion_excepcional_pk primary key (id),
  constraint aprobacion_excepcional_proceso_fk foreign key (proceso_id) references captura.proceso(id),
  constraint aprobacion_excepcional_dos_personas_ck check (confirmada_por <> propuesta_por),
  constraint aprobacion_excepcional_confirmada_ck check ((confirmada_por is null) = (confirmada_en is null))
);
create unique index aprobacion_excepcional_abierta_ux on captura.aprobacion_excepcional (materia, acto, version) where retirada_en is null;
alter table captura.aprobacion_excepcional owner to conoceles_dueno;
`

/** Vote that approved a version, and the reason when it was not on its own matter; null in earlier approvals. */
const COLUMNS = `
alter table captura.cuestionario_borrador add column aprobacion jsonb;
alter table captura.politica_borrador add column aprobacion jsonb;
alter table captura.cumplimiento add column excepcion jsonb;
`

const IMMUTABLE = `
create function captura.conservar_aprobacion() returns trigger language plpgsql as $$
begin
  if old.confirmada_en is not null or old.retirada_en is not null then
    raise exception 'lo que se confirmó o se retiró no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_aprobacion() owner to conoceles_dueno;
create trigger aprobacion_excepcional_conservar before update on captura.aprobacion_excepcional
  for each row execute function captura.conservar_aprobacion();
`

const GRANTS = `
grant select, insert on captura.aprobacion_excepcional to conoceles_instituto;
grant update (confirmada_por, confirmada_en, retirada_en) on captura.aprobacion_excepcional to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const SEE = `${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria')`
const DECIDE = `${ROL} in ('secretaria', 'transparencia')`
const ACCOUNT = `nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = `
alter table captura.aprobacion_excepcional enable row level security;
alter table captura.aprobacion_excepcional force row level security;
create policy instituto on captura.aprobacion_excepcional for select to conoceles_instituto using (${SEE});
create policy instituto_agrega on captura.aprobacion_excepcional for insert to conoceles_instituto
  with check (${DECIDE} and propuesta_por = ${ACCOUNT} and confirmada_en is null and retirada_en is null);
create policy instituto_cambia on captura.aprobacion_excepcional for update to conoceles_instituto
  using (${DECIDE}) with check (${DECIDE} and (confirmada_por is null or confirmada_por = ${ACCOUNT}));
`
