import type { EntityManager } from 'typeorm'
import type { AcuerdoState, TipoCambio } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

export interface AcuerdoRow {
  id: string
  numero: string
  fecha: string
  organo: string | null
  asunto: string | null
  aprobadoEn: Date | null
  documento: { id: string; nombre: string; bytes: number; sha256: string } | null
  candidaturas: number
  cambios: number
  entregasPendientes: number
  entregasHechas: number
}

/** Newest first, then by number: the date takes always seven digits. */
const POSITION = `to_char(date '9999-12-31' - ac.fecha, 'FM0000000') || ac.numero`
const FOUND = `where ac.proceso_id = $1 and ($2::text is null or strpos(lower(ac.numero), lower($2)) > 0 or strpos(lower(ac.asunto), lower($2)) > 0)`

const SELECT = `select ac.id, ac.numero, ac.fecha::text as fecha, ac.organo, ac.asunto, ac.aprobado_en as "aprobadoEn",
    case when d.id is not null then json_build_object('id', d.id, 'nombre', d.nombre, 'bytes', d.bytes, 'sha256', d.sha256) end as documento,
    (select count(*)::int from captura.candidatura c where c.proceso_id = ac.proceso_id and c.acuerdo_id = ac.id) as candidaturas,
    (select count(*)::int from captura.cambio m where m.acuerdo_id = ac.id) as cambios,
    (select count(distinct c.responsable_id)::int from captura.candidatura c
      where c.proceso_id = ac.proceso_id and c.acuerdo_id = ac.id and c.entrega_id is null and c.estatus = 'aprobada') as "entregasPendientes",
    (select count(*)::int from captura.entrega e where e.acuerdo_id = ac.id) as "entregasHechas"
  from captura.acuerdo ac left join captura.documento d on d.id = ac.documento_id`

export interface AcuerdosPage {
  procesoId: string
  q: string | null
  despues: string | null
  limite: number
}

export async function listAcuerdos(
  tx: EntityManager,
  { procesoId, q, despues, limite }: AcuerdosPage,
): Promise<{ rows: (AcuerdoRow & { posicion: string })[]; total: number }> {
  const rows = await readRows<AcuerdoRow & { posicion: string }>(
    tx,
    `with page as (select ac.id, ${POSITION} collate "C" as posicion from captura.acuerdo ac
       ${FOUND} and ($3::text is null or ${POSITION} collate "C" > $3) order by 2 limit $4)
     select a.*, page.posicion from page join lateral (${SELECT} where ac.id = page.id) a on true order by page.posicion`,
    [procesoId, q, despues, limite],
  )
  const [count] = await readRows<{ total: number }>(tx, `select count(*)::int as total from captura.acuerdo ac ${FOUND}`, [procesoId, q])
  return { rows, total: count?.total ?? 0 }
}

export async function findAcuerdo(tx: EntityManager, id: string): Promise<AcuerdoRow | null> {
  const [row] = await readRows<AcuerdoRow>(tx, `${SELECT} where ac.id = $1`, [id])
  return row ?? null
}

/**
 * Reads, after the lock, the first dates that rest on an acuerdo's day. They are deliveries under it, changes that cite it, and later
 * changes of the candidaturas that it approved first.
 */
export async function readAcuerdoState(tx: EntityManager, { id, zona }: { id: string; zona: string }): Promise<AcuerdoState> {
  const [row] = await readRows<AcuerdoState>(
    tx,
    `select (select min((e.entregada_en at time zone $2)::date)::text from captura.entrega e where e.acuerdo_id = $1) as "primeraEntrega",
       (select min(m.efectos_desde)::text from captura.cambio m join captura.candidatura c on c.id = m.candidatura_id
         where c.acuerdo_id = $1 and m.tipo <> 'correccion' and m.acuerdo_id <> $1
           and not exists (select 1 from captura.cambio n where n.entra_id = c.id)) as "primerCambio",
       (select min((m.registrado_en at time zone $2)::date)::text from captura.cambio m where m.acuerdo_id = $1) as "primerRegistro"`,
    [id, zona],
  )
  return row ?? { primeraEntrega: null, primerCambio: null, primerRegistro: null }
}

/** Candidaturas whose public page names an acuerdo: those in the changes that it orders. */
export async function listCambiadas(tx: EntityManager, acuerdoId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select distinct p.id from captura.cambio m cross join lateral unnest(array[m.candidatura_id, m.entra_id, m.sale_id]) p(id)
     where m.acuerdo_id = $1 and p.id is not null order by p.id`,
    [acuerdoId],
  )
  return rows.map(({ id }) => id)
}

export interface CorreccionRow extends Pick<AcuerdoRow, 'id' | 'numero' | 'fecha' | 'organo' | 'asunto' | 'aprobadoEn' | 'documento'> {
  motivo: string
  folio: string
  corregidoEn: Date
}

/** Earlier facts of an acuerdo, oldest first. */
export async function listCorrecciones(tx: EntityManager, acuerdoId: string): Promise<CorreccionRow[]> {
  return readRows<CorreccionRow>(
    tx,
    `select k.id, k.numero, k.fecha::text as fecha, k.organo, k.asunto, k.aprobado_en as "aprobadoEn", k.motivo, k.folio, k.corregido_en as "corregidoEn",
       case when d.id is not null then json_build_object('id', d.id, 'nombre', d.nombre, 'bytes', d.bytes, 'sha256', d.sha256) end as documento
     from captura.acuerdo_correccion k left join captura.documento d on d.id = k.documento_id
     where k.acuerdo_id = $1 order by k.corregido_en, k.id`,
    [acuerdoId],
  )
}

export async function countByCargo(
  tx: EntityManager,
  place: { procesoId: string; acuerdoId: string },
): Promise<{ clave: string; nombre: string; candidaturas: number }[]> {
  return readRows<{ clave: string; nombre: string; candidaturas: number }>(
    tx,
    `select g.clave, g.nombre, count(*)::int as candidaturas from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
     where c.proceso_id = $1 and c.acuerdo_id = $2 group by g.clave, g.nombre, g.orden order by g.orden`,
    [place.procesoId, place.acuerdoId],
  )
}

export interface CambioRow {
  id: string
  tipo: TipoCambio
  candidatura: { id: string; nombre: string }
  entra: { id: string; nombre: string } | null
  sale: { id: string; nombre: string } | null
  cargoNombre: string
  lugar: string
  causa: string | null
  efectosDesde: string
  registradoEn: Date
  folio: string
}

/** Id and name of a candidatura as JSON, or null. */
export const REF = (
  column: string,
) => `(select json_build_object('id', x.id, 'nombre', concat_ws(' ', y.nombre, y.primer_apellido, y.segundo_apellido))
  from captura.candidatura x join captura.persona y on y.id = x.persona_id where x.id = ${column})`

export async function listCambiosOf(tx: EntityManager, acuerdoId: string, limite: number): Promise<CambioRow[]> {
  return readRows<CambioRow>(
    tx,
    `select m.id, m.tipo, ${REF('m.candidatura_id')} as candidatura, ${REF('m.entra_id')} as entra, ${REF('m.sale_id')} as sale,
       g.nombre as "cargoNombre", d.nombre as lugar, m.causa, m.efectos_desde::text as "efectosDesde", m.registrado_en as "registradoEn", m.folio
     from captura.cambio m join captura.candidatura c on c.id = m.candidatura_id join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     where m.acuerdo_id = $1 order by m.registrado_en, m.id limit $2`,
    [acuerdoId, limite],
  )
}
