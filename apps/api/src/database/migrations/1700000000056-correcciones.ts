import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Typing errors about a sending or its acuse are corrected with a reason, and the earlier facts are kept. */
export class Correcciones1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, POLICIES, FIXED]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.remision_correccion (
  id uuid not null,
  remision_id uuid not null,
  que text not null,
  ocurrido_en timestamptz not null,
  dato text not null,
  documento_id uuid,
  registrado_en timestamptz not null,
  motivo text not null,
  folio text not null,
  corregida_en timestamptz not null,
  corregida_por uuid not null,
  constraint remision_correccion_pk primary key (id),
  constraint remision_correccion_que_ck check (que in ('envio', 'acuse'))
);
alter table captura.remision_correccion add constraint remision_correccion_remision_fk foreign key (remision_id) references captura.remision(id);
alter table captura.remision_correccion add constraint remision_correccion_documento_fk foreign key (documento_id) references captura.documento(id);
create index remision_correccion_remision_ix on captura.remision_correccion (remision_id);
alter table captura.remision_correccion owner to conoceles_dueno;
grant select, insert on captura.remision_correccion to conoceles_instituto;
`

const READERS = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

const POLICIES = `
alter table captura.remision_correccion enable row level security;
alter table captura.remision_correccion force row level security;
create policy instituto on captura.remision_correccion for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.remision_correccion for insert to conoceles_instituto with check (${SECRETARIA});
`

/** The words of a sent oficio stay. The times of its sending and receipt may be corrected only after the earlier facts were kept. */
const FIXED = `
create function captura.remision_conserva(remision uuid, parte text, ocurrido timestamptz, dicho text, documento uuid, registrado timestamptz)
returns boolean language sql stable as $$
  select exists (select 1 from captura.remision_correccion c where c.remision_id = remision and c.que = parte and c.ocurrido_en = ocurrido
    and c.dato = dicho and c.documento_id is not distinct from documento and c.registrado_en = registrado)
$$;
alter function captura.remision_conserva(uuid, text, timestamptz, text, uuid, timestamptz) owner to conoceles_dueno;
create or replace function captura.remision_fija() returns trigger language plpgsql as $$
begin
  if old.anulada_en is not null then
    raise exception 'una remisión anulada no se altera' using errcode = '42501';
  end if;
  if old.enviada_en is not null and (
    (new.entregables, new.numero, new.lugar, new.fecha, new.destinatario, new.atencion, new.asunto, new.cuerpo, new.remitente, new.copias,
      new.anexos, new.envio_folio)
    is distinct from
    (old.entregables, old.numero, old.lugar, old.fecha, old.destinatario, old.atencion, old.asunto, old.cuerpo, old.remitente, old.copias,
      old.anexos, old.envio_folio)
    or new.enviada_en is null
    or (new.enviada_en, new.medio, new.oficio_id, new.envio_registrado_en)
      is distinct from (old.enviada_en, old.medio, old.oficio_id, old.envio_registrado_en)
      and not captura.remision_conserva(old.id, 'envio', old.enviada_en, old.medio, old.oficio_id, old.envio_registrado_en))
  then
    raise exception 'una remisión enviada no se altera' using errcode = '42501';
  end if;
  if old.acuse_en is not null and (
    new.acuse_en is null
    or (new.acuse_en, new.acuse_folio, new.acuse_documento_id, new.acuse_registrado_en)
      is distinct from (old.acuse_en, old.acuse_folio, old.acuse_documento_id, old.acuse_registrado_en)
      and not captura.remision_conserva(old.id, 'acuse', old.acuse_en, old.acuse_folio, old.acuse_documento_id, old.acuse_registrado_en))
  then
    raise exception 'un acuse no se altera' using errcode = '42501';
  end if;
  return new;
end $$;
`
