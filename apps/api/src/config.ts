import { isOneOf } from '@conoceles/domain/typed'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const SERVICIOS = ['todo', 'preparar', 'consola', 'publico', 'trabajos'] as const
export type Servicio = (typeof SERVICIOS)[number]

export interface Config {
  modo: 'simulacro' | 'produccion'
  /** Whether the administration may move the legal clock. Only a simulacro may. */
  relojMovible: boolean
  servicio: Servicio
  host: string
  port: number
  /** With the account of the owner where this process prepares the database. Null: PostgreSQL is started inside `datos`. */
  databaseUrl: string | null
  /** Git-ignored folder with the embedded database and the secrets. */
  datos: string
  /** Folder with the keys (mode 0700, files 0600). */
  secretos: string
  /** Address of the visor and of the public data; goes into acuses, cards and pages. */
  origen: string
  /** Address of the consola; goes into mails and calendars. */
  origenConsola: string
  correo: { url: string | null; remitente: string }
  /** `requerido`: a message leaves over TLS or not at all. `autoridad`: PEM of the certificate authority of the mail server; null: those of Node. */
  correoTls: { requerido: boolean; autoridad: string | null }
  /** `mailto:` or `https:` address for reports of vulnerabilities (security.txt, RFC 9116); null: there is none to tell. */
  contactoSeguridad: string | null
  visor: string | null
  /** The visor for Vue's server renderer, by which the publisher renders the pages; null: there are none, and the browser makes them. */
  visorServidor: string | null
  consola: string | null
  /** Folder, ZIP or clave of the process pack to load; null: none was named. */
  paquete: string | null
  /** Folder of the packs that the program brings: examples, and the bases that others extend. */
  paquetes: string
  /** Folder with the built workers that read uploaded files. */
  trabajadores: string
  logNivel: string
  /** Address of the reverse proxy whose X-Forwarded-For is believed. */
  proxy: string | null
  /** Address of its own, for operations: /live, /ready and /metrics. Never public; null: nobody watches. */
  operacion: { host: string; port: number } | null
  /** Delay of the event loop, in milliseconds, from which clients are told to come back later; 0: none is. */
  retrasoMaximo: number
}

/** Whether the background work runs in this process, or in one that it starts. */
export function works({ servicio }: Pick<Config, 'servicio'>): boolean {
  return servicio === 'todo' || servicio === 'trabajos'
}

/** A sentence for the operator who starts the system; never a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const TLS = ['requerido', 'opcional'] as const

/** Example that a simulacro shows until somebody names another. */
export const PAQUETE_DEL_SIMULACRO = 'morelos-2024'

type Env = Record<string, string | undefined>

