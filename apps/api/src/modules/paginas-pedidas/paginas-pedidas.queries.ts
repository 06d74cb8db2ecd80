import type { Asked } from '../../database/reader.ts'

/** JSON texts of what is public now, and the corte as which it is. */
export interface Publicadas {
  corte: number
  proceso: string
  /** In the order of what was asked for; null: not public. */
  candidaturas: (string | null)[]
  /** Null where it was not asked for. */
  indice: string | null
}

/** Public answers that a page is made of besides the proceso. */
export interface Pedidas {
  /** Candidaturas, by their ids, whole or their beginnings. */
  ids: readonly string[]
  indice: boolean
}

/**
 * One statement, so that it is one state of what is public, however many cortes come in meanwhile. Null before anything is public.
 */
export async function readPublicadas(lector: Asked, { ids, indice }: Pedidas): Promise<Publicadas | null> {
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
     ) as candidaturas, case when $2::boolean then (
       select convert_from(i.contenido, 'UTF8') from publico.recurso i where i.hasta_corte is null and i.ruta = 'indice'
     ) end as indice
     from publico.recurso p where p.ruta = 'proceso' and p.hasta_corte is null`,
    [ids, indice],
  )) as Publicadas[]
  return rows[0] ?? null
}
