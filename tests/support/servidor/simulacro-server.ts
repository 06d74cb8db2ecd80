import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outside } from '../../../apps/api/src/database/embedded.ts'
import { noteFolder } from './simulacro-server-base.ts'
import type { BuiltFiles } from './simulacro-server-files.ts'

const ROOT = join(__dirname, '../../..')
const BOOT_MS = 240_000
const STOP_MS = 20_000
/** Ends the server when the process that holds its standard input is gone, whatever ended that one. */
const ENDS_WITH_US = "data:text/javascript,process.stdin.resume().once('end',()=>process.kill(process.pid,'SIGTERM'))"

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface SimulacroServer {
  url: string
  pid: number
  /** Its output so far. */
  printed(): string
  ended: Promise<Ended>
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>
}

export interface ServerOptions {
  built: BuiltFiles
  folder: string
  /** A free one unless told. */
  port?: number
  /** Address of a mail server. */
  smtp?: string
  /** Whether the pages of the visor are rendered beforehand: of a whole state they take a while. */
  paginas?: boolean
  /** Further variables of the environment. */
  env?: NodeJS.ProcessEnv
  /** Text that it prints once everything stands; the address of the consola unless told. */
  ready?: string
}

/** A new folder for a simulacro; PostgreSQL may have to run as another user, who must be able to enter. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-e2e-'))
  chmodSync(folder, 0o755)
  return folder
}

/**
 * A data folder with the simulacro loaded and its answers published, on which nobody worked yet: as a start leaves it that finds its port taken once
 * everything is prepared.
 */
export async function prepareFolder(built: BuiltFiles): Promise<string> {
  const folder = newDataFolder()
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  const server = await launchServer({ built, folder, port: (taken.address() as AddressInfo).port })
  const last = setTimeout(() => void server.end('SIGTERM'), BOOT_MS)
  await server.ended
  clearTimeout(last)
  taken.close()
  if (server.printed().includes('El puerto está ocupado')) return folder
  await removeDataFolder(folder)
  throw new Error(`the simulacro was not prepared:\n${server.printed()}`)
}

/** A copy of a prepared folder, for a server of one's own: loading the simulacro takes ten times as long. */
export function copyFolder(prepared: string): string {
  const folder = newDataFolder()
  copyAsItIs(prepared, folder)
  const moved = join(prepared, 'ubicacion.txt')
  if (existsSync(moved)) copyAsItIs(readFileSync(moved, 'utf8').trim(), outside(folder))
  return folder
}

/** With its owners: PostgreSQL runs as another user. */
function copyAsItIs(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${from} could not be copied: ${stderr}`)
}

/** The real process on a data folder, once it answers. */
export async function startServer(options: ServerOptions): Promise<SimulacroServer> {
  const server = await launchServer(options)
  try {
    await answering(server, options.ready ?? `${server.url}/consola/`)
  } catch (error) {
    await server.end('SIGTERM')
    throw error
  }
  return server
}

/** The same without waiting for an answer. */
export async function launchServer({ built, folder, port, smtp, paginas, env }: ServerOptions): Promise<SimulacroServer> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', ENDS_WITH_US, join(built.api, 'server.js')], {
    cwd: ROOT,
    env: { ...process.env, ...environment({ built, folder, port: chosen, paginas: paginas ?? false }), SMTP_URL: smtp, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)))
  const forget = noteFolder(chosen, folder)
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code, signal) => {
      forget()
      done({ code, signal })
    }),
  )
  return { url: `http://localhost:${chosen}`, pid: child.pid ?? 0, printed: () => log, ended, end: (signal) => end(child, ended, signal) }
}

function environment({
  built,
  folder,
  port,
  paginas,
}: Required<Pick<ServerOptions, 'built' | 'folder' | 'port' | 'paginas'>>): NodeJS.ProcessEnv {
  return {
    MODO: 'simulacro',
    NODE_ENV: 'production',
    DATABASE_URL: undefined,
    ORIGEN: undefined,
    ORIGEN_CONSOLA: undefined,
    SECRETOS: undefined,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATOS: folder,
    // The tests are the proxy: each browser comes from an address of its own, so that limits by address stay out of the way.
    PROXY: '127.0.0.1',
    VISOR: built.visor,
    VISOR_SERVIDOR: join(built.visorServer, paginas ? 'entry-server.js' : 'ninguno'),
    CONSOLA: built.consola,
    TRABAJADORES: built.api,
    // Browsers, servers and their databases share two cores here.
    RETRASO_MAXIMO: '10000',
  }
}

async function end(child: ChildProcess, ended: Promise<Ended>, signal: NodeJS.Signals): Promise<Ended> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  const last = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  return ended.finally(() => clearTimeout(last))
}

async function answering(server: SimulacroServer, ready: string): Promise<void> {
  let end: Ended | null = null
  void server.ended.then((how) => (end = how))
  for (let waited = 0; waited < BOOT_MS && end === null; waited += 200) {
    if (server.printed().includes(ready)) return
    await pause(200)
  }
  throw new Error(`the simulacro did not start: ${JSON.stringify(end)}\n${server.printed()}`)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}

/** Process id of the PostgreSQL of a data folder while it runs, as it wrote it down itself; null when it left in order. */
export function postgresPid(folder: string): number | null {
  const moved = join(folder, 'ubicacion.txt')
  const home = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : folder
  const file = join(home, 'postgres/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes a data folder and, if a killed server left its PostgreSQL behind, ends that one first. */
export async function removeDataFolder(folder: string): Promise<void> {
  const pid = postgresPid(folder)
  if (pid !== null && isAlive(pid)) {
    process.kill(pid, 'SIGQUIT')
    for (let waited = 0; waited < STOP_MS && isAlive(pid); waited += 50) await pause(50)
  }
  const moved = join(folder, 'ubicacion.txt')
  if (existsSync(moved)) rmSync(readFileSync(moved, 'utf8').trim(), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
