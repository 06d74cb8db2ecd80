import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Bloqueos of a persona's data, by order of an authority or for the risk she runs: one person proposes, another confirms, and two lift it.
 * The database itself refuses one person for two.
 */
export class Bloqueos1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, IMMUTABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.bloqueo (
  id uuid not null,
  proceso_id uuid not null,
  persona_id uuid not null,
  alcance text not null,
  clave text,
  base text not null,
  autoridad text,
  orden text,
  motivo text not null,
  documento_id uuid,
  hasta date,
  estatus text not null,
  version int not null,
  propuesto_por uuid not null,
  propuesto_en timestamptz not null,
  confirmado_por uuid,
  confirmado_en timestamptz,
  levanta_propuesto_por uuid,
  levanta_motivo text,
  levantado_por uuid,
  terminado_en timestamptz,
  constraint bloqueo_dos_personas_ck check (confirmado_por <> propuesto_por),
  constraint bloqueo_levanta_dos_personas_ck check (levantado_por <> levanta_propuesto_por),
  constraint bloqueo_vigente_ck check ((estatus not in ('vigente', 'levantado')) or (confirmado_por is not null and confirmado_en is not null)),
  constraint bloqueo_levantado_ck check ((estatus <> 'levantado') or (levantado_por is not null and levanta_propuesto_por is not null)),
  constraint bloqueo_alcance_ck check ((alcance = 'persona') = (clave is null)),
  constraint bloqueo_orden_ck check ((base <> 'orden') or (autoridad is not null and orden is not null)),
  constraint bloqueo_pk primary key (id)
);
create index bloqueo_persona_ix on captura.bloqueo (persona_id);
alter table captura.bloqueo add constraint bloqueo_persona_fk foreign key (persona_id) references captura.persona(id);
alter table captura.bloqueo add constraint bloqueo_documento_fk foreign key (documento_id) references captura.documento(id);
alter table captura.bloqueo owner to conoceles_dueno;
`

/** The proposal and the authors of the decisions stay as they were written; an ended bloqueo does not begin again. */
const IMMUTABLE = `
create function captura.conservar_bloqueo() returns trigger language plpgsql as $$
begin
  if old.estatus in ('rechazado', 'levantado')
    or (old.confirmado_por is not null and (new.confirmado_por is distinct from old.confirmado_por or new.estatus = 'propuesto'))
    or (new.persona_id, new.alcance, new.base, new.motivo, new.propuesto_por, new.propuesto_en)
      is distinct from (old.persona_id, old.alcance, old.base, old.motivo, old.propuesto_por, old.propuesto_en)
    or (new.clave, new.autoridad, new.orden, new.documento_id, new.hasta) is distinct from (old.clave, old.autoridad, old.orden, old.documento_id, old.hasta) then
    raise exception 'lo que se decidió sobre un bloqueo no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_bloqueo() owner to conoceles_dueno;
create trigger bloqueo_conservar before update on captura.bloqueo for each row execute function captura.conservar_bloqueo();
`

const GRANTS = `
grant select, insert on captura.bloqueo to conoceles_instituto;
grant update (estatus, version, confirmado_por, confirmado_en, levanta_propuesto_por, levanta_motivo, levantado_por, terminado_en)
  on captura.bloqueo to conoceles_instituto;
grant select on captura.bloqueo to conoceles_publicador;
`

const DECIDE = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia')`
const SEE = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria')`
const OWN = `propuesto_por = nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = `
alter table captura.bloqueo enable row level security;
alter table captura.bloqueo force row level security;
create policy instituto on captura.bloqueo for select to conoceles_instituto using (${SEE});
create policy instituto_agrega on captura.bloqueo for insert to conoceles_instituto
  with check (${DECIDE} and ${OWN} and estatus = 'propuesto' and confirmado_por is null);
create policy instituto_cambia on captura.bloqueo for update to conoceles_instituto using (${DECIDE}) with check (${DECIDE});
create policy publicador on captura.bloqueo for select to conoceles_publicador using (true);
`
