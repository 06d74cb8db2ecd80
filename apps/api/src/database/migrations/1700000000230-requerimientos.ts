import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * An observación says whether it is about the photograph, and those of one actor político travel to it in a requerimiento: issued, notified,
 * acknowledged. The one who issues it reads where each observación stands, and neither its text nor the section of an identity one.
 */
export class Requerimientos1700000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OBJETO, TABLA, CONTENIDO, CONTENIDO_IX, ...DUENO, ...DERECHOS, ABIERTAS, PLAZO, CONSERVAR, ...FUNCIONES, CONSERVA])
      await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const OBJETO = `alter table captura.observacion add column objeto text default 'seccion' not null,
  add constraint observacion_objeto_ck check (objeto = 'seccion' or (objeto = 'fotografia' and cuestionario = 'curricular'))`

const TABLA = `
create table captura.requerimiento (
  id uuid constraint requerimiento_pk primary key,
  proceso_id uuid not null,
  actor_politico_id uuid not null constraint requerimiento_actor_fk references captura.actor_politico,
  numero int not null,
  oficio text,
  observaciones int not null,
  vence date not null,
  pdf bytea not null,
  docx bytea not null,
  sha256 text not null,
  folio text not null,
  emitido_en timestamptz not null,
  emitido_por uuid not null,
  medio text,
  notificado_el date,
  recibe text,
  notificado_en timestamptz,
  notificado_folio text,
  acusado_en timestamptz,
  acusado_por uuid,
  acusado_folio text,
  constraint requerimiento_numero_uq unique (proceso_id, numero),
  constraint requerimiento_notificado_ck check ((medio is null) = (notificado_el is null) and (medio is null) = (notificado_en is null)
    and (medio is null) = (notificado_folio is null) and (medio is null or medio in ('correo', 'mano'))
    and (recibe is not null) = (medio is not distinct from 'mano')),
  constraint requerimiento_acusado_ck check ((acusado_en is null) = (acusado_por is null) and (acusado_en is null) = (acusado_folio is null)
    and (acusado_en is null or medio is not null))
)`
const CONTENIDO = `
create table captura.requerimiento_observacion (
  requerimiento_id uuid not null constraint requerimiento_observacion_requerimiento_fk references captura.requerimiento on delete cascade,
  observacion_id uuid not null constraint requerimiento_observacion_observacion_fk references captura.observacion on delete cascade,
  constraint requerimiento_observacion_pk primary key (requerimiento_id, observacion_id)
)`
const CONTENIDO_IX = 'create index requerimiento_observacion_ix on captura.requerimiento_observacion (observacion_id)'

const DUENO = [
  'alter table captura.requerimiento owner to conoceles_dueno',
  'alter table captura.requerimiento_observacion owner to conoceles_dueno',
]

const INSTITUTO = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria')`
const SECRETARIA = `coalesce(current_setting('app.rol', true), '') = 'secretaria'`
const CUENTA = `nullif(current_setting('app.cuenta', true), '')::uuid`
const DEL_ACTOR = `current_setting('app.rol', true) in ('captura', 'validacion')
  and actor_politico_id = nullif(current_setting('app.actor', true), '')::uuid and medio is not null`

const DERECHOS = [
  'grant select, insert on captura.requerimiento, captura.requerimiento_observacion to conoceles_instituto',
  'grant update (vence, medio, notificado_el, recibe, notificado_en, notificado_folio) on captura.requerimiento to conoceles_instituto',
  'grant select, update (acusado_en, acusado_por, acusado_folio) on captura.requerimiento to conoceles_actor',
  'alter table captura.requerimiento enable row level security, force row level security',
  `create policy instituto on captura.requerimiento for select to conoceles_instituto using (${INSTITUTO})`,
  `create policy instituto_emite on captura.requerimiento for insert to conoceles_instituto
    with check (${SECRETARIA} and emitido_por = ${CUENTA})`,
  `create policy instituto_notifica on captura.requerimiento for update to conoceles_instituto using (${SECRETARIA})
    with check (${SECRETARIA})`,
  `create policy actor on captura.requerimiento for select to conoceles_actor using (${DEL_ACTOR})`,
  `create policy actor_acusa on captura.requerimiento for update to conoceles_actor using (${DEL_ACTOR})
    with check (acusado_por = ${CUENTA})`,
  `create policy actor_bloqueo on captura.requerimiento as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()))`,
  'alter table captura.requerimiento_observacion enable row level security, force row level security',
  `create policy instituto on captura.requerimiento_observacion for select to conoceles_instituto using (${INSTITUTO})`,
  `create policy instituto_emite on captura.requerimiento_observacion for insert to conoceles_instituto with check (${SECRETARIA})`,
]

const ABIERTAS = `
create function captura.observaciones_abiertas()
returns table (id uuid, candidatura_id uuid, actor_politico_id uuid, objeto text, cuestionario text, titulo text, orden int, supuesto text,
  ronda int, creada_en timestamptz, vence date)
language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.candidatura_id, c.responsable_id, o.objeto, o.cuestionario, s.titulo, s.orden, o.supuesto, o.ronda, o.creada_en, o.vence
  from captura.observacion o
  join captura.candidatura c on c.id = o.candidatura_id and c.estatus = 'aprobada'
  left join lateral (select e.value ->> 'label' as titulo, e.ordinality::int as orden
    from (select u.uischema from captura.cuestionario u where u.tipo = 'curricular' order by u.version desc limit 1) u
    cross join jsonb_array_elements(u.uischema -> 'elements') with ordinality e
    where e.value #>> '{options,clave}' = o.seccion) s on o.cuestionario = 'curricular'
  where o.cerrada_en is null and not (select captura.datos_bloqueados())
    and coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria')
$$`

/** The term of an observación never becomes shorter than the requerimiento says. */
const PLAZO = `
create function captura.correr_plazo(observaciones uuid[], hasta date) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update captura.observacion set vence = greatest(vence, hasta)
  where id = any(observaciones) and cerrada_en is null and coalesce(current_setting('app.rol', true), '') = 'secretaria'
$$`

/** Once it was notified or acknowledged, that stays. */
const CONSERVAR = `
create function captura.conservar_requerimiento() returns trigger
language plpgsql as $$
begin
  raise exception 'lo asentado de un requerimiento no se altera' using errcode = '42501';
end $$`
const CONSERVA = `
create trigger requerimiento_conservar before update on captura.requerimiento for each row
when ((old.medio is not null and (new.medio, new.notificado_el, new.recibe, new.vence) is distinct from (old.medio, old.notificado_el, old.recibe, old.vence))
  or (old.acusado_en is not null and new.acusado_en is distinct from old.acusado_en))
execute function captura.conservar_requerimiento()`

const FUNCIONES = ['captura.observaciones_abiertas()', 'captura.correr_plazo(uuid[], date)']
  .flatMap((name) => [
    `alter function ${name} owner to conoceles_dueno`,
    `revoke execute on function ${name} from public`,
    `grant execute on function ${name} to conoceles_instituto`,
  ])
  .concat('alter function captura.conservar_requerimiento() owner to conoceles_dueno')
