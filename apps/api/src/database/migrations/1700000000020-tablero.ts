import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Progress of each captura, for accounts that follow it without reading an answer. Reminders to the personas, omissions once they were
 * emitted, and captures by others, for the persona to see.
 */
export class Tablero1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, FUNCTION, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create index candidatura_vence_ix on captura.candidatura (proceso_id, captura_vence, id);
alter table captura.seccion add column extemporanea boolean not null default false,
  add column de_la_persona boolean not null default false, add column propias jsonb, add column propias_en timestamptz;
alter table identidad.respuesta add column propia bytea, add column propia_cuestionario_id uuid;
create table captura.captura_ajena (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario text not null,
  seccion text not null,
  dia date not null,
  cuenta_id uuid not null,
  rol text not null,
  actor_politico_id uuid,
  primera_en timestamptz not null,
  ultima_en timestamptz not null,
  veces int not null,
  constraint captura_ajena_uq unique (candidatura_id, cuestionario, seccion, cuenta_id, dia),
  constraint captura_ajena_pk primary key (id)
);
alter table captura.captura_ajena add constraint captura_ajena_candidatura_fk foreign key (candidatura_id) references captura.candidatura (id) on delete cascade;
alter table captura.captura_ajena add constraint captura_ajena_actor_fk foreign key (actor_politico_id) references captura.actor_politico (id);
alter table captura.captura_ajena owner to conoceles_dueno;
alter table captura.captura_ajena enable row level security;
alter table captura.captura_ajena force row level security;
alter table captura.recordatorio add column candidatura_id uuid, add column pedido_por uuid, add column pide text;
alter table captura.recordatorio add constraint recordatorio_candidatura_fk foreign key (candidatura_id) references captura.candidatura (id) on delete cascade;
create index recordatorio_candidatura_ix on captura.recordatorio (candidatura_id, dia);
create table captura.omision_emitida (
  id uuid not null,
  proceso_id uuid not null,
  actor_politico_id uuid,
  corte timestamptz not null,
  omisiones int not null,
  universo int not null,
  archivo bytea not null,
  sha256 text not null,
  folio text not null,
  emitida_por uuid not null,
  constraint omision_emitida_pk primary key (id)
);
alter table captura.omision_emitida add constraint omision_emitida_actor_fk foreign key (actor_politico_id) references captura.actor_politico (id);
create index omision_emitida_corte_ix on captura.omision_emitida (corte, id);
alter table captura.omision_emitida owner to conoceles_dueno;
alter table captura.omision_emitida enable row level security;
alter table captura.omision_emitida force row level security;
`

/** States and days, never an answer: staff that may not read captura see how it goes, and a party sees its own. */
const FUNCTION = `
create function captura.avance_de(candidaturas uuid[])
returns table (candidatura_id uuid, secciones jsonb, guardada_en timestamptz, observaciones int, observacion_vence date, exenta boolean,
  actuales jsonb, decisiones jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, s.secciones, s.guardada_en, o.observaciones, o.vence,
    coalesce((select not k.tratamiento from captura.consentimiento k where k.candidatura_id = c.id and k.revision <> 'rechazada'
      order by k.otorgado_en desc, k.id desc limit 1), false),
    (select jsonb_object_agg(f.cuestionario_id || '/' || f.clave, jsonb_build_object('estatus', f.estatus, 'version', f.version, 'guardadaEn', f.guardada_en))
      from (select cuestionario_id, clave, estatus, version, guardada_en from captura.seccion_anterior where candidatura_id = c.id
        union all select cuestionario_id, clave, estatus, version, guardada_en from captura.seccion where candidatura_id = c.id) f),
    (select jsonb_agg(jsonb_build_object('en', k.otorgado_en, 'tratamiento', k.tratamiento)) from captura.consentimiento k
      where k.candidatura_id = c.id and k.revision <> 'rechazada')
  from captura.candidatura c
  left join (select candidatura_id, jsonb_object_agg(cuestionario_id || '/' || clave, estatus) as secciones, max(guardada_en) as guardada_en
    from captura.seccion where candidatura_id = any(candidaturas) group by 1) s on s.candidatura_id = c.id
  left join (select candidatura_id, count(*)::int as observaciones, min(vence) as vence
    from captura.observacion where candidatura_id = any(candidaturas) and cerrada_en is null group by 1) o on o.candidatura_id = c.id
  where c.id = any(candidaturas)
$$;
alter function captura.avance_de(uuid[]) owner to conoceles_dueno;
revoke all on function captura.avance_de(uuid[]) from public;
grant execute on function captura.avance_de(uuid[]) to conoceles_actor, conoceles_instituto;
`

const GRANTS = `
grant select, insert on captura.recordatorio to conoceles_actor;
grant update (estatus, proximo_intento) on captura.recordatorio to conoceles_actor;
grant select, insert on captura.omision_emitida to conoceles_instituto;
grant select, insert, update (ultima_en, veces) on captura.captura_ajena to conoceles_actor;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const FOLLOWS = `${ROL} in ('verificacion', 'secretaria', 'comision', 'auditoria')
  or (${ROL} in ('captura', 'validacion') and responsable_id = nullif(current_setting('app.actor', true), '')::uuid)`
const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
/** Traces of captures for somebody else, written by the account that captures. */
const OWN_ACT = `${ROL} in ('captura', 'validacion') and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and ${OF_CANDIDATURA}`
const OF_PARTY = `${ROL} in ('captura', 'validacion') and tipo = 'captura' and ${OF_CANDIDATURA}`

const POLICIES = `
create policy dueno on captura.candidatura for select to conoceles_dueno using (${FOLLOWS});
${['captura.seccion', 'captura.seccion_anterior', 'captura.observacion', 'captura.consentimiento']
  .map((table) => `create policy dueno on ${table} for select to conoceles_dueno using (${OF_CANDIDATURA});\n`)
  .join('')}
create policy instituto on captura.omision_emitida for select to conoceles_instituto using (${ROL} in ('secretaria', 'comision', 'auditoria'));
create policy instituto_emite on captura.omision_emitida for insert to conoceles_instituto
  with check (${ROL} = 'secretaria' and emitida_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy actor on captura.captura_ajena for select to conoceles_actor using (${OF_CANDIDATURA});
create policy actor_agrega on captura.captura_ajena for insert to conoceles_actor with check (${OWN_ACT});
create policy actor_repite on captura.captura_ajena for update to conoceles_actor using (${OWN_ACT}) with check (${OWN_ACT});
create policy actor on captura.recordatorio for select to conoceles_actor using (${OF_PARTY});
create policy actor_agrega on captura.recordatorio for insert to conoceles_actor
  with check (${OF_PARTY} and rol = 'candidata' and pedido_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy actor_reabre on captura.recordatorio for update to conoceles_actor using (${OF_PARTY} and estatus = 'innecesario') with check (${OF_PARTY});
create policy instituto_sigue on captura.recordatorio for select to conoceles_instituto
  using (tipo = 'captura' and ${ROL} in ('verificacion', 'comision'));
`
