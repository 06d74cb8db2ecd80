import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { DataSource } from 'typeorm'
import { readUltimoCorte, type StoredRecurso } from './publico.queries.ts'

/** One encoding of a public answer, ready to be written: an encoding is a byte string of its own, with its own strong ETag. */
interface Encoded {
  etag: string
  headers: Record<string, string | number>
  body: Buffer
}

export interface Answer {
  status: number
  plain: Encoded
  gzip: Encoded | null
  br: Encoded | null
}

/** Hands out what is read, and keeps it for the next who asks. */
export type Answerer = (at: { request: FastifyRequest; reply: FastifyReply }, read: () => Promise<StoredRecurso>) => Promise<void>

/** What the public routes say of themselves: nothing here runs, nothing here belongs to an account. */
export const PUBLIC_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-disposition',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
} as const

/** Asks search engines to keep nothing of it. They have to be let in to read it: robots.txt closes nothing of this. */
const NOINDEX = { 'x-robots-tag': 'noindex, noarchive' } as const

interface Saying {
  headers: Readonly<Record<string, string>>
  status: number
}

export function toAnswer(
  { sha256, medio, contenido, gzip, brotli }: StoredRecurso,
  { headers: said, status }: Saying = { headers: PUBLIC_HEADERS, status: 200 },
): Answer {
  const encode = (body: Buffer, encoding: string | null): Encoded => {
    const etag = encoding ? `"${sha256}-${encoding}"` : `"${sha256}"`
    const headers = {
      ...said,
      etag,
      'content-type': medio,
      'content-length': body.length,
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    }
    return { etag, headers, body }
  }
  return { status, plain: encode(contenido, null), gzip: gzip && encode(gzip, 'gzip'), br: brotli && encode(brotli, 'br') }
}

/** Straight to the socket: the bytes were decided at publication, and nothing has to be serialised. */
export function writeAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { etag, headers, body } = choose(answer, request.headers['accept-encoding'])
  if (answer.status === 200 && isKnown(request.headers['if-none-match'], etag)) {
    const { 'content-length': _length, ...rest } = headers
    response.writeHead(304, rest).end()
  } else {
    response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : body)
  }
}

/** Whether the caller takes it compressed with gzip. */
export function takesGzip(accepted: string | string[] | undefined): boolean {
  return GZIP.test(String(accepted ?? ''))
}

/** Whether the caller has these bytes: one ETag, several, any; weak when a cache in between compressed them (RFC 9110 §13.1.2). */
export function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined || sent === etag) return sent !== undefined
  return sent === '*' || sent.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

// A weight of zero refuses.
const BR = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

function choose({ plain, gzip, br }: Answer, accepted: string | string[] | undefined): Encoded {
  const text = String(accepted ?? '')
  if (br && BR.test(text)) return br
  if (gzip && GZIP.test(text)) return gzip
  return plain
}

const MAX_BYTES = 64 * 1024 * 1024
const MAX_URL = 500
const OF_CANDIDATURAS = /^\/(api\/v1\/publico\/(candidaturas|fotografias|recursos)|candidaturas|comparar)([/?]|$)/
const EVERY_MS = 500

/** Answers in memory, by address. When there is no room for one all go, and are made again as they are asked for. */
class Estante {
  private entries = new Map<string, Answer>()
  private bytes = 0

  constructor(
    private readonly room: number,
    /** Number of the newest corte; negative while it cannot be told. */
    private readonly corte: () => number,
  ) {}

  get(key: string): Answer | undefined {
    return this.entries.get(key)
  }

  /**
   * Hands out what is made, and keeps it unless a newer corte came in meanwhile. Only what is there is kept: addresses of nothing are without
   * number.
   */
  async keep<T extends Answer | null>(key: string, make: () => Promise<T>): Promise<T> {
    const at = this.corte()
    const answer = await make()
    if (answer?.status === 200 && at === this.corte() && at >= 0 && key.length <= MAX_URL) this.set(key, answer)
    return answer
  }

  clear(): void {
    this.entries = new Map()
    this.bytes = 0
  }

  private set(key: string, answer: Answer): void {
    const size = [answer.plain, answer.gzip, answer.br].reduce((sum, encoded) => sum + (encoded?.body.length ?? 0), 0)
    if (this.bytes + size > this.room) this.clear()
    this.entries.set(key, answer)
    this.bytes += size
  }
}

/**
 * Answers in memory, by address. A new corte empties it, so nothing withdrawn outlives the corte that withdrew it by more than a
 * check. When the check fails nothing is kept: better slow than out of date.
 */
export class AnswersCache {
  private readonly estantes: Estante[] = []
  private readonly own = this.estante(MAX_BYTES)
  private corte = -1
  private desindexada = false
  private timer: NodeJS.Timeout | null = null
  /** Called with each newer corte: what was made of the one before is worth nothing. */
  onCorte: () => void = () => undefined

  constructor(private readonly lector: DataSource) {}

  /** Room apart, in bytes, for answers of which there is one for each way to ask: they push out none but each other. */
  estante(room: number): Pick<Estante, 'get' | 'keep'> {
    const estante = new Estante(room, () => this.corte)
    this.estantes.push(estante)
    return estante
  }

  start(log: FastifyBaseLogger): void {
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        this.clear()
        this.corte = -1
        log.error({ err: error }, 'the newest corte could not be read')
      })
    }, EVERY_MS)
    this.timer.unref()
  }

  /** Keeps nothing any more: who asks a server that stops is told so. */
  stop(): void {
    if (this.timer) clearInterval(this.timer)
    this.clear()
    this.corte = -1
  }

  async refresh(): Promise<void> {
    const { numero, desindexada } = await readUltimoCorte(this.lector)
    if (numero === this.corte) return
    this.clear()
    this.onCorte()
    this.corte = numero
    this.desindexada = desindexada
  }

  get(url: string): Answer | undefined {
    return this.own.get(url)
  }

  async build(url: string, read: () => Promise<StoredRecurso>): Promise<Answer> {
    return this.keep(url, async () => toAnswer(await read(), { headers: { ...PUBLIC_HEADERS, ...this.headersOf(url) }, status: 200 }))
  }

  /** The same of an answer that is made otherwise. */
  keep<T extends Answer | null>(key: string, make: () => Promise<T>): Promise<T> {
    return this.own.keep(key, make)
  }

  /** What is said besides about an address of the API, or a page, that tells of candidaturas. */
  headersOf(url: string): Readonly<Record<string, string>> {
    return this.desindexada && OF_CANDIDATURAS.test(url) ? NOINDEX : {}
  }

  private clear(): void {
    for (const estante of this.estantes) estante.clear()
  }
}
