import type { Asked } from '../../database/reader.ts'

/** JSON texts of what is public now, and the corte as which it is. */
export interface Publicadas {
  corte: number
  proceso: string
  /** In the order of what was asked for; null: not public. */
  candidaturas: (string | null)[]
}

/**
 * One statement, so that it is one state of what is public, however many cortes come in meanwhile. `ids`: whole or their beginnings, as the API takes
 * them. Null before anything is public.
 */
export async function readPublicadas(lector: Asked, ids: readonly string[]): Promise<Publicadas | null> {
  const rows = (await lector.query(
    `select (select max(numero) from publico.corte) as corte, convert_from(p.contenido, 'UTF8') as proceso, array(
       select (
         select convert_from(r.contenido, 'UTF8') from publico.recurso r where r.hasta_corte is null and r.ruta = 'candidaturas/' || (
           case when pedida.id like '%-%' then pedida.id else (
             select case when count(*) = 1 then min(c.id::text) end from publico.candidatura c
             where c.id between rpad(pedida.id, 32, '0')::uuid and rpad(pedida.id, 32, 'f')::uuid
           ) end
         )
       ) from unnest($1::text[]) with ordinality as pedida (id, n) order by pedida.n
     ) as candidaturas
     from publico.recurso p where p.ruta = 'proceso' and p.hasta_corte is null`,
    [ids],
  )) as Publicadas[]
  return rows[0] ?? null
}
