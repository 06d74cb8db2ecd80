import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { GrupoPack } from '@conoceles/domain'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { enPasos } from '../../../shared/http/tamanos.ts'
import { rutaDocumento, type CandidaturaDocument } from '../ficha/candidatura-document.ts'
import type { Vigentes } from '../ficha/vigentes.queries.ts'

/** One public answer, ready to be handed out. */
export interface Recurso {
  ruta: string
  medio: string
  contenido: Buffer
  /** Hash of its content, without number of corte nor salt: tells whether it changed. */
  huella: string
  /** Build of the visor that made it; only pages have one. */
  construccion?: string
}

const JSON_MEDIUM = 'application/json; charset=utf-8'
export const HTML_MEDIUM = 'text/html; charset=utf-8'
export const CALENDAR_MEDIUM = 'text/calendar; charset=utf-8'
/** Media that shrink when compressed: photographs do not. */
const TEXTS: readonly string[] = [JSON_MEDIUM, CALENDAR_MEDIUM, HTML_MEDIUM, 'text/csv; charset=utf-8']

/** A JSON answer. The salt makes its hash say nothing once the record is erased. */
export function jsonRecurso(ruta: string, body: object, corte: { numero: number; en: string }): Recurso {
  const contenido = Buffer.from(JSON.stringify({ ...body, corte, sal: randomBytes(16).toString('hex') }))
  return { ruta, medio: JSON_MEDIUM, contenido, huella: sha256(canonical(body)) }
}

/**
 * The record of a candidatura, padded to the same size for any badges, in a few steps. Sizes stay in the manifests, and must not tell that
 * a badge went or came, nor its group. The padding is blanks, which JSON ignores and compression removes.
 */
export function documentRecurso(
  { document, grupos }: { document: CandidaturaDocument; grupos: readonly GrupoPack[] },
  corte: { numero: number; en: string },
): Recurso {
  const recurso = jsonRecurso(rutaDocumento(document.id), document, corte)
  const most = grupos.map(({ clave, nombre, explicacion }) => ({ grupo: clave, nombre, explicacion, origen: 'publicacion_autorizada' }))
  const blanks = Math.max(0, lengthOf(most) - lengthOf(document.distintivos))
  const length = recurso.contenido.length + blanks
  return { ...recurso, contenido: Buffer.concat([recurso.contenido, Buffer.alloc(enPasos(length) - recurso.contenido.length, ' ')]) }
}

/** A JSON answer that is another with each corte, in the same few sizes as a record. */
export function renewedRecurso(ruta: string, body: object, corte: { numero: number; en: string }): Recurso {
  const { contenido, huella, ...recurso } = jsonRecurso(ruta, body, corte)
  const blanks = Buffer.alloc(enPasos(contenido.length) - contenido.length, ' ')
  return { ...recurso, contenido: Buffer.concat([contenido, blanks]), huella: sha256(canonical([huella, corte.numero])) }
}

function lengthOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

export function binaryRecurso(ruta: string, medio: string, contenido: Buffer): Recurso {
  return { ruta, medio, contenido, huella: sha256(contenido) }
}

const BATCH = 100

/** Records of candidaturas and their photographs: their past is in the archive of the institute alone. */
const ARCHIVED = `ruta ~ '^(candidaturas|fotografias)/'`

/** A page has no past anywhere: its record keeps the content. Salted hash and size of both stay in the manifests. */
const STAYS = `construccion is null and not ${ARCHIVED}`
const ONLY_WHAT_STAYS = ['contenido', 'gzip', 'brotli', 'huella'].map((column) => `${column} = case when ${STAYS} then ${column} end`)

/**
 * Every version of a record leaves the public world when the next one comes, for any reason. While only some left, a missing one told that
 * its badge had been taken back.
 */
const CLOSE = `with archivado as (
    insert into captura.recurso_retirado (id, ruta, sha256, medio, contenido, desde_corte, hasta_corte)
    select id, ruta, sha256, medio, contenido, desde_corte, $1::int from publico.recurso where hasta_corte is null and ruta = any($2) and ${ARCHIVED})
  update publico.recurso set hasta_corte = $1::int, ${ONLY_WHAT_STAYS.join(', ')} where hasta_corte is null and ruta = any($2)`

