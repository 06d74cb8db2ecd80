import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Remisiones to the INE: the oficio as it was prepared, its sending, and the acuse that came back. */
export class Remisiones1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.remision (
  id uuid not null,
  proceso_id uuid not null,
  entregables text[] not null,
  numero text not null,
  lugar text not null,
  fecha date not null,
  destinatario jsonb not null,
  atencion jsonb,
  asunto text not null,
  cuerpo text not null,
  remitente jsonb not null,
  copias text[] not null,
  anexos uuid[] not null,
  version int not null,
  preparada_en timestamptz not null,
  preparada_por uuid,
  enviada_en timestamptz,
  medio text,
  oficio_id uuid,
  envio_registrado_en timestamptz,
  envio_folio text,
  acuse_en timestamptz,
  acuse_folio text,
  acuse_documento_id uuid,
  acuse_registrado_en timestamptz,
  anulada_en timestamptz,
  anulada_motivo text,
  constraint remision_pk primary key (id)
);
create unique index remision_numero_uq on captura.remision (proceso_id, numero) where anulada_en IS NULL;
alter table captura.remision add constraint remision_oficio_fk foreign key (oficio_id) references captura.documento(id);
alter table captura.remision add constraint remision_acuse_fk foreign key (acuse_documento_id) references captura.documento(id);
`

/** The acuses, which anybody reads one by one in public, go into an expediente. */
const GRANTS = `
alter table captura.remision owner to conoceles_dueno;
grant select, insert on captura.remision to conoceles_instituto;
grant update (entregables, numero, lugar, fecha, destinatario, atencion, asunto, cuerpo, remitente, copias, anexos, version,
  enviada_en, medio, oficio_id, envio_registrado_en, envio_folio, acuse_en, acuse_folio, acuse_documento_id, acuse_registrado_en,
  anulada_en, anulada_motivo) on captura.remision to conoceles_instituto;
grant select on publico.acuse to conoceles_instituto;
`

const READERS = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`

/** A sent remisión keeps its words, and an annulled one everything, whatever the application does. */
const POLICIES = `
alter table captura.remision enable row level security;
alter table captura.remision force row level security;
create policy instituto on captura.remision for select to conoceles_instituto using (${READERS});
create policy instituto_agrega on captura.remision for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.remision for update to conoceles_instituto
  using (${SECRETARIA}) with check (${SECRETARIA});
create function captura.remision_fija() returns trigger language plpgsql as $$
begin
  if old.anulada_en is not null then
    raise exception 'una remisión anulada no se altera' using errcode = '42501';
  end if;
  if old.enviada_en is not null and
    (new.entregables, new.numero, new.lugar, new.fecha, new.destinatario, new.atencion, new.asunto, new.cuerpo, new.remitente, new.copias,
      new.anexos, new.enviada_en, new.medio, new.oficio_id, new.envio_registrado_en, new.envio_folio)
    is distinct from
    (old.entregables, old.numero, old.lugar, old.fecha, old.destinatario, old.atencion, old.asunto, old.cuerpo, old.remitente, old.copias,
      old.anexos, old.enviada_en, old.medio, old.oficio_id, old.envio_registrado_en, old.envio_folio)
  then
    raise exception 'una remisión enviada no se altera' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.remision_fija() owner to conoceles_dueno;
create trigger remision_fija before update on captura.remision for each row execute function captura.remision_fija();
`
