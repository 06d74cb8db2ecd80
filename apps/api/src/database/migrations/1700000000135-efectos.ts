import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Effects of a persona's right. The request itself withdraws an authorisation, without a second paper. A block comes before a suppression.
 * The time is kept when her data were gathered to be handed over. Also the way in which a request arrived.
 */
export class Efectos1700000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, TABLE, POLICIES, KEEP_BLOCKED]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMNS = `
alter table captura.solicitud_derecho add column reunida_en timestamptz, add column reunida_sha256 text,
  add column escrito_id uuid, add column medio text, add column folio_pnt text, add column representante text, add column domicilio text;
create index solicitud_derecho_escrito_ix on captura.solicitud_derecho (escrito_id);
create index solicitud_derecho_candidatura_ix on captura.solicitud_derecho (candidatura_id);
grant update (reunida_en, reunida_sha256) on captura.solicitud_derecho to conoceles_instituto;
`

const TABLE = `
create table identidad.bloqueada (
  candidatura_id uuid not null,
  desde date not null,
  hasta date not null,
  motivo text not null,
  constraint bloqueada_pk primary key (candidatura_id)
);
alter table identidad.bloqueada owner to conoceles_dueno;
alter table identidad.bloqueada enable row level security;
alter table identidad.bloqueada force row level security;
grant select on identidad.bloqueada to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant insert on identidad.bloqueada to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const SIGNED = `otorgado_por = nullif(current_setting('app.cuenta', true), '')::uuid`
/** A request of the same persona, with proved identity, gives the reason: its papers are kept with it. */
const requestOf = (table: string, derechos: string) =>
  `exists (select 1 from captura.solicitud_derecho s where s.candidatura_id = ${table}.candidatura_id and s.folio = ${table}.motivo
    and s.acreditada_en is not null and s.derecho in (${derechos}))`
const notBlocked = (table: string) => `not exists (select 1 from identidad.bloqueada b where b.candidatura_id = ${table}.candidatura_id)`

/** Blocked answers are read and changed by nobody; the end of the proceso and the suppression work as the owner. */
const POLICIES = `
alter policy instituto_revoca_solo on captura.consentimiento
  with check (${ROL} = 'transparencia' and ${OF_CANDIDATURA} and ${SIGNED} and mecanismo = 'solicitud_escrita' and recibida_el is not null
    and (formato_id is not null or ${requestOf('consentimiento', `'oposicion', 'cancelacion'`)}));
create policy actor on identidad.bloqueada for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on identidad.bloqueada for select to conoceles_instituto using (${OF_CANDIDATURA});
create policy instituto_bloquea on identidad.bloqueada for insert to conoceles_instituto
  with check (${ROL} = 'transparencia' and ${requestOf('bloqueada', `'cancelacion'`)});
create policy publicador on identidad.bloqueada for select to conoceles_publicador using (true);
create policy dueno on identidad.bloqueada for select to conoceles_dueno using (true);
${['identidad.respuesta', 'identidad.llave']
  .map((table) => {
    const open = notBlocked(table.replace(/^.*[.]/, ''))
    return `create policy no_bloqueada on ${table} as restrictive to conoceles_actor, conoceles_instituto using (${open}) with check (${open});\n`
  })
  .join('')}`

/** As in 1700000000022; data that a cancelación blocked wait for their suppression. */
const SAYS = `(select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
    order by k.otorgado_en desc, k.id desc limit 1)`
const OF_IDENTIDAD = `s.candidatura_id = persona and exists (select 1 from captura.cuestionario q where q.id = s.cuestionario_id and q.tipo = 'identidad')`

const KEEP_BLOCKED = `
create or replace function captura.destruir_identidad(persona uuid, en timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare destroyed boolean;
begin
  if ${SAYS} is distinct from false then
    raise exception 'la persona no niega el tratamiento' using errcode = '42501';
  end if;
  if exists (select 1 from identidad.bloqueada b where b.candidatura_id = persona) then
    return false;
  end if;
  delete from identidad.respuesta where candidatura_id = persona;
  destroyed := found;
  delete from identidad.llave where candidatura_id = persona and not exists (select 1 from identidad.formato f where f.candidatura_id = persona);
  update captura.observacion set desenlace = 'retirada', cerrada_en = en, nota = 'La persona retiró su consentimiento.'
    where candidatura_id = persona and cuestionario = 'identidad' and cerrada_en is null;
  update captura.seccion s set propias_en = null,
      estatus = case when s.estatus <> 'observada' then s.estatus when s.version = s.version_verificada then 'verificada' else 'validada' end
    where ${OF_IDENTIDAD};
  return destroyed;
end $$;
`
