import type { Reader } from '../../database/reader.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { tellRepeated } from '../../shared/http/repeated.ts'
import { acceptedBy, WAYS, type Acepta, type EncodedRecurso, type Reading } from './encodings.ts'
import { CorteWatch } from './corte-watch.ts'
import { readUltimoCorte } from './ultimo-corte.queries.ts'

/**
 * A public answer in an encoding that the caller takes, ready to be written. An encoding is a byte string of its own, with its own strong
 * ETag.
 */
export interface Answer {
  status: number
  /** Whether it is the same for all accepted encodings. */
  unica: boolean
  etag: string
  /** Name, value, name, value: so Node writes them in half the time that an object takes. The length of the body is the last. */
  headers: string[]
  /** Short bodies are texts of one byte a letter: Node then hands out headers and body in one piece, which costs less than two. */
  body: Buffer | string
}

/** Hands out the answer, and keeps it for the next request. */
export type Answerer = (at: { request: FastifyRequest; reply: FastifyReply }, read: Reading) => Promise<void>

/** Headers of the public routes: nothing here runs, nothing here belongs to an account. */
export const PUBLIC_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-disposition, link, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
} as const

/** Asks search engines to keep nothing of it. They have to be let in to read it: robots.txt closes nothing of this. */
const NOINDEX = { 'x-robots-tag': 'noindex, noarchive' } as const
const HIDDEN_HEADERS = { ...PUBLIC_HEADERS, ...NOINDEX }

/** With its headers it fits into the buffer that Node writes from the stack. */
const SHORT = 14 * 1024

interface Saying {
  headers: Readonly<Record<string, string>>
  status: number
}

export function toAnswer(
  { sha256, medio, encoding, body, unica, link }: EncodedRecurso,
  { headers: said, status }: Saying = { headers: PUBLIC_HEADERS, status: 200 },
): Answer {
  const etag = encoding ? `"${sha256}-${encoding}"` : `"${sha256}"`
  const headers = {
    ...said,
    etag,
    'content-type': medio,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
    ...(link && { link }),
  }
  return { status, unica, etag, headers: toLines(headers, body), body: body.length <= SHORT ? body.toString('latin1') : body }
}

/** Redirects for now: the next corte may give the beginning of an id to another candidatura. */
export function toRedirect(location: string, said: Saying['headers']): Answer {
  return { status: 302, unica: true, etag: '', headers: toLines({ ...said, location, 'cache-control': 'no-store' }, ''), body: '' }
}

function toLines(headers: Readonly<Record<string, string>>, body: Answer['body']): string[] {
  return [...Object.entries(headers).flat(), 'content-length', String(body.length)]
}

/** Straight to the socket: the bytes were decided at publication, and nothing has to be serialised. */
export function writeAnswer(request: IncomingMessage, response: ServerResponse, { status, etag, headers, body }: Answer): void {
  if (status === 200 && isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers.slice(0, -2)).end()
  } else {
    response.writeHead(status, headers)
    if (request.method !== 'HEAD') writeWhole(response, body)
    response.end()
  }
}

/**
 * `end` would add an empty text to a body that it is given. Writing several texts costs Node a twelfth more of the processor than writing
 * one.
 */
function writeWhole(response: ServerResponse, body: Answer['body']): void {
  const { socket } = response
  socket?.cork()
  response.write(body, 'latin1')
  socket?.uncork()
}

/** Whether the caller has these bytes: one ETag, several, any; weak when a cache in between compressed them (RFC 9110 §13.1.2). */
export function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined || sent === etag) return sent !== undefined
  return sent === '*' || sent.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

/** Bytes kept of answers with an address of their own, and of answers to a query, which are as many as there are queries. */
const ROOM = 32 * 1024 * 1024
const ROOM_ASKED = 4 * 1024 * 1024
/** How many of these it is remembered that somebody asked. */
const REMEMBERED = 4_000
const MAX_URL = 500
const OF_CANDIDATURAS = /^\/(api\/v1\/publico\/(candidaturas|fotografias|recursos)|candidaturas|comparar)([/?]|$)/

/** Answers in memory, by address and by what its callers take. When there is no room for one all go, and are made again as they are asked for. */
class Estante {
  private entries: Map<string, Answer>[] = []
  private bytes = 0
  private readonly once = new Set<string>()

  /** `repeated`: keeps an answer only at its second request. Nobody repeats most queries. */
  constructor(
    private readonly room: { bytes: number; repeated: boolean },
    /** Number of the newest corte; negative while it cannot be told. */
    private readonly corte: () => number,
  ) {
    this.clear()
  }

