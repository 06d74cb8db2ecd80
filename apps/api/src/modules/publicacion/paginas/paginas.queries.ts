import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'
import { PAGINAS_DE_CANDIDATURAS } from './mapa.ts'

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

/** Pages that are missing although no datum changed. */
export interface Faltas {
  /** A page of another build is public. */
  otra: boolean
  /** Data are public, and no page is. */
  todas: boolean
  /** Candidaturas are public, and the page of none is. */
  candidaturas: boolean
}

export async function readFaltas(tx: EntityManager, construccion: string | null): Promise<Faltas> {
  const [row] = await readRows<Faltas>(
    tx,
    `with vigente as (select ruta, construccion from publico.recurso where hasta_corte is null)
     select exists (select 1 from vigente where construccion is not null and construccion is distinct from $1) as otra,
       $1::text is not null and exists (select 1 from vigente where ruta = 'proceso')
         and not exists (select 1 from vigente where construccion is not null) as todas,
       $1::text is not null and exists (select 1 from vigente where starts_with(ruta, 'candidaturas/'))
         and not exists (select 1 from vigente where starts_with(ruta, $2)) as candidaturas`,
    [construccion, PAGINAS_DE_CANDIDATURAS],
  )
  return row ?? { otra: false, todas: false, candidaturas: false }
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
