import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import { codeOf } from '@conoceles/domain/typed'
import { RespaldoError } from './respaldo-error.ts'

type Herramienta = 'pg_dump' | 'pg_dumpall' | 'pg_restore'

/** Programs of PostgreSQL and the database that they work on. */
export interface Cliente {
  /** Folder with the programs; null: those of PATH. */
  herramientas: string | null
  url: string
}

const run = promisify(execFile)

function programOf(herramienta: Herramienta, { herramientas }: Pick<Cliente, 'herramientas'>): string {
  return herramientas === null ? herramienta : join(herramientas, herramienta)
}

/**
 * Version of a program, as "18.6".
 * @throws RespaldoError where it is missing, or older than the server: it could not read what a newer one writes.
 */
export async function assertHerramienta(
  herramienta: Herramienta,
  cliente: Pick<Cliente, 'herramientas'>,
  servidor: number,
): Promise<string> {
  const remedio = `instale postgresql-client-${servidor}, o dé en PG_HERRAMIENTAS la carpeta que lo tiene`
  const { stdout } = await run(programOf(herramienta, cliente), ['--version']).catch((error: unknown) => {
    if (['ENOENT', 'EACCES'].includes(codeOf(error))) throw new RespaldoError(`No se encontró ${herramienta}: ${remedio}.`)
    throw error
  })
  const version = /\d+(\.\d+)?/.exec(stdout)?.[0] ?? '0'
  if (parseInt(version) >= servidor) return version
  throw new RespaldoError(`${herramienta} es de PostgreSQL ${version}, y hace falta ${servidor}: ${remedio}.`)
}

export interface Iniciada {
  child: ChildProcessByStdio<Writable, Readable, Readable>
  /** Settles when the program ends; a failure carries the first line that it said. */
  fin: Promise<void>
}

/** Starts a program. The password travels in its environment: a command line is for all to read. */
export function iniciar(herramienta: Herramienta, cliente: Cliente, args: readonly string[]): Iniciada {
  const child = spawn(programOf(herramienta, cliente), ['--no-password', ...args], {
    env: { ...process.env, ...envDe(cliente.url) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const fin = new Promise<void>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      const [first = ''] = said.trim().split('\n')
      if (code === 0) done()
      else fail(new RespaldoError(`${herramienta} no terminó: ${first || `código ${code}`}`))
    })
  })
  return { child, fin }
}

function envDe(address: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address)
  const named = {
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''))
}
