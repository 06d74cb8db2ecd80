// The worker of the consola keeps the files of its build and nothing else: no answer of the API passes through it.

/** Every file of this build that a page may ask for, the page itself, and the name of the build they are of. */
declare const ARCHIVOS: readonly string[]
declare const ARMAZON: string
declare const CONSTRUCCION: string

/** A service worker has these and a page has not: TypeScript does not know both in one program. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}

interface Fetched extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void
}

const worker = globalThis as unknown as WorkerScope
/** The visor keeps its own caches at this origin, under other names. */
const FILES = 'consola-'
/** On a line that is there and carries nothing, the kept page is shown after this. */
const PATIENCE_MS = 5_000

// All files or none: nobody gets some of one build and some of another.
worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(FILES + CONSTRUCCION).then((cache) => cache.addAll([...ARCHIVOS, ARMAZON])))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherBuilds().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/consola/assets/')) event.respondWith(file(request))
  else if (request.mode === 'navigate' && pathname.startsWith('/consola/')) event.respondWith(page(request))
})

async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request)
}

async function page(request: Request): Promise<Response> {
  const asked = fetch(request)
  return (await inTime(asked)) ?? (await caches.match(ARMAZON, { ignoreVary: true })) ?? asked
}

/** The answer of a server that is there and can work; null otherwise, or when it takes too long. */
async function inTime(asked: Promise<Response>): Promise<Response | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  const answer = await Promise.race([asked.catch(() => null), late])
  return answer && answer.status < 500 ? answer : null
}

async function dropOtherBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(FILES) && name !== FILES + CONSTRUCCION)
  await Promise.all(others.map((name) => caches.delete(name)))
}
