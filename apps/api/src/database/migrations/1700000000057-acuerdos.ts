import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Typing errors about an acuerdo are corrected with a reason, and the earlier facts are kept. */
export class Acuerdos1700000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, POLICIES, KEPT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.acuerdo_correccion (
  id uuid not null,
  acuerdo_id uuid not null,
  numero text not null,
  fecha date not null,
  organo text,
  asunto text,
  aprobado_en timestamptz,
  documento_id uuid,
  motivo text not null,
  folio text not null,
  corregido_en timestamptz not null,
  corregido_por uuid not null,
  constraint acuerdo_correccion_pk primary key (id)
);
alter table captura.acuerdo_correccion add constraint acuerdo_correccion_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.acuerdo_correccion add constraint acuerdo_correccion_documento_fk foreign key (documento_id) references captura.documento(id);
create index acuerdo_correccion_acuerdo_ix on captura.acuerdo_correccion (acuerdo_id);
alter table captura.acuerdo_correccion owner to conoceles_dueno;
grant select, insert on captura.acuerdo_correccion to conoceles_instituto;
`

const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

const POLICIES = `
alter table captura.acuerdo_correccion enable row level security;
alter table captura.acuerdo_correccion force row level security;
create policy instituto on captura.acuerdo_correccion for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.acuerdo_correccion for insert to conoceles_instituto with check (${SECRETARIA});
`

/** A blank fact may be completed; a recorded one is replaced only after it was kept. */
const KEPT = `
create function captura.acuerdo_conserva() returns trigger language plpgsql as $$
begin
  if ((new.numero, new.fecha) is distinct from (old.numero, old.fecha)
    or old.organo is not null and new.organo is distinct from old.organo
    or old.asunto is not null and new.asunto is distinct from old.asunto
    or old.aprobado_en is not null and new.aprobado_en is distinct from old.aprobado_en
    or old.documento_id is not null and new.documento_id is distinct from old.documento_id)
    and not exists (select 1 from captura.acuerdo_correccion c where c.acuerdo_id = old.id
      and (c.numero, c.fecha, c.organo, c.asunto, c.aprobado_en, c.documento_id)
        is not distinct from (old.numero, old.fecha, old.organo, old.asunto, old.aprobado_en, old.documento_id))
  then
    raise exception 'lo que consta de un acuerdo no se altera sin conservarlo' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.acuerdo_conserva() owner to conoceles_dueno;
create trigger acuerdo_conserva before update on captura.acuerdo for each row execute function captura.acuerdo_conserva();
`
