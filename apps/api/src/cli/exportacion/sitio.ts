import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { trimEndOf } from '@conoceles/domain/texto'
import { parseJson } from '@conoceles/domain/typed'
import { UnreadableError } from '../verificacion/faults.ts'

export type Codificacion = 'br' | 'gzip' | 'identity'

export interface Recibido {
  /** As it travelled: compressed if `codificacion` says so. */
  bytes: Buffer
  codificacion: Codificacion
}

/** How many answers are asked for at once. */
export const A_LA_VEZ = 16
const PATIENCE_MS = 120_000
const BUSY: readonly number[] = [429, 502, 503, 504]
const TRIES = 6

/** The system whose public world is copied, by its public answers. Bytes are kept as they travel, which `fetch` does not do. */
export class Sitio {
  readonly origen: string
  private readonly ask: typeof httpRequest
  private readonly agent: HttpAgent | HttpsAgent

  constructor(direccion: string) {
    this.origen = trimEndOf(direccion, '/').replace(/\/api\/v1(\/publico)?$/, '')
    const secure = this.origen.startsWith('https:')
    const options = { keepAlive: true, maxSockets: A_LA_VEZ }
    this.ask = secure ? httpsRequest : httpRequest
    this.agent = secure ? new HttpsAgent(options) : new HttpAgent(options)
  }

  /**
   * @param conocido SHA-256 of the bytes that the caller has.
   * @returns null while they are still the same.
   */
  async pedir(direccion: string, { codificacion = 'identity', conocido }: { codificacion?: Codificacion; conocido?: string } = {}) {
    const known = conocido && ['', '-br', '-gzip'].map((end) => `"${conocido}${end}"`).join(', ')
    const headers = { 'accept-encoding': codificacion, ...(known ? { 'if-none-match': known } : {}) }
    const { answer, bytes } = await this.insist(direccion, headers)
    if (answer.statusCode === 304) return null
    if (answer.statusCode !== 200) this.unreadable(direccion, `respondió ${answer.statusCode}`)
    return { bytes, codificacion: (answer.headers['content-encoding'] ?? 'identity') as Codificacion } satisfies Recibido
  }

  async json<T>(direccion: string): Promise<T> {
    const received = await this.pedir(direccion)
    try {
      return parseJson<T>((received as Recibido).bytes.toString('utf8'))
    } catch {
      return this.unreadable(direccion, 'no es JSON: ¿es la dirección de Conóceles?')
    }
  }

  close(): void {
    this.agent.destroy()
  }

  /** A busy system says when to come back. */
  private async insist(direccion: string, headers: Record<string, string>) {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.open(direccion, headers)
      const bytes = await buffer(answer).catch((error: Error) => this.unreadable(direccion, error.message))
      if (tried === TRIES || !BUSY.includes(answer.statusCode ?? 0)) return { answer, bytes }
      await setTimeout(1_000 * (Number(answer.headers['retry-after']) || tried))
    }
  }

  private open(direccion: string, headers: Record<string, string>): Promise<IncomingMessage> {
    return new Promise<IncomingMessage>((done, fail) => {
      const request = this.ask(this.origen + direccion, { agent: this.agent, headers, timeout: PATIENCE_MS }, done)
      request.once('timeout', () => request.destroy(new Error('no respondió a tiempo')))
      request.once('error', fail)
      request.end()
    }).catch((error: NodeJS.ErrnoException) => this.unreadable(direccion, FAULTS[error.code ?? ''] ?? error.message))
  }

  private unreadable(direccion: string, why: string): never {
    throw new UnreadableError(`No se pudo leer ${this.origen}${direccion}: ${why}.`)
  }
}

const FAULTS: Record<string, string> = {
  ECONNREFUSED: 'nadie contesta en esa dirección',
  ENOTFOUND: 'ese nombre no existe',
  EAI_AGAIN: 'ese nombre no se pudo resolver',
}
