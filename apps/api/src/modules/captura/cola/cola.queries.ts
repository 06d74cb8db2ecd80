import type { EntityManager } from 'typeorm'
import { readRow, readRows } from '../../../database/rows.ts'
import type { ColaQueryDto } from './cola.dto.ts'

/** A candidatura that waits, and the account that has it. */
export interface ColaRow {
  id: string
  nombre: string
  cargoNombre: string
  lugar: string
  actorPolitico: { clave: string; nombre: string }
  motivo: 'verificar' | 'resolver_correccion' | 'observacion_vencida'
  desde: Date
  observaciones: number
  cierraOtra: boolean
  asignada: { cuentaId: string; desde: string; fija: boolean } | null
  posicion: string
}

/** The proceso, its legal day and zone, the instant, and the account that asks. */
export interface AmbitoCola {
  procesoId: string
  hoy: string
  zona: string
  ahora: Date
  cuenta: string
}

export type ColaFilter = Pick<ColaQueryDto, 'de' | 'motivo' | 'actor' | 'cargo'>

/** Pieces of the queue that an account may ask for by themselves. */
export interface CuentaCola {
  total: number
  todas: number
  libres: number
  mias: number
}

/** Work that waits for the institute, one row for each candidatura: those to verify before those to follow. */
const ESPERA = `with espera as (
    select c.id, 'verificar' as motivo, c.validada_en as desde, 1 as orden from captura.candidatura c
      where c.proceso_id = $1 and c.estatus = 'aprobada' and c.estatus_captura = 'validada'
    union all
    select s.candidatura_id, 'resolver_correccion', s.creada_en, 2 from captura.solicitud_correccion s where s.resuelta_en is null
    union all
    select o.candidatura_id, 'observacion_vencida', (o.vence + 1)::timestamp at time zone $3, 3 from captura.observacion o
      where o.cerrada_en is null and o.vence < $2::date),
  primera as (
    select distinct on (e.id) e.id, e.motivo, e.desde from espera e join captura.candidatura c on c.id = e.id
    where c.proceso_id = $1 and c.estatus = 'aprobada' order by e.id, e.orden, e.desde),
  fila as (
    select f.*, c.persona_id, g.nombre as cargo, g.clave as cargo_clave, c.demarcacion_id, a.clave as actor_clave, a.nombre as actor,
      s.cuenta_id as de_cuenta, s.desde as asignada_en, s.hasta is null as fija,
      exists (select 1 from captura.observacion o where o.candidatura_id = f.id and o.cerrada_en is null and o.creada_por = $5) as cierra_otra
    from primera f join captura.candidatura c on c.id = f.id join captura.cargo g on g.id = c.cargo_id
      join captura.actor_politico a on a.id = c.actor_id
      left join captura.asignacion s on s.candidatura_id = f.id and s.desde >= f.desde and (s.hasta is null or s.hasta > $4::timestamptz))`

const DE = `case $6::text when 'libres' then de_cuenta is null when 'mias' then de_cuenta = $5::uuid else true end`
const ASKED = `($7::text is null or motivo = $7) and ($8::text is null or actor_clave = $8) and ($9::text is null or cargo_clave = $9)`

const PAGE = `${ESPERA}
  select f.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, f.cargo as "cargoNombre", d.nombre as lugar,
    json_build_object('clave', f.actor_clave, 'nombre', f.actor) as "actorPolitico", f.motivo, f.desde, f.cierra_otra as "cierraOtra",
    (select count(*)::int from captura.observacion o where o.candidatura_id = f.id and o.cerrada_en is null) as observaciones,
    case when f.de_cuenta is not null then json_build_object('cuentaId', f.de_cuenta, 'desde', f.asignada_en, 'fija', f.fija) end as asignada,
    to_char(f.desde at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || f.id as posicion
  from fila f join captura.persona p on p.id = f.persona_id join captura.demarcacion d on d.id = f.demarcacion_id
  where ${DE} and ${ASKED} and ($10::timestamptz is null or (f.desde, f.id) > ($10, $11::uuid)) order by f.desde, f.id limit $12`

