import { STORED_AT } from '@conoceles/api-client/outcome'
import { BASE, candidaturaPath, claveOf, isOf, isOpened, isPhoto, OPENED_AT_MOST, VIGENTE } from './rules.ts'

/**
 * Public answers kept on the device, in Cache Storage. Each lies under its bare address: neither the headers of the request (`Vary`) nor
 * a query or a fragment are part of the key.
 */
const CACHE = 'publico'
const TOGETHER = 4
/** Wait before asking: an answer of a cache on the way may be this old, and still tell data that the new corte withdrew. */
const SETTLED_MS = 2_000

interface Ficha {
  id: string
  fotografia: { media: string } | null
}

/** The kept copy of an answer; of a candidatura, by the beginning of her id too. */
export async function find(path: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE)
  const clave = claveOf(path)
  const own = clave === null ? path : (await candidaturas(cache)).find((each) => isOf(each, clave))
  return own === undefined ? undefined : cache.match(own, { ignoreVary: true })
}

/** Instants at which answers were found to be no longer public, by address. */
const goneAt = new Map<string, number>()

/**
 * Takes note of an answer of the server: a public one is kept, one no longer public goes at once. Any other answer (no network, too
 * much work) says nothing of it. `asked`: instant of the question. An answer on its way when another was found gone would bring it back.
 */
export async function learn(path: string, answer: Response, asked: number): Promise<void> {
  const cache = await caches.open(CACHE)
  if (isGone(answer)) {
    goneAt.set(path, performance.now())
    await forget(cache, path)
  } else if (answer.status === 200 && !wentAfter(asked, path)) await putSeen(cache, path, answer)
}

/** Whether the answer, or the candidatura that it is of, was found gone after an instant. */
function wentAfter(asked: number, path: string): boolean {
  return [...goneAt].some(([gone, at]) => {
    const clave = claveOf(gone)
    return at > asked && (gone === path || (clave !== null && isOf(path, clave)))
  })
}

/** Keeps an answer that somebody sees already, because the page brought it. */
export async function keep(path: string): Promise<void> {
  const asked = performance.now()
  const answer = await ask(path)
  if (answer) await learn(path, answer, asked)
}

/** Asks whether a kept answer still holds. False: it could not be told. */
async function renew(path: string): Promise<boolean> {
  const asked = performance.now()
  const answer = await ask(path)
  if (!answer || (!answer.ok && !isGone(answer))) return false
  const kept = await find(path)
  // An unchanged answer keeps its turn among those that were opened.
  if (!kept || !answer.ok || kept.headers.get('etag') !== answer.headers.get('etag')) await learn(path, answer, asked)
  return true
}

function isGone({ status }: Response): boolean {
  return status === 404 || status === 410
}

let sweeping: Promise<void> | null = null

/** Asks for every kept answer anew if there is a newer corte: withdrawn data leave the device. */
export function sweep(): Promise<void> {
  sweeping ??= sweepNow().finally(() => (sweeping = null))
  return sweeping
}

async function sweepNow(): Promise<void> {
  // A network that has just come back may not carry anything yet.
  const newest = (await ask(VIGENTE)) ?? (await pause(SETTLED_MS).then(() => ask(VIGENTE)))
  if (!newest?.ok) return
  const cache = await caches.open(CACHE)
  const noted = await cache.match(VIGENTE)
  if (!(await isSame(newest, noted))) {
    if (noted) await pause(SETTLED_MS)
    // The corte is noted last: if anything could not be asked for, the next time begins again.
    if (!(await renewEach([...BASE, ...(await opened(cache))]))) return
  }
  await put(cache, VIGENTE, newest)
}

async function renewEach(pending: string[]): Promise<boolean> {
  let whole = true
  while (pending.length > 0) {
    const done = await Promise.all(pending.splice(0, TOGETHER).map(renew))
    whole &&= done.every(Boolean)
  }
  return whole
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function isSame(one: Response, other: Response | undefined): Promise<boolean> {
  return other !== undefined && (await one.clone().text()) === (await other.text())
}

/** Null without network. The browser's own store is asked whether it is still true, and no account goes along. */
async function ask(path: string): Promise<Response | null> {
  return fetch(path, { cache: 'no-cache', credentials: 'omit' }).catch(() => null)
}

/** An answer without its date is not kept: nobody could say how old it is. */
async function put(cache: Cache, path: string, answer: Response): Promise<void> {
  const headers = new Headers({ [STORED_AT]: new Date(answer.headers.get('date') ?? NaN).toISOString() })
  for (const name of ['content-type', 'etag']) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  await cache.put(path, new Response(await answer.clone().arrayBuffer(), { headers }))
}

async function putSeen(cache: Cache, path: string, answer: Response): Promise<void> {
  if (claveOf(path) !== null) await putCandidatura(cache, answer)
  else if (isOpened(path)) await putLast(cache, { path, answer, among: others })
  else await put(cache, path, answer)
}

/** Keeps a candidatura under her whole id, with her photograph. */
async function putCandidatura(cache: Cache, answer: Response): Promise<void> {
  const { id, fotografia } = (await answer.clone().json()) as Ficha
  await putLast(cache, { path: candidaturaPath(id), answer, among: candidaturas })
  if (fotografia && !(await cache.match(fotografia.media))) {
    const photo = await ask(fotografia.media)
    if (photo?.ok) await put(cache, fotografia.media, photo)
  }
  await dropPhotos(cache)
}

/** Puts an answer as the last opened of its kind; the first ones make room. */
async function putLast(
  cache: Cache,
  { path, answer, among }: { path: string; answer: Response; among: (cache: Cache) => Promise<string[]> },
): Promise<void> {
  await cache.delete(path)
  await put(cache, path, answer)
  await Promise.all((await among(cache)).slice(0, -OPENED_AT_MOST).map((each) => cache.delete(each)))
}

async function forget(cache: Cache, path: string): Promise<void> {
  const clave = claveOf(path)
  const gone = clave === null ? [path] : (await opened(cache)).filter((each) => isOf(each, clave))
  await Promise.all(gone.map((each) => cache.delete(each)))
  await dropPhotos(cache)
}

/** A photograph is kept as long as a kept candidatura shows it. */
async function dropPhotos(cache: Cache): Promise<void> {
  const fichas = await Promise.all((await candidaturas(cache)).map(async (path) => (await cache.match(path))?.json() as Promise<Ficha>))
  const shown = new Set(fichas.map((ficha) => ficha.fotografia?.media))
  const photos = (await paths(cache)).filter((path) => isPhoto(path) && !shown.has(path))
  await Promise.all(photos.map((path) => cache.delete(path)))
}

/** Opened answers, the last at the end: all of them, the candidaturas, and the rest. */
async function opened(cache: Cache): Promise<string[]> {
  return (await paths(cache)).filter(isOpened)
}

async function candidaturas(cache: Cache): Promise<string[]> {
  return (await opened(cache)).filter((path) => claveOf(path) !== null)
}

async function others(cache: Cache): Promise<string[]> {
  return (await opened(cache)).filter((path) => claveOf(path) === null)
}

async function paths(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname)
}