/** The only reader of the environment, checked once at boot. */
export function readConfig(env: Env = process.env): Config {
  const databaseUrl = database(env)
  const modo = oneOf(env, { name: 'MODO', allowed: ['simulacro', 'produccion'], fallback: databaseUrl ? 'produccion' : 'simulacro' })
  const simulacro = modo === 'simulacro'
  const datos = resolve(text(env, 'DATOS', '.datos'))
  const port = integer(env, { name: 'PORT', between: [1, 65_535], fallback: 3_000 })
  const origen = address(env, 'ORIGEN', `http://localhost:${port}`)
  const config: Config = {
    modo,
    relojMovible: oneOf(env, { name: 'RELOJ', allowed: ['movible', 'sistema'], fallback: simulacro ? 'movible' : 'sistema' }) === 'movible',
    servicio: oneOf(env, { name: 'SERVICIO', allowed: SERVICIOS, fallback: 'todo' }),
    host: text(env, 'HOST', '127.0.0.1'),
    port,
    databaseUrl,
    datos,
    secretos: resolve(text(env, 'SECRETOS', `${datos}/secretos`)),
    origen,
    origenConsola: address(env, 'ORIGEN_CONSOLA', origen),
    correo: { url: optional(env, 'SMTP_URL'), remitente: text(env, 'CORREO_REMITENTE', 'conoceles@localhost') },
    correoTls: {
      requerido: oneOf(env, { name: 'SMTP_TLS', allowed: TLS, fallback: simulacro ? 'opcional' : 'requerido' }) === 'requerido',
      autoridad: contents(env, 'SMTP_CA'),
    },
    contactoSeguridad: contacto(env),
    visor: existing(text(env, 'VISOR', 'apps/visor/dist/client')),
    visorServidor: existing(text(env, 'VISOR_SERVIDOR', 'apps/visor/dist/server/entry-server.js')),
    consola: existing(text(env, 'CONSOLA', 'apps/consola/dist')),
    paquete: optional(env, 'PAQUETE') ?? null,
    paquetes: resolve(text(env, 'PAQUETES', 'packages/paquetes')),
    trabajadores: resolve(text(env, 'TRABAJADORES', 'apps/api/dist')),
    logNivel: text(env, 'LOG_NIVEL', simulacro ? 'warn' : 'info'),
    proxy: optional(env, 'PROXY'),
    operacion: operations(env),
    retrasoMaximo: integer(env, { name: 'RETRASO_MAXIMO', between: [0, 60_000], fallback: 1_000 }),
  }
  refuse(config)
  mkdirSync(config.datos, { recursive: true })
  return config
}

/** Settings of `npm run respaldo`. */
export interface AjustesRespaldo {
  carpeta: string | null
  /** Public keys of age, to which each backup is encrypted. */
  destinatarios: string[]
  /** File with the private key, where backups are rehearsed; null: it is kept elsewhere. */
  identidad: string | null
  /** Folder with pg_dump and pg_restore; null: those of PATH. */
  herramientas: string | null
  /** Hour of each day, in the zone of the proceso, as "03:00". */
  hora: string
  /** Days that a backup is kept. */
  dias: number
  /** Newest backups that are kept, however old. */
  minimo: number
}

export function readRespaldo(env: Env = process.env): AjustesRespaldo {
  const hora = text(env, 'RESPALDO_HORA', '03:00')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hora)) throw new ConfigError(`RESPALDO_HORA debe ser una hora como 03:00; se recibió «${hora}».`)
  return {
    carpeta: optional(env, 'RESPALDO_CARPETA'),
    destinatarios: text(env, 'RESPALDO_DESTINATARIO', '')
      .split(/[\s,]+/)
      .filter(Boolean),
    identidad: optional(env, 'RESPALDO_IDENTIDAD'),
    herramientas: optional(env, 'PG_HERRAMIENTAS'),
    hora,
    dias: integer(env, { name: 'RESPALDO_DIAS', between: [1, 3_650], fallback: 30 }),
    minimo: integer(env, { name: 'RESPALDO_MINIMO', between: [1, 1_000], fallback: 7 }),
  }
}

/** The environment of a process of this one, in which it reads the same configuration. */
export function envOf({ modo, origen, origenConsola }: Config, databaseUrl: string): NodeJS.ProcessEnv {
  return { ...process.env, MODO: modo, DATABASE_URL: databaseUrl, ORIGEN: origen, ORIGEN_CONSOLA: origenConsola }
}

