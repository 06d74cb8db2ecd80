import type { Asked } from '../../../database/reader.ts'
import { readRows } from '../../../database/rows.ts'

export interface VersionRow {
  sha256: string
  bytes: number
  desde: number
  desdeEn: Date
  hasta: number | null
  hastaEn: Date | null
}

/** Every version of one public answer, the newest first. */
export async function listVersiones(lector: Asked, ruta: string): Promise<VersionRow[]> {
  return readRows<VersionRow>(
    lector,
    `select r.sha256, r.bytes, r.desde_corte as desde, d.en as "desdeEn", r.hasta_corte as hasta, h.en as "hastaEn"
     from publico.recurso r join publico.corte d on d.numero = r.desde_corte left join publico.corte h on h.numero = r.hasta_corte
     where r.ruta = $1 order by r.desde_corte desc`,
    [ruta],
  )
}

/** The name that is public now. */
export async function findNombre(lector: Asked, id: string): Promise<string | null> {
  const [row] = await readRows<{
    nombre: string
  }>(lector, `select fila ->> 'nombre' as nombre from publico.candidatura where id = $1`, [id])
  return row?.nombre ?? null
}

/** The newest corte; null before the first. */
export async function findUltimoCorte(lector: Asked): Promise<{ numero: number; en: Date } | null> {
  const [row] = await readRows<{ numero: number; en: Date }>(lector, 'select numero, en from publico.corte order by numero desc limit 1')
  return row ?? null
}

export interface CorteVigenteRow {
  numero: number
  en: Date
  sha256: string
  hasta: number | null
  hastaEn: Date | null
  recursos: number
  candidaturas: number
}

/** The corte in force at an instant, or the newest, with its content; null before the first. */
export async function findCorteEn(lector: Asked, en: string | null): Promise<CorteVigenteRow | null> {
  const [row] = await readRows<CorteVigenteRow>(
    lector,
    `select c.numero, c.en, c.sha256, s.numero as hasta, s.en as "hastaEn", (c.cabecera::jsonb -> 'recursos' ->> 'cuantos')::int as recursos,
       (select count(*)::int from publico.recurso r where r.desde_corte <= c.numero and (r.hasta_corte is null or r.hasta_corte > c.numero)
          and r.ruta ~ '^candidaturas/[0-9a-f-]{36}$') as candidaturas
     from publico.corte c left join publico.corte s on s.numero = c.numero + 1
     where $1::timestamptz is null or c.en <= $1 order by c.numero desc limit 1`,
    [en],
  )
  return row ?? null
}

export interface NovedadRow {
  corte: number
  tipo: 'publicada' | 'actualizada' | 'retirada'
  /** All changes of this kind in this corte; more than are told one by one. */
  cuantas: number
  /** Her present public data; null when she has no page. */
  id: string | null
  nombre: string | null
  cargo: string | null
  lugar: string | null
}

// Fichas that the cortes from $1 to $2 brought, changed or took.
const CAMBIOS = `with ficha as not materialized (select ruta, desde_corte, hasta_corte from publico.recurso where ruta ~ '^candidaturas/[0-9a-f-]{36}$'),
     cambio as (
       select f.desde_corte as corte, f.ruta, case when a.ruta is null then 'publicada' else 'actualizada' end as tipo
       from ficha f left join ficha a on a.ruta = f.ruta and a.hasta_corte = f.desde_corte where f.desde_corte between $1 and $2
       union all
       select f.hasta_corte, f.ruta, 'retirada'
       from ficha f left join ficha b on b.ruta = f.ruta and b.desde_corte = f.hasta_corte where f.hasta_corte between $1 and $2 and b.ruta is null)`

/** Changes of each of the newest cortes, as they can be told today: no row names a person who is not public any more. */
export async function listNovedades(
  lector: Asked,
  { desde, hasta, porCorte }: { desde: number; hasta: number; porCorte: number },
): Promise<NovedadRow[]> {
  return readRows<NovedadRow>(
    lector,
    `${CAMBIOS},
     dicho as (
       select k.corte, k.tipo, count(*) over (partition by k.corte, k.tipo)::int as cuantas,
         row_number() over (partition by k.corte, k.tipo order by c.orden nulls last, k.ruta) as n,
         c.id, c.fila ->> 'nombre' as nombre, c.fila ->> 'cargoNombre' as cargo, c.fila ->> 'lugar' as lugar
       from cambio k left join publico.candidatura c on 'candidaturas/' || c.id = k.ruta)
     select corte, tipo, cuantas, id, nombre, cargo, lugar from dicho where n <= $3 order by corte desc, tipo, n`,
    [desde, hasta, porCorte],
  )
}

/**
 * For each corte that tells of a person whose name is not public any more: the time of her last change. The corte's entry lost her name
 * then.
 */
export async function listPerdidas(lector: Asked, { desde, hasta }: { desde: number; hasta: number }): Promise<Map<number, Date>> {
  const rows = await readRows<{ corte: number; en: Date }>(
    lector,
    `${CAMBIOS}
     select k.corte, max(c.en) as en
     from (select distinct corte, ruta from cambio) k left join publico.candidatura p on 'candidaturas/' || p.id = k.ruta
       join lateral (select max(greatest(r.desde_corte, coalesce(r.hasta_corte, 0))) as numero from publico.recurso r where r.ruta = k.ruta) u on true
       join publico.corte c on c.numero = u.numero
     where p.id is null or p.fila ->> 'reserva' = 'persona' group by k.corte`,
    [desde, hasta],
  )
  return new Map(rows.map(({ corte, en }) => [corte, en]))
}
