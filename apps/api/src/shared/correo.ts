import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lazy } from '@conoceles/domain/memo'
import type { Config } from '../config.ts'
import type { Clock } from './clock.ts'
import { AppError } from './http/errors.ts'

export interface Mensaje {
  para: string
  asunto: string
  texto: string
  /** The same for readers of mail as a page. */
  html?: string
  /**
   * Set on messages that the system sends unasked. The same `id` is the same message; `baja` is the address to unsubscribe, null where
   * nobody may.
   */
  automatico?: { id: string; baja: string | null }
}

/** No exchange with a mail server takes longer, even a stuck one. */
export const ENVIO_MAX_MS = 20_000

/** Way out for mail: SMTP, a folder in a simulacro without SMTP, or none. */
export interface Correo {
  disponible: boolean
  /** Throws when there is no way out: better than a message that nobody will get. */
  assertAvailable(): void
  send(mensaje: Mensaje): Promise<void>
  /** Opens a session with the way out, sends nothing, and says in a sentence where messages go. Throws as `send` does. */
  greet(): Promise<string>
}

/** Nobody takes a message of a simulacro for one of the institute's, wherever it is read. */
export function createCorreo(config: Config, clock: Clock): Correo {
  const correo = wayOut(config, clock)
  if (config.modo !== 'simulacro') return correo
  return { ...correo, send: (mensaje) => correo.send({ ...mensaje, asunto: `[Simulacro] ${mensaje.asunto}` }) }
}

function wayOut(config: Config, clock: Clock): Correo {
  const { url, remitente } = config.correo
  if (url) return smtp(url, config)
  if (config.modo === 'simulacro') return folder(join(config.datos, 'correo'), { remitente, clock })
  const assertAvailable = (): never => {
    throw new AppError('acceso.correo_no_disponible')
  }
  return { disponible: false, assertAvailable, send: async () => assertAvailable(), greet: async () => assertAvailable() }
}

/** Loaded at first use: a process that sends no mail does not carry the library. */
const nodemailer = () => import('nodemailer')

/** `smtps:` is TLS from the first byte; `smtp:` becomes it by STARTTLS, without which nothing leaves where it is required. */
function smtp(url: string, { correo: { remitente }, correoTls: { requerido, autoridad } }: Config): Correo {
  const options = {
    requireTLS: requerido && !url.startsWith('smtps:'),
    tls: autoridad === null ? {} : { ca: autoridad },
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = lazy(async () => (await nodemailer()).createTransport({ url, ...options }))
  return {
    disponible: true,
    assertAvailable: () => undefined,
    send: async (mensaje) => {
      await (await transport()).sendMail({ ...toMail(mensaje, remitente), ...{ signal: AbortSignal.timeout(ENVIO_MAX_MS) } })
    },
    greet: async () => {
      await (await transport()).verify()
      return `El servidor ${new URL(url).host} contesta y acepta la cuenta.`
    },
  }
}

/** Writes messages to a folder, where people who try the system read them. */
function folder(path: string, { remitente, clock }: { remitente: string; clock: Clock }): Correo {
  const transport = lazy(async () => (await nodemailer()).createTransport({ streamTransport: true, buffer: true, newline: 'unix' }))
  return {
    disponible: true,
    assertAvailable: () => undefined,
    send: async (mensaje) => {
      const { message } = await (await transport()).sendMail(toMail(mensaje, remitente))
      const name = `${mensaje.automatico?.id ?? `${clock.system().epochMilliseconds}-${randomUUID()}`}.eml`
      await mkdir(path, { recursive: true, mode: 0o700 })
      await writeFile(join(path, name), message as Buffer, { mode: 0o600 })
    },
    greet: () => Promise.resolve(`Los mensajes del simulacro se guardan en ${path}.`),
  }
}

function toMail({ para, asunto, texto, html, automatico }: Mensaje, remitente: string) {
  // As an object: a name or an address with commas must not add recipients.
  const mail = { from: remitente, to: { name: '', address: para }, subject: asunto, text: texto, ...(html ? { html } : {}) }
  if (!automatico) return mail
  const [, domain = 'localhost'] = /@([^>\s]+)/.exec(remitente) ?? []
  return {
    ...mail,
    messageId: `<${automatico.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(automatico.baja === null ? {} : { list: { unsubscribe: automatico.baja } }),
  }
}
