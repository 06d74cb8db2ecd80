import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/**
 * The JSON texts of public answers, by path. Each is looked up by itself. For all of them at once PostgreSQL, which plans by the state
 * before this transaction, would look through everything that is public.
 */
export async function readTextos(tx: EntityManager, rutas: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ ruta: string; texto: string }>(
    tx,
    `select pedida.ruta, convert_from(r.contenido, 'UTF8') as texto from unnest($1::text[]) as pedida(ruta)
     cross join lateral (select contenido from publico.recurso where ruta = pedida.ruta and hasta_corte is null limit 1) r`,
    [rutas],
  )
  return new Map(rows.map(({ ruta, texto }) => [ruta, texto]))
}

/** Whether a page of another build is public, or data are and no page is. */
export async function isDeOtraConstruccion(tx: EntityManager, construccion: string | null): Promise<boolean> {
  const [row] = await readRows<{ otra: boolean }>(
    tx,
    `select exists (select 1 from publico.recurso where hasta_corte is null and construccion is not null and construccion is distinct from $1)
       or ($1::text is not null and exists (select 1 from publico.recurso where hasta_corte is null and ruta = 'proceso')
         and not exists (select 1 from publico.recurso where hasta_corte is null and construccion is not null)) as otra`,
    [construccion],
  )
  return row?.otra ?? false
}

/** Hash of the list of each of these contiendas. Substituted candidaturas left it, and a list may still be empty. */
export async function readContiendas(tx: EntityManager, claves: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ clave: string; huella: string }>(
    tx,
    `select k.clave, encode(sha256(convert_to(coalesce(string_agg(c.fila::text, ',' order by c.orden), ''), 'UTF8')), 'hex') as huella
     from unnest($1::text[]) as k(clave) left join publico.candidatura c on c.contienda = k.clave and c.estatus <> 'sustituida' group by k.clave`,
    [claves],
  )
  return new Map(rows.map(({ clave, huella }) => [clave, huella]))
}
