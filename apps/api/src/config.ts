import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

export const SERVICIOS = ['todo', 'consola', 'publico', 'trabajos'] as const
export type Servicio = (typeof SERVICIOS)[number]

export interface Config {
  modo: 'simulacro' | 'produccion'
  /** Whether the administration may move the legal clock. Only a simulacro may. */
  relojMovible: boolean
  servicio: Servicio
  host: string
  port: number
  /** Owner connection. Null: PostgreSQL is started inside `datos`. */
  databaseUrl: string | null
  /** Git-ignored folder with the embedded database and the secrets. */
  datos: string
  /** Folder with the keys (mode 0700, files 0600). */
  secretos: string
  /** Address that the outside uses; goes into mails and acuses. */
  origen: string
  correo: { url: string | null; remitente: string }
  visor: string | null
  consola: string | null
  /** Folder with the built workers that read what people upload. */
  trabajadores: string
  logNivel: string
  /** Address of the reverse proxy whose X-Forwarded-For is believed. */
  proxy: string | null
}

/** A sentence for whoever starts the system; never a stack. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>

/** The only reader of the environment, checked once at boot. */
export function readConfig(env: Env = process.env): Config {
  const modo = oneOf(env, 'MODO', ['simulacro', 'produccion'] as const, env.DATABASE_URL ? 'produccion' : 'simulacro')
  const datos = resolve(env.DATOS ?? '.datos')
  const port = integer(env, 'PORT', 3000)
  const config: Config = {
    modo,
    relojMovible: oneOf(env, 'RELOJ', ['movible', 'sistema'] as const, modo === 'simulacro' ? 'movible' : 'sistema') === 'movible',
    servicio: oneOf(env, 'SERVICIO', SERVICIOS, 'todo'),
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseUrl: env.DATABASE_URL ?? null,
    datos,
    secretos: resolve(env.SECRETOS ?? `${datos}/secretos`),
    origen: (env.ORIGEN ?? `http://localhost:${port}`).replace(/\/$/, ''),
    correo: { url: env.SMTP_URL ?? null, remitente: env.CORREO_REMITENTE ?? 'conoceles@localhost' },
    visor: folder(env.VISOR ?? 'apps/visor/dist/client'),
    consola: folder(env.CONSOLA ?? 'apps/consola/dist'),
    trabajadores: resolve(env.TRABAJADORES ?? 'apps/api/dist'),
    logNivel: env.LOG_NIVEL ?? (modo === 'simulacro' ? 'warn' : 'info'),
    proxy: env.PROXY ?? null,
  }
  refuse(config)
  mkdirSync(config.datos, { recursive: true })
  return config
}

function refuse(config: Config): void {
  if (config.modo === 'produccion' && config.relojMovible) {
    throw new ConfigError('RELOJ=movible sólo se admite en un simulacro: el reloj de un proceso real no se mueve.')
  }
  if (config.modo === 'produccion' && !config.databaseUrl) {
    throw new ConfigError('MODO=produccion necesita DATABASE_URL: la base de datos incluida es sólo para simulacros.')
  }
}

function oneOf<T extends string>(env: Env, name: string, allowed: readonly T[], fallback: T): T {
  const value = env[name] ?? fallback
  if (!allowed.includes(value as T)) throw new ConfigError(`${name} debe ser ${allowed.join(', ')}; se recibió «${value}».`)
  return value as T
}

function integer(env: Env, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback)
  if (!Number.isInteger(value) || value < 1 || value > 65_535) throw new ConfigError(`${name} debe ser un puerto entre 1 y 65535.`)
  return value
}

function folder(path: string): string | null {
  const full = resolve(path)
  return existsSync(full) ? full : null
}