function operations(env: Env): Config['operacion'] {
  const given = optional(env, 'OPERACION')
  if (given === null) return null
  const [, host, port] = /^([^\s:]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(given) ?? []
  if (host === undefined || !isPort(Number(port)))
    throw new ConfigError(`OPERACION debe ser una dirección como 127.0.0.1:9464; se recibió «${given}».`)
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

const isPort = (port: number) => port >= 1 && port <= 65_535

function contacto(env: Env): string | null {
  const given = optional(env, 'CONTACTO_SEGURIDAD')
  if (given !== null && !/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(given))
    throw new ConfigError('CONTACTO_SEGURIDAD debe ser «mailto:» con un correo, o una dirección que empiece con https://.')
  return given
}

function refuse(config: Config): void {
  if (config.modo === 'produccion' && config.relojMovible) {
    throw new ConfigError('RELOJ=movible sólo se admite en un simulacro: el reloj de un proceso real no se mueve.')
  }
  if (config.modo === 'produccion' && !config.databaseUrl) {
    throw new ConfigError('MODO=produccion necesita DATABASE_URL: la base de datos incluida es sólo para simulacros.')
  }
  refuseServicio(config)
}

function refuseServicio({ servicio, databaseUrl }: Config): void {
  if (servicio === 'publico' && !databaseUrl) {
    throw new ConfigError('SERVICIO=publico necesita DATABASE_URL: la base de datos la prepara otro proceso.')
  }
  if (servicio === 'preparar' && !namesAccount(databaseUrl)) {
    throw new ConfigError('SERVICIO=preparar necesita en DATABASE_URL la cuenta dueña: postgres://cuenta@servidor:5432/base.')
  }
}

/** Whether an address of the database is that of its owner: without an account each role signs in by itself. */
export function namesAccount(url: string | null): boolean {
  return url !== null && new URL(url).username !== ''
}

/** The password of the account may stand in a file. No sentence repeats the address: it may hold that password. */
function database(env: Env): string | null {
  const given = optional(env, 'DATABASE_URL')
  if (given === null) return null
  if (!/^postgres(ql)?:\/\//.test(given) || !URL.canParse(given))
    throw new ConfigError('DATABASE_URL debe ser una dirección como postgres://cuenta@servidor:5432/base.')
  const url = new URL(given)
  refuseUnverified(url)
  const password = contents(env, 'DATABASE_PASSWORD_FILE')
  if (password !== null && url.username !== '') url.password = password.trim()
  return url.href
}

/** The modes in between encrypt without checking the server. */
function refuseUnverified({ searchParams }: URL): void {
  const mode = searchParams.get('sslmode') ?? 'disable'
  if (!['disable', 'verify-full'].includes(mode) || searchParams.has('ssl')) {
    throw new ConfigError('DATABASE_URL cifra sólo con sslmode=verify-full: los demás modos no comprueban con quién se habla.')
  }
  const ca = searchParams.get('sslrootcert')
  if (ca !== null && !existsSync(ca)) throw new ConfigError(`No existe el archivo «${ca}» que DATABASE_URL da en sslrootcert.`)
}

/** Text of the file that a variable names. */
function contents(env: Env, name: string): string | null {
  const file = optional(env, name)
  if (file === null) return null
  if (!existsSync(file)) throw new ConfigError(`No existe el archivo «${file}» que da ${name}.`)
  return readFileSync(file, 'utf8')
}

function oneOf<const T extends string>(env: Env, { name, allowed, fallback }: { name: string; allowed: readonly T[]; fallback: T }): T {
  const value = env[name] ?? fallback
  if (!isOneOf(allowed, value)) throw new ConfigError(`${name} debe ser ${allowed.join(', ')}; se recibió «${value}».`)
  return value
}

function optional(env: Env, name: string): string | null {
  return env[name] || null
}

function text(env: Env, name: string, fallback: string): string {
  return env[name] || fallback
}

/** Reads an address without a path: code that makes a link adds it. */
function address(env: Env, name: string, fallback: string): string {
  const value = text(env, name, fallback).replace(/\/$/, '')
  if (/^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value) return value
  throw new ConfigError(`${name} debe ser una dirección como https://conoceles.example, sin ruta; se recibió «${env[name]}».`)
}

function integer(
  env: Env,
  { name, between: [least, most], fallback }: { name: string; between: [number, number]; fallback: number },
): number {
  const value = Number(env[name] || fallback)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} debe ser un número entero entre ${least} y ${most}; se recibió «${env[name]}».`)
  }
  return value
}

function existing(path: string): string | null {
  const full = resolve(path)
  return existsSync(full) ? full : null
}
