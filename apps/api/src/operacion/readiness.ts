import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { readUltimoCorte, type AnswersCache } from '../publico/lectura/index.ts'
import type { Reader } from '../database/reader.ts'

/** One thing that a process needs to serve. `dice` is for the person who operates it. */
export interface Revision {
  nombre: 'base_de_datos' | 'corte' | 'disco'
  bien: boolean
  dice: string
}

export interface Reviewed {
  lector: Reader
  /** Public answers of this process; null: it serves none. */
  cache: Pick<AnswersCache, 'known'> | null
  /** Folder that it writes in. */
  datos: string
}

const PATIENCE_MS = 2_000
/** A notice of a new corte takes less. */
const NOTICE_MS = 1_000
const MEBIBYTE = 2 ** 20
/** The largest download, twice. */
const ROOM = 256 * MEBIBYTE

/** Looks at everything that keeps a process from serving; none of it changes anything. */
export async function review({ lector, cache, datos }: Reviewed): Promise<Revision[]> {
  const newest = await newestCorte(lector)
  const disks = [...new Set([datos, tmpdir()])].map(reviewDisk)
  return [reviewDatabase(newest), ...(cache && newest !== null ? [await reviewCorte(cache, newest)] : []), ...(await Promise.all(disks))]
}

/** Null: the database does not answer, or has no public world. */
async function newestCorte(lector: Reader): Promise<number | null> {
  const late = sleep(PATIENCE_MS, null, { ref: false })
  const asked = readUltimoCorte(lector).then(
    ({ numero }) => numero,
    () => null,
  )
  return Promise.race([asked, late])
}

function reviewDatabase(newest: number | null): Revision {
  const bien = newest !== null
  return { nombre: 'base_de_datos', bien, dice: bien ? 'Contesta y está preparada.' : 'No contesta en dos segundos, o no está preparada.' }
}

/** A process that never hears of a corte goes on serving what that corte withdrew. */
async function reviewCorte(cache: Pick<AnswersCache, 'known'>, newest: number): Promise<Revision> {
  if (cache.known < newest) await sleep(NOTICE_MS)
  const bien = cache.known >= newest
  return { nombre: 'corte', bien, dice: bien ? `Sirve el corte ${cache.known}.` : `No ha visto el corte ${newest}.` }
}

/** Room for what a process writes while it works. */
export async function reviewDisk(folder: string): Promise<Revision> {
  const { bavail, bsize } = await statfs(folder)
  const bien = bavail * bsize >= ROOM
  const libres = Math.floor((bavail * bsize) / MEBIBYTE)
  return { nombre: 'disco', bien, dice: `Quedan ${libres} MiB en ${folder}${bien ? '.' : `: se necesitan ${ROOM / MEBIBYTE}.`}` }
}