export async function listCola(
  tx: EntityManager,
  ambito: AmbitoCola,
  { filter, despues, limite }: { filter: ColaFilter; despues: string | null; limite: number },
): Promise<ColaRow[]> {
  const [desde = null, id = null] = despues?.split('~') ?? []
  return readRows<ColaRow>(tx, PAGE, [...valuesOf(ambito, filter), desde, id, limite])
}

export async function countCola(tx: EntityManager, ambito: AmbitoCola, filter: ColaFilter): Promise<CuentaCola> {
  return readRow<CuentaCola>(
    tx,
    `${ESPERA} select (count(*) filter (where ${DE}))::int as total, count(*)::int as todas,
       (count(*) filter (where de_cuenta is null))::int as libres, (count(*) filter (where de_cuenta = $5))::int as mias
     from fila where ${ASKED}`,
    valuesOf(ambito, filter),
  )
}

/** The longest wait among those of the account, then among those of nobody; never one that another person closes. */
export async function findSiguiente(tx: EntityManager, ambito: AmbitoCola, excepto: string | null): Promise<string | null> {
  const [row] = await readRows<{ id: string }>(
    tx,
    `${ESPERA} select id from fila where not cierra_otra and (de_cuenta is null or de_cuenta = $5) and id is distinct from $6::uuid
     order by de_cuenta is null, desde, id limit 1`,
    [ambito.procesoId, ambito.hoy, ambito.zona, ambito.ahora, ambito.cuenta, excepto],
  )
  return row?.id ?? null
}

/** Those of these that wait and that another account has now. */
export async function findAjenas(
  tx: EntityManager,
  { procesoId, hoy, zona, ahora, cuenta }: AmbitoCola,
  ids: readonly string[],
): Promise<{ id: string; cuentaId: string; desde: Date }[]> {
  return readRows(
    tx,
    `${ESPERA} select id, de_cuenta as "cuentaId", asignada_en as desde from fila where id = any($6) and de_cuenta <> $5`,
    [procesoId, hoy, zona, ahora, cuenta, ids],
  )
}

/** Those of these that the account observed and that another one closes: they stay free for her. */
export async function findCierraOtra(tx: EntityManager, cuenta: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(
    tx,
    'select candidatura_id as id from captura.observacion where candidatura_id = any($2) and cerrada_en is null and creada_por = $1',
    [cuenta, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Two reviewers who ask at one time get different candidaturas. */
export async function lockAsignaciones(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('asignacion', 0))`)
}

/** Those that do not exist are left out. One that was assigned stays so when its reviewer opens it. */
export async function assign(
  tx: EntityManager,
  { ids, para, ahora, hasta }: { ids: readonly string[]; para: string; ahora: Date; hasta: Date | null },
): Promise<number> {
  const rows = await readRows<{ id: string }>(
    tx,
    `insert into captura.asignacion as s (candidatura_id, cuenta_id, desde, hasta)
     select c.id, $2, $3, $4 from captura.candidatura c where c.id = any($1) order by c.id
     on conflict (candidatura_id) do update set cuenta_id = excluded.cuenta_id, desde = excluded.desde,
       hasta = case when s.cuenta_id = excluded.cuenta_id and s.hasta is null then null else excluded.hasta end
     returning candidatura_id as id`,
    [ids, para, ahora, hasta],
  )
  return rows.length
}

export async function release(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('delete from captura.asignacion where candidatura_id = any($1)', [ids])
}

function valuesOf({ procesoId, hoy, zona, ahora, cuenta }: AmbitoCola, { de, motivo, actor, cargo }: ColaFilter): unknown[] {
  return [procesoId, hoy, zona, ahora, cuenta, de ?? 'todas', motivo ?? null, actor ?? null, cargo ?? null]
}
