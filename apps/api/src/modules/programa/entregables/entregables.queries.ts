import type { EntityManager } from 'typeorm'
import type { Hecho, Trabajo } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

interface TrabajoRow {
  entregable: string
  primeraVersion: Trabajo['primeraVersion']
  registros: (Hecho & { paso: string; sinObservaciones: boolean })[] | null
  total: number | null
  sinAtender: number | null
  contenidos: string[] | null
}

const TRABAJOS = `with version as (
    select distinct on (entregable) entregable, json_build_object('numero', numero, 'fecha', fecha::text) as "primeraVersion"
    from captura.entregable_version where proceso_id = $1 and retirada_en is null order by entregable, numero),
  paso as (
    select entregable, json_agg(json_build_object('paso', paso, 'fecha', (ocurrido_en at time zone $2)::date::text,
      'referencia', referencia, 'sinObservaciones', sin_observaciones)) as registros
    from captura.entregable_paso where proceso_id = $1 and anulado_en is null group by entregable),
  observacion as (
    select o.entregable, count(*)::int as total, count(*) filter (where not o.sin_observaciones
      and not exists (select 1 from captura.entregable_respuesta r where r.observacion_id = o.id))::int as "sinAtender"
    from captura.entregable_observacion o where o.proceso_id = $1 and o.retirada_en is null group by o.entregable),
  senalado as (
    select c.entregable, array_agg(distinct c.contenido) as contenidos
    from captura.entregable_contenido c join captura.entregable_version v on v.id = c.version_id and v.retirada_en is null
    where c.proceso_id = $1 and c.quitado_en is null group by c.entregable)
  select entregable, "primeraVersion", registros, total, "sinAtender", contenidos
  from version full join paso using (entregable) full join observacion using (entregable) full join senalado using (entregable)`

/** Work on each entregable, by its clave; an entregable without work is absent. */
export async function findTrabajos(tx: EntityManager, { id, zona }: { id: string; zona: string }): Promise<Map<string, Trabajo>> {
  const rows = await readRows<TrabajoRow>(tx, TRABAJOS, [id, zona])
  return new Map(
    rows.map(({ entregable, primeraVersion, registros, total, sinAtender, contenidos }) => [
      entregable,
      {
        primeraVersion,
        registros: new Map((registros ?? []).map(({ paso, ...registro }) => [paso, registro])),
        observaciones: { total: total ?? 0, sinAtender: sinAtender ?? 0 },
        contenidos: contenidos ?? [],
      },
    ]),
  )
}

/** Claves of the entregables on which somebody worked, even if nothing of it stands. */
export async function findConTrabajo(tx: EntityManager): Promise<string[]> {
  const rows = await readRows<{ entregable: string }>(
    tx,
    `select entregable from captura.entregable_version union select entregable from captura.entregable_paso
    union select entregable from captura.entregable_observacion`,
  )
  return rows.map(({ entregable }) => entregable)
}

/** Numbers of the versions of an entregable that stand. */
export async function findVersiones(tx: EntityManager, entregable: string): Promise<number[]> {
  const rows = await readRows<{ numero: number }>(
    tx,
    'select numero from captura.entregable_version where entregable = $1 and retirada_en is null',
    [entregable],
  )
  return rows.map(({ numero }) => numero)
}

/** Entregable for which a document was evidence, and since when it is none. */
export interface RetiroEvidencia {
  entregable: string
  retiradoEn: Date
}

const RETIROS = `with evidencia as (
    select entregable, documento_id, retirada_en as retirado_en from captura.entregable_version
    union all select entregable, documento_id, anulado_en from captura.entregable_paso
    union all select entregable, documento_id, anulado_en from captura.cumplimiento)
  select a.id, (array_agg(e.entregable order by e.retirado_en desc))[1] as entregable, max(e.retirado_en) as "retiradoEn"
  from captura.documento a join captura.documento d on d.sha256 = a.sha256 join evidencia e on e.documento_id = d.id
  where a.id = any($1) group by a.id having bool_and(e.retirado_en is not null)`

/** Those of these documents, by their id, that were evidence once and are none any more: equal bytes count, under any name. */
export async function findRetiros(tx: EntityManager, documentos: readonly string[]): Promise<Map<string, RetiroEvidencia>> {
  if (documentos.length === 0) return new Map()
  const rows = await readRows<RetiroEvidencia & { id: string }>(tx, RETIROS, [documentos])
  return new Map(rows.map(({ id, ...retiro }) => [id, retiro]))
}
