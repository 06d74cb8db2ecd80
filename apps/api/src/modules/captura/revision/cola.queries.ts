import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

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
  posicion: string
}

interface Ambito {
  procesoId: string
  hoy: string
  zona: string
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
    where c.proceso_id = $1 and c.estatus = 'aprobada' order by e.id, e.orden, e.desde)`

const PAGE = `${ESPERA}
  select f.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.nombre as "cargoNombre", d.nombre as lugar,
    json_build_object('clave', a.clave, 'nombre', a.nombre) as "actorPolitico", f.motivo, f.desde,
    (select count(*)::int from captura.observacion o where o.candidatura_id = f.id and o.cerrada_en is null) as observaciones,
    exists (select 1 from captura.observacion o where o.candidatura_id = f.id and o.cerrada_en is null and o.creada_por = $4) as "cierraOtra",
    to_char(f.desde at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || f.id as posicion
  from primera f join captura.candidatura c on c.id = f.id join captura.persona p on p.id = c.persona_id
    join captura.cargo g on g.id = c.cargo_id join captura.demarcacion d on d.id = c.demarcacion_id
    join captura.actor_politico a on a.id = c.actor_id
  where $5::timestamptz is null or (f.desde, f.id) > ($5, $6::uuid) order by f.desde, f.id limit $7`

export async function listCola(
  tx: EntityManager,
  { procesoId, hoy, zona }: Ambito,
  { cuenta, despues, limite }: { cuenta: string; despues: string | null; limite: number },
): Promise<ColaRow[]> {
  const [desde = null, id = null] = despues?.split('~') ?? []
  return readRows<ColaRow>(tx, PAGE, [procesoId, hoy, zona, cuenta, desde, id, limite])
}

export async function countCola(tx: EntityManager, { procesoId, hoy, zona }: Ambito): Promise<number> {
  const [row] = await readRows<{ total: number }>(tx, `${ESPERA} select count(*)::int as total from primera`, [procesoId, hoy, zona])
  return row?.total ?? 0
}

/** Pending work about sections, and the first day on which some falls due. Row-level security selects the candidaturas. */
export interface Deudas {
  porResponder: number
  vencePrimera: string | null
  porCorregir: number
  porResolver: number
  vencidas: number
  vencioPrimera: string | null
}

export async function countDeudas(tx: EntityManager, hoy: string): Promise<Deudas> {
  const [row] = await readRows<Deudas>(
    tx,
    `with abierta as (
       select o.vence, exists (select 1 from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id
         where s.candidatura_id = o.candidatura_id and q.tipo = o.cuestionario and s.clave = o.seccion and s.estatus = 'observada') as espera
       from captura.observacion o join captura.candidatura c on c.id = o.candidatura_id and c.estatus = 'aprobada' where o.cerrada_en is null),
     solicitud as (
       select s.* from captura.solicitud_correccion s join captura.candidatura c on c.id = s.candidatura_id and c.estatus = 'aprobada')
     select (count(*) filter (where espera))::int as "porResponder", (min(vence) filter (where espera))::text as "vencePrimera",
       (select count(*)::int from solicitud where aceptada and atendida_en is null) as "porCorregir",
       (select count(*)::int from solicitud where resuelta_en is null) as "porResolver",
       (count(*) filter (where vence < $1::date))::int as vencidas, (min(vence) filter (where vence < $1::date))::text as "vencioPrimera"
     from abierta`,
    [hoy],
  )
  if (!row) throw new Error('a count without a row')
  return row
}
