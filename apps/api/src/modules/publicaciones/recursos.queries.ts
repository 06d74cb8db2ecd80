import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { canonical, sha256 } from '../../shared/canonical.ts'

/** One public answer, ready to be handed out. */
export interface Recurso {
  ruta: string
  medio: string
  contenido: Buffer
  /** Hash of what it says, without number of corte nor salt: tells whether it changed. */
  huella: string
}

const JSON_MEDIUM = 'application/json; charset=utf-8'
export const CALENDAR_MEDIUM = 'text/calendar; charset=utf-8'
/** What shrinks: photographs do not. */
const TEXTS: readonly string[] = [JSON_MEDIUM, CALENDAR_MEDIUM]

/** A JSON answer. The salt makes its hash say nothing once the record is erased. */
export function jsonRecurso(ruta: string, body: object, corte: { numero: number; en: string }): Recurso {
  const contenido = Buffer.from(JSON.stringify({ ...body, corte, sal: randomBytes(16).toString('hex') }))
  return { ruta, medio: JSON_MEDIUM, contenido, huella: sha256(canonical(body)) }
}

export function binaryRecurso(ruta: string, medio: string, contenido: Buffer): Recurso {
  return { ruta, medio, contenido, huella: sha256(contenido) }
}

/** Hashes of what is public now, by path. */
export async function readHuellas(tx: EntityManager): Promise<Map<string, string>> {
  const rows = (await tx.query('select ruta, huella from publico.recurso where hasta_corte is null')) as { ruta: string; huella: string }[]
  return new Map(rows.map(({ ruta, huella }) => [ruta, huella]))
}

const BATCH = 250

/** A new corte closes what it replaces and keeps it: what was public on a day is a read. */
export async function writeRecursos(tx: EntityManager, corte: number, change: { recursos: Recurso[]; retirados: string[] }): Promise<void> {
  const closed = [...change.recursos.map(({ ruta }) => ruta), ...change.retirados]
  await tx.query('update publico.recurso set hasta_corte = $1 where hasta_corte is null and ruta = any($2)', [corte, closed])
  for (let at = 0; at < change.recursos.length; at += BATCH) await insertBatch(tx, corte, change.recursos.slice(at, at + BATCH))
}

/** Past versions that show a badge by an authorisation that no longer holds. The manifests keep their salted hashes, which say nothing. */
export async function eraseDistintivos(tx: EntityManager, rutas: string[]): Promise<void> {
  const shown = `ruta = any($1) and convert_from(contenido, 'UTF8')::jsonb @> '{"distintivos": [{"origen": "publicacion_autorizada"}]}'`
  await tx.query(
    `update publico.recurso set contenido = null, gzip = null, brotli = null where hasta_corte is not null and contenido is not null and ${shown}`,
    [rutas],
  )
  await tx.query(`delete from captura.recurso_retirado where ${shown}`, [rutas])
}

/**
 * Past versions of the pages of whoever left, and the photographs that they showed and nobody shows now: what is no longer public is not
 * public by its hash either. The bytes move to the private world, where the institute can still prove what was public on a day.
 */
export async function withdrawRetiradas(tx: EntityManager, candidaturaIds: string[]): Promise<void> {
  if (candidaturaIds.length === 0) return
  await tx.query(
    `with pasada as (
       select id, convert_from(contenido, 'UTF8')::jsonb #>> '{fotografia,grande}' as foto from publico.recurso
       where hasta_corte is not null and contenido is not null and ruta = any($1)
         and convert_from(contenido, 'UTF8')::jsonb -> 'secciones' <> '[]'),
     retirada as (
       select r.* from publico.recurso r where r.contenido is not null and (r.id in (select id from pasada)
         or (r.hasta_corte is not null and r.ruta in (
           select replace(regexp_replace(foto, '^.*/(fotografias/[^/]+)$', '\\1'), '-grande.', '-' || tamano || '.')
           from pasada, unnest(array['chica', 'media', 'grande']) as tamano where foto is not null)
           and not exists (select 1 from publico.recurso now where now.ruta = r.ruta and now.hasta_corte is null)))),
     ${MOVE}`,
    [candidaturaIds.map((id) => `candidaturas/${id}`)],
  )
}

/** From `retirada`, rows of `publico.recurso`, to the private world: their hashes stay, their bytes go. */
const MOVE = `guardada as (
       insert into captura.recurso_retirado (id, ruta, sha256, medio, contenido, desde_corte, hasta_corte)
       select id, ruta, sha256, medio, contenido, desde_corte, hasta_corte from retirada)
     update publico.recurso r set contenido = null, gzip = null, brotli = null from retirada where r.id = retirada.id`

/** A photograph that nobody shows any more, because another one took its place or it was withdrawn, is not public by its hash either. */
export async function withdrawFotografias(tx: EntityManager, rutas: readonly string[]): Promise<void> {
  await tx.query(
    `with retirada as (
       select r.* from publico.recurso r where r.ruta = any($1) and r.hasta_corte is not null and r.contenido is not null
         and not exists (select 1 from publico.recurso now where now.ruta = r.ruta and now.hasta_corte is null)),
     ${MOVE}`,
    [rutas],
  )
}

async function insertBatch(tx: EntityManager, corte: number, recursos: Recurso[]): Promise<void> {
  const rows = await Promise.all(recursos.map(pack))
  await tx.query(
    `insert into publico.recurso (ruta, sha256, medio, bytes, contenido, gzip, brotli, huella, desde_corte)
     select *, $9::int from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[])`,
    [...transpose(rows), corte],
  )
}

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

async function pack({ ruta, medio, contenido, huella }: Recurso): Promise<unknown[]> {
  const compressed = TEXTS.includes(medio) ? await Promise.all([toGzip(contenido), toBrotli(contenido, QUALITY)]) : [null, null]
  return [ruta, sha256(contenido), medio, contenido.length, contenido, ...compressed, huella]
}

function transpose(rows: unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
}
