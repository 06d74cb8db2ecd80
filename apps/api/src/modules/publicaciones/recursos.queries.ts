import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { GrupoPack } from '@conoceles/domain'
import { canonical, sha256 } from '../../shared/canonical.ts'
import { rutaDocumento, type CandidaturaDocument } from './candidatura-document.ts'

/** One public answer, ready to be handed out. */
export interface Recurso {
  ruta: string
  medio: string
  contenido: Buffer
  /** Hash of what it says, without number of corte nor salt: tells whether it changed. */
  huella: string
  /** Build of the visor that made it; only pages have one. */
  construccion?: string
}

const JSON_MEDIUM = 'application/json; charset=utf-8'
export const HTML_MEDIUM = 'text/html; charset=utf-8'
export const CALENDAR_MEDIUM = 'text/calendar; charset=utf-8'
/** What shrinks: photographs do not. */
const TEXTS: readonly string[] = [JSON_MEDIUM, CALENDAR_MEDIUM, HTML_MEDIUM, 'text/csv; charset=utf-8']

/** A JSON answer. The salt makes its hash say nothing once the record is erased. */
export function jsonRecurso(ruta: string, body: object, corte: { numero: number; en: string }): Recurso {
  const contenido = Buffer.from(JSON.stringify({ ...body, corte, sal: randomBytes(16).toString('hex') }))
  return { ruta, medio: JSON_MEDIUM, contenido, huella: sha256(canonical(body)) }
}

/**
 * The page of a candidatura, of the same size whatever badges it shows: the size stays in the manifests when the bytes are withdrawn,
 * and must not tell that there was a badge, nor of which group. The rest is blanks, which JSON ignores and compression removes.
 */
export function documentRecurso(
  { document, grupos }: { document: CandidaturaDocument; grupos: readonly GrupoPack[] },
  corte: { numero: number; en: string },
): Recurso {
  const recurso = jsonRecurso(rutaDocumento(document.id), document, corte)
  const most = grupos.map(({ clave, nombre, explicacion }) => ({ grupo: clave, nombre, explicacion, origen: 'publicacion_autorizada' }))
  const blanks = Math.max(0, lengthOf(most) - lengthOf(document.distintivos))
  return { ...recurso, contenido: Buffer.concat([recurso.contenido, Buffer.alloc(blanks, ' ')]) }
}

function lengthOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
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

async function insertBatch(tx: EntityManager, corte: number, recursos: Recurso[]): Promise<void> {
  const rows = await Promise.all(recursos.map(pack))
  await tx.query(
    `insert into publico.recurso (ruta, sha256, medio, bytes, contenido, gzip, brotli, huella, construccion, desde_corte)
     select *, $10::int from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[], $9::text[])`,
    [...transpose(rows), corte],
  )
}

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

async function pack({ ruta, medio, contenido, huella, construccion }: Recurso): Promise<unknown[]> {
  const compressed = TEXTS.includes(medio) ? await Promise.all([toGzip(contenido), toBrotli(contenido, QUALITY)]) : [null, null]
  return [ruta, sha256(contenido), medio, contenido.length, contenido, ...compressed, huella, construccion ?? null]
}

function transpose(rows: unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
}

/**
 * A page has no past: what it said is in the data of its corte, which are kept. Its salted hash and its size stay in the manifests, and
 * whatever takes data out of the past finds no page there.
 */
export async function erasePastPages(tx: EntityManager, corte: number): Promise<void> {
  await tx.query(
    `update publico.recurso set contenido = null, gzip = null, brotli = null, huella = null
     where hasta_corte = $1 and construccion is not null and contenido is not null`,
    [corte],
  )
}
