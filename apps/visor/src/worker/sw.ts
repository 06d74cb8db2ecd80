// The worker of the visor: pages that were seen once are there without network. With network it changes nothing: the server is always asked first.
import { isOpened, isPhoto, kindOf, VIGENTE } from './rules.ts'
import { worker, type Fetched } from './scope.ts'
import { find, keep, learn, sweep } from './store.ts'

/** Every file of this build that a page may ask for, and the page that brings nothing yet; the name of the build they are of. */
declare const ARCHIVOS: readonly string[]
declare const ARMAZON: string
declare const CONSTRUCCION: string

const FILES = 'archivos-'
/** Wait on a line that carries nothing, before the kept answer is shown. */
const PATIENCE_MS = 5_000
/** Wait after one long wait: the next answers do not take as long again. */
const SPENT_MS = 300
const STALLED_MS = 30_000
let stalledUntil = 0

// All files or none, and a new build waits until no tab is open that began with the one before: nobody gets some of each.
worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(FILES + CONSTRUCCION).then((cache) => cache.addAll([...ARCHIVOS, ARMAZON])))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherBuilds().then(() => worker.clients.claim()))
})

/** An opened page tells the answers that it shows, and that the network is back. */
worker.addEventListener('message', (event) => {
  const { vistas } = event.data as { vistas: string[] }
  event.waitUntil(Promise.all([sweep(), ...[...new Set(vistas)].filter(isOpened).map(keep)]))
})

worker.addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, worker.location.origin)
  if (kind === 'file') event.respondWith(file(event.request))
  if (kind === 'page') event.respondWith(page(event.request))
  if (kind === 'data') event.respondWith(data(event))
})

async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request)
}

async function page(request: Request): Promise<Response> {
  const asked = fetch(request)
  return (await inTime(asked)) ?? (await caches.match(ARMAZON, { ignoreVary: true })) ?? asked
}

async function data(event: Fetched): Promise<Response> {
  const { pathname } = new URL(event.request.url)
  const at = performance.now()
  const asked = fetch(event.request)
  event.waitUntil(asked.then((answer) => learnOf(pathname, answer.clone(), at)).catch(() => undefined))
  return (await inTime(asked)) ?? (await find(pathname)) ?? asked
}

/** The worker keeps what the page receives. Only the sweep notes the newest corte; photographs are kept with the person on them. */
async function learnOf(path: string, answer: Response, asked: number): Promise<void> {
  if (path === VIGENTE) await sweep()
  else if (!isPhoto(path)) await learn(path, answer, asked)
}

/** The answer of a server that is there and can work; null otherwise, or when it takes too long. */
async function inTime(asked: Promise<Response>): Promise<Response | null> {
  const patience = performance.now() < stalledUntil ? SPENT_MS : PATIENCE_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      stalledUntil = performance.now() + STALLED_MS
      resolve(null)
    }, patience)
  })
  const came = asked
    .then((answer) => {
      stalledUntil = 0
      return answer
    })
    .catch(() => null)
    .finally(() => clearTimeout(timer))
  const answer = await Promise.race([came, late])
  return answer && answer.status < 500 ? answer : null
}

async function dropOtherBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(FILES) && name !== FILES + CONSTRUCCION)
  await Promise.all(others.map((name) => caches.delete(name)))
}