  get(key: string, acepta: Acepta): Answer | undefined {
    return this.entries[acepta]?.get(key)
  }

  /**
   * Hands out the answer, and keeps it unless a newer corte came in meanwhile. Only existing answers are kept: addresses of nothing are
   * without number.
   */
  async keep<T extends Answer | null>(key: string, acepta: Acepta, make: () => Promise<T>): Promise<T> {
    const at = this.corte()
    const answer = await make()
    if (answer?.status === 200 && at === this.corte() && at >= 0 && key.length <= MAX_URL && this.isWorthIt(key))
      this.set(key, acepta, answer)
    return answer
  }

  clear(): void {
    this.entries = Array.from({ length: WAYS }, () => new Map<string, Answer>())
    this.bytes = 0
    this.once.clear()
  }

  private isWorthIt(key: string): boolean {
    if (!this.room.repeated || this.once.delete(key)) return true
    if (this.once.size >= REMEMBERED) this.once.clear()
    this.once.add(key)
    return false
  }

  private set(key: string, acepta: Acepta, answer: Answer): void {
    const size = answer.body.length
    // One file of many megabytes would push out all the others.
    if (size > this.room.bytes / 8) return
    if (this.bytes + size > this.room.bytes) this.clear()
    for (const entries of answer.unica ? this.entries : this.entries.slice(acepta, acepta + 1)) entries.set(key, answer)
    this.bytes += size
  }
}

/**
 * Answers in memory, by address. A new corte empties it, so nothing withdrawn outlives the corte that withdrew it by more than a
 * look. When a look fails nothing is kept: better slow than out of date.
 */
export class AnswersCache {
  private readonly estantes: Estante[] = []
  private readonly own = this.estante(ROOM)
  private readonly asked = this.estante(ROOM_ASKED, { repeated: true })
  private corte = -1
  private desindexada = false
  private watch: CorteWatch | null = null
  /** Called with each newer corte: answers of the one before are worth nothing. */
  onCorte: () => void = () => undefined

  constructor(private readonly lector: Reader) {}

  /** Room apart, in bytes, for answers of which there is one for each way to ask: they push out none but each other. */
  estante(bytes: number, { repeated } = { repeated: false }): Pick<Estante, 'get' | 'keep'> {
    const estante = new Estante({ bytes, repeated }, () => this.corte)
    this.estantes.push(estante)
    return estante
  }

  /** Number of the newest corte that it serves; negative while it cannot be told. */
  get known(): number {
    return this.corte
  }

  start(log: FastifyBaseLogger): void {
    const tell = tellRepeated((error) => log.error({ err: error }, 'the newest corte could not be read'))
    this.watch = new CorteWatch(this.lector, {
      look: () => this.refresh(),
      fail: (error) => {
        this.forget()
        tell(error)
      },
    })
    this.watch.start()
  }

  /** Keeps nothing any more: a stopping server tells clients so. */
  stop(): void {
    this.watch?.stop()
    this.forget()
  }

  /** Answers whether there is a newer corte than the one it knew. */
  async refresh(): Promise<boolean> {
    const { numero, desindexada } = await readUltimoCorte(this.lector)
    const known = this.corte
    if (numero === known) return false
    this.clear()
    this.onCorte()
    this.corte = numero
    this.desindexada = desindexada
    return known >= 0
  }

  get(key: string, acepta: Acepta): Answer | undefined {
    return this.estanteOf(key).get(key, acepta)
  }

  async build(request: Pick<IncomingMessage, 'url' | 'headers'>, read: Reading): Promise<Answer> {
    const [url, acepta] = [request.url ?? '', acceptedBy(request)]
    return this.keep(url, acepta, async () => {
      const headers = this.isHidden(url) ? HIDDEN_HEADERS : PUBLIC_HEADERS
      return toAnswer(await read(acepta), { headers, status: 200 })
    })
  }

  /** The same of an answer that is made otherwise. */
  keep<T extends Answer | null>(key: string, acepta: Acepta, make: () => Promise<T>): Promise<T> {
    return this.estanteOf(key).keep(key, acepta, make)
  }

  /** More headers for an API address or a page that tells of candidaturas. */
  headersOf(url: string): Readonly<Record<string, string>> {
    return this.isHidden(url) ? NOINDEX : {}
  }

  private isHidden(url: string): boolean {
    return this.desindexada && OF_CANDIDATURAS.test(url)
  }

  private estanteOf(key: string): Pick<Estante, 'get' | 'keep'> {
    return key.includes('?') ? this.asked : this.own
  }

  private forget(): void {
    this.clear()
    this.corte = -1
  }

  private clear(): void {
    for (const estante of this.estantes) estante.clear()
  }
}
