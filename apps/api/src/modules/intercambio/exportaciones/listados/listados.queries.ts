import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, Sexo, TipoDemarcacion } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

export interface ListadoRow {
  cargo: string
  cargoNombre: string
  lugar: string
  lugarTipo: TipoDemarcacion
  actorNombre: string
  actorTipo: 'partido' | 'alianza' | 'independiente'
  figura: string | null
  partidoOrigen: string | null
  numero: number
  folio: number
  calidad: Calidad
  nombre: string
  apodo: string | null
  fechaNacimiento: string | null
  edadDeclarada: number | null
  sexo: Sexo
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  acuerdoNumero: string
  acuerdoFecha: string
  /** Name of the candidate whose place this one took. */
  sustituyeA: string | null
  /** On the day asked for. */
  estatus: EstatusCandidatura
}

export interface Acuerdo {
  id: string
  numero: string
  fecha: string
  organo: string | null
}

/**
 * Each candidatura as it stood on the day `$1`. The day of effects decides and, on one day, the order of registration. A candidatura
 * without changes has the estatus of its row. None stands before its acuerdo, nor before the change that brought it in.
 */
const STANDING = `with hecho as (
    select candidatura_id as id, efectos_desde, registrado_en,
      case tipo when 'restitucion' then 'aprobada' when 'sustitucion' then 'sustituida' else 'cancelada' end as estatus
    from captura.cambio where tipo <> 'correccion'
    union all select sale_id, efectos_desde, registrado_en, 'sustituida' from captura.cambio where sale_id is not null
    union all select entra_id, efectos_desde, registrado_en, 'aprobada' from captura.cambio where entra_id is not null
  ), ultimo as (
    select distinct on (id) id, estatus from hecho where efectos_desde <= $1::date order by id, efectos_desde desc, registrado_en desc
  ), entrada as (
    select distinct on (entra_id) entra_id as id, candidatura_id as sale_id, efectos_desde from captura.cambio
    where entra_id is not null order by entra_id, efectos_desde, registrado_en
  ), estuvo as (
    select c.*, coalesce(u.estatus, case when h.id is null then c.estatus else 'aprobada' end) as estatus_al, e.sale_id
    from captura.candidatura c
    join captura.acuerdo ac on ac.id = c.acuerdo_id and ac.fecha <= $1::date
    left join ultimo u on u.id = c.id
    left join (select distinct id from hecho) h on h.id = c.id
    left join entrada e on e.id = c.id
    where e.efectos_desde is null or e.efectos_desde <= $1::date
  )`

/** Candidaturas that an acuerdo approved, also those that left since; without an acuerdo, all in force on the day. */
const OF_LISTADO = `($2::uuid is null and c.estatus_al = 'aprobada' or c.acuerdo_id = $2::uuid)`

const NAME = (persona: string) => `concat_ws(' ', ${persona}.nombre, ${persona}.primer_apellido, ${persona}.segundo_apellido)`

export interface ListadoFilter {
  /** ISO date. */
  al: string
  acuerdoId: string | null
  cargos: string[]
}

export async function readListado(tx: EntityManager, { al, acuerdoId, cargos }: ListadoFilter): Promise<ListadoRow[]> {
  return readRows<ListadoRow>(
    tx,
    `${STANDING}
    select g.clave as cargo, g.nombre as "cargoNombre", d.nombre as lugar, d.tipo as "lugarTipo",
      a.nombre as "actorNombre", a.tipo as "actorTipo", a.figura,
      case when a.tipo <> 'independiente' then coalesce(o.nombre, r.nombre) end as "partidoOrigen", c.numero, c.folio_formula as folio, c.calidad,
      ${NAME('p')} as nombre, p.apodo, p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada", p.sexo,
      c.accion_afirmativa as "accionAfirmativa", c.eleccion_consecutiva as "eleccionConsecutiva", ac.numero as "acuerdoNumero",
      ac.fecha::text as "acuerdoFecha", ${NAME('sp')} as "sustituyeA", c.estatus_al as estatus
    from estuvo c
    join captura.persona p on p.id = c.persona_id
    join captura.cargo g on g.id = c.cargo_id
    join captura.demarcacion d on d.id = c.demarcacion_id
    join captura.actor_politico a on a.id = c.actor_id
    join captura.actor_politico r on r.id = c.responsable_id
    left join captura.actor_politico o on o.id = c.partido_origen_id
    join captura.acuerdo ac on ac.id = c.acuerdo_id
    left join captura.candidatura s on s.id = c.sale_id
    left join captura.persona sp on sp.id = s.persona_id
    where g.clave = any($3) and ${OF_LISTADO}
    order by c.orden`,
    [al, acuerdoId, cargos],
  )
}

/** Candidaturas of each cargo: the whole of which a list is a part. */
export async function countUniverso(tx: EntityManager, { al, acuerdoId }: Omit<ListadoFilter, 'cargos'>): Promise<number> {
  const [row] = await readRows<{
    cuantas: number
  }>(tx, `${STANDING} select count(*)::int as cuantas from estuvo c where ${OF_LISTADO}`, [al, acuerdoId])
  return row?.cuantas ?? 0
}

export async function findAcuerdo(tx: EntityManager, id: string): Promise<Acuerdo | null> {
  const [row] = await readRows<Acuerdo>(tx, 'select id, numero, fecha::text as fecha, organo from captura.acuerdo where id = $1', [id])
  return row ?? null
}
