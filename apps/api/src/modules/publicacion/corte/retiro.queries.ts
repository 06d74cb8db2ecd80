import type { EntityManager } from 'typeorm'
import { readRows, changeRows } from '../../../database/rows.ts'

/**
 * Destination of bytes that leave the past. `archivo`: they move to the private world, where the institute can still prove what was public
 * on a day. `destruccion`: nobody keeps them, and archived bytes go too.
 */
export type Destino = 'archivo' | 'destruccion'

/**
 * Withdraws these versions from past cortes: from here on nobody reads them, neither by address nor by hash. Records of candidaturas do not
 * need it, as they leave when they are replaced.
 *
 * Their salted hash and their size stay in the manifests, so that every past corte still verifies. The salt goes with the bytes, and so
 * does the unsalted hash, by which a guess could be tried. Versions that are public now are left alone: they become past when their path is
 * withdrawn or rewritten.
 * @param versiones ids of `publico.recurso`, as one of the finders below gives them.
 * @returns how many lost their public bytes: the publisher seals a corte when any did, and each corte empties the caches.
 */
export async function withdrawPast(tx: EntityManager, versiones: readonly string[], destino: Destino): Promise<number> {
  if (versiones.length === 0) return 0
  if (destino === 'destruccion') await tx.query('delete from captura.recurso_retirado where id = any($1::bigint[])', [versiones])
  else await tx.query(ARCHIVE, [versiones])
  const [, withdrawn] = await changeRows(tx, ERASE, [versiones])
  return withdrawn
}

const STILL_THERE = 'id = any($1::bigint[]) and hasta_corte is not null and contenido is not null'

const ARCHIVE = `insert into captura.recurso_retirado (id, ruta, sha256, medio, contenido, desde_corte, hasta_corte)
  select id, ruta, sha256, medio, contenido, desde_corte, hasta_corte from publico.recurso where ${STILL_THERE}`

const ERASE = `update publico.recurso set contenido = null, gzip = null, brotli = null, huella = null where ${STILL_THERE}`

/** Badges by authorisation that a record shows now, as claves of the groups. */
export interface DistintivosDeHoy {
  ruta: string
  autorizados: readonly string[]
}

const AUTORIZADOS = '$.distintivos[*] ? (@.origen == "publicacion_autorizada").grupo'

/** Archived versions that show a badge by an authorisation that no longer holds. */
export function findConDistintivo(tx: EntityManager, hoy: readonly DistintivosDeHoy[]): Promise<string[]> {
  return idsBy(
    tx,
    `select p.id from json_to_recordset($1::json) as hoy(ruta text, autorizados jsonb) join captura.recurso_retirado p on p.ruta = hoy.ruta
     where exists (select 1 from jsonb_path_query(convert_from(p.contenido, 'UTF8')::jsonb, $2::jsonpath) grupo where not hoy.autorizados @> grupo)`,
    [JSON.stringify(hoy), AUTORIZADOS],
  )
}

/** Every past version of these answers. */
export function findAnteriores(tx: EntityManager, rutas: readonly string[]): Promise<string[]> {
  return idsBy(tx, `select id from publico.recurso where ruta = any($1) and hasta_corte is not null and contenido is not null`, [rutas])
}

async function idsBy(tx: EntityManager, sql: string, params: unknown[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, sql, params)
  return rows.map(({ id }) => id)
}
