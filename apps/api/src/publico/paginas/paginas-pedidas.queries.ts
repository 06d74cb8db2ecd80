import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'

/** Public answers that pages are made of, of one corte: JSON texts by their path. */
export interface Comunes {
  corte: number
  textos: Readonly<Record<string, string>>
}

/** JSON texts of candidaturas, in the requested order (null: not public), and their corte. */
export interface Publicadas {
  corte: number
  candidaturas: (string | null)[]
}

/** One statement, so that it is one state of the public world, however many cortes come in meanwhile. Null before anything is public. */
export async function readComunes(lector: Asked, rutas: readonly string[]): Promise<Comunes | null> {
  const rows = await readRows<{ corte: number; ruta: string; texto: string }>(
    lector,
    `select (select max(numero) from publico.corte) as corte, r.ruta, convert_from(r.contenido, 'UTF8') as texto
     from publico.recurso r where r.ruta = any ($1::text[]) and r.hasta_corte is null`,
    [rutas],
  )
  if (!rows[0] || !rows.some(({ ruta }) => ruta === 'proceso')) return null
  return { corte: rows[0].corte, textos: Object.fromEntries(rows.map(({ ruta, texto }) => [`/publico/${ruta}`, texto])) }
}

/** The candidaturas of whole ids, or of their beginnings. */
export async function readPublicadas(lector: Asked, ids: readonly string[]): Promise<Publicadas | null> {
  const rows = await readRows<Publicadas>(
    lector,
    `select (select max(numero) from publico.corte) as corte, array(
       select (
         select convert_from(r.contenido, 'UTF8') from publico.recurso r where r.hasta_corte is null and r.ruta = 'candidaturas/' || (
           case when pedida.id like '%-%' then pedida.id else (
             select case when count(*) = 1 then min(c.id::text) end from publico.candidatura c
             where c.id between rpad(pedida.id, 32, '0')::uuid and rpad(pedida.id, 32, 'f')::uuid
           ) end
         )
       ) from unnest($1::text[]) with ordinality as pedida (id, n) order by pedida.n
     ) as candidaturas`,
    [ids],
  )
  return rows[0] ?? null
}

/** The texts of a language; null where there is none. */
export async function readIdioma(lector: Asked, codigo: string): Promise<string | null> {
  const rows = await readRows<{ texto: string }>(
    lector,
    `select convert_from(contenido, 'UTF8') as texto from publico.recurso where ruta = 'idiomas/' || $1 and hasta_corte is null`,
    [codigo],
  )
  return rows[0]?.texto ?? null
}