export interface CambioRecursos {
  recursos: Recurso[]
  /** Withdraws paths that are public no more; paths that never were are left alone. */
  retirados: string[]
}

/**
 * A new corte closes the resources that it replaces, and only those that are public. To look for absent ones costs more the more there are,
 * because PostgreSQL plans by the state before the transaction.
 */
export async function writeRecursos(
  tx: EntityManager,
  { numero, vigentes }: { numero: number; vigentes: Vigentes },
  { recursos, retirados }: CambioRecursos,
): Promise<void> {
  const closed = [...recursos.map(({ ruta }) => ruta), ...retirados].filter((ruta) => vigentes.has(ruta))
  if (closed.length > 0) await tx.query(CLOSE, [numero, closed])
  vigentes.forget(retirados)
  for (let at = 0; at < recursos.length; at += BATCH) {
    const batch = recursos.slice(at, at + BATCH).map((recurso) => ({ ...recurso, sha256: sha256(recurso.contenido) }))
    await insertBatch(tx, numero, batch)
    vigentes.note(batch)
  }
}

/** The bytes of a batch travel as one: as elements of an array each would be written and read as text of twice the length. */
async function insertBatch(tx: EntityManager, corte: number, recursos: (Recurso & { sha256: string })[]): Promise<void> {
  const packed = recursos.map(pack)
  const columns = {
    ruta: recursos.map(({ ruta }) => ruta),
    sha256: recursos.map((recurso) => recurso.sha256),
    medio: recursos.map(({ medio }) => medio),
    huella: recursos.map(({ huella }) => huella),
    construccion: recursos.map(({ construccion }) => construccion ?? null),
    bytes: recursos.map(({ contenido }) => contenido.length),
    gzip: packed.map(({ gzip }) => gzip?.length ?? null),
    brotli: packed.map(({ brotli }) => brotli?.length ?? null),
    desde: startsOf(packed.map(({ contenido, gzip, brotli }) => contenido.length + (gzip?.length ?? 0) + (brotli?.length ?? 0))),
  }
  const todo = Buffer.concat(packed.flatMap(({ contenido, gzip, brotli }) => [contenido, gzip ?? NOTHING, brotli ?? NOTHING]))
  await tx.query(
    `insert into publico.recurso (ruta, sha256, medio, huella, construccion, bytes, contenido, gzip, brotli, desde_corte)
     select ruta, sha256, medio, huella, construccion, bytes, substring($10::bytea from desde for bytes),
       substring($10 from desde + bytes for gzip), substring($10 from desde + bytes + gzip for brotli), $11::int
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[], $9::int[])
       as each (ruta, sha256, medio, huella, construccion, bytes, gzip, brotli, desde)`,
    [...Object.values(columns), todo, corte],
  )
}

const NOTHING = Buffer.alloc(0)

/** First byte of each block when blocks of these lengths stand one after the other, counted from one as SQL does. */
function startsOf(lengths: readonly number[]): number[] {
  let at = 1
  return lengths.map((length) => (at += length) - length)
}

interface Packed {
  contenido: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
}

/**
 * Compressed at once and not in Node's pool: there each text takes memory of its own, which costs more than the compression. The publisher has a
 * process of its own, and a batch is short.
 */
function pack({ medio, contenido }: Recurso): Packed {
  if (!TEXTS.includes(medio)) return { contenido, gzip: null, brotli: null }
  return { contenido, gzip: gzipSync(contenido), brotli: brotliCompressSync(contenido, { params: brotliOf(contenido.length) }) }
}

const SMALLEST_WINDOW = 10
const LARGEST_WINDOW = 22

/** A window no larger than the text: the larger one is only emptied for nothing. */
function brotliOf(length: number): Record<number, number> {
  const window = Math.min(LARGEST_WINDOW, Math.max(SMALLEST_WINDOW, Math.ceil(Math.log2(length + 16))))
  return {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
    [constants.BROTLI_PARAM_LGWIN]: window,
  }
}
