import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../../apps/api/src/database/embedded.ts'
import { openSecretos } from '../../../apps/api/src/shared/criptografia/secretos.ts'
import { copyFolder, freePort, launchServer, pause, removeDataFolder, startServer, type ServerOptions } from './simulacro-server.ts'
import { noteFolder } from './simulacro-server-base.ts'
import { sharedSimulacro } from './simulacro-server-shared.ts'

const DEPLOY = join(__dirname, '../../../deploy')
const NGINX = process.env['NGINX'] ?? '/usr/sbin/nginx'
const BOOT_MS = 20_000
const [ACCESOS, ERRORES] = ['access.log', 'error.log'] as const

export interface FormaProduccion {
  /** Address of the visor and of the public data. */
  visor: string
  /** Address of the consola. */
  consola: string
  /** Folder of the mails that the service of the reminders sends. */
  correo: string
  /** Lines that nginx wrote so far about requests, and about faults. */
  registro(): Record<'accesos' | 'errores', string>
  /** The end of what each of the three services wrote to its log. */
  bitacoras(): string[]
  /** Ends the service of the public world alone. */
  endPublico(): Promise<unknown>
  stop(): Promise<void>
}

/** The four services of `docker-compose.yml` and its nginx, with the same configuration, on ports of their own; the hour of nginx is told by `x-hora`. */
export async function startFormaProduccion(): Promise<FormaProduccion> {
  const { built, prepared } = sharedSimulacro()
  const folder = copyFolder(prepared)
  const home = mkdtempSync(join(tmpdir(), 'conoceles-forma-'))
  const secretos = join(folder, 'secretos')
  const password = openSecretos(secretos).password('dueno')
  const postgres = await startEmbedded({ folder, database: 'conoceles', password })
  const ports = {
    visor: await freePort(),
    consola: await freePort(),
    api: await freePort(),
    trabajos: await freePort(),
    publico: await freePort(),
  }
  const [visor, consola] = [`http://localhost:${ports.visor}`, `http://localhost:${ports.consola}`]
  // Its address of the database names no account: each service signs in with the passwords of its own roles.
  const env = { DATABASE_URL: postgres.url.replace(/\/\/.*@/, '//'), SECRETOS: secretos, ORIGEN: visor, ORIGEN_CONSOLA: consola }
  const start = async (name: 'api' | 'trabajos' | 'publico', more: NodeJS.ProcessEnv, ready: string) => {
    const datos = join(home, name)
    mkdirSync(datos)
    return startServer({ built, folder: datos, port: ports[name], env: { ...env, ...more }, ready })
  }
  await prepare({ built, folder: join(home, 'preparar'), env: { ...env, ...ofOwner(home, postgres.url), SERVICIO: 'preparar' } })
  const api = await start('api', { SERVICIO: 'consola' }, `${consola}/consola/`)
  // A test that enters at the consola with a code asks its database as the owner.
  symlinkSync(secretos, join(home, 'api/secretos'))
  const forget = noteFolder(ports.consola, join(home, 'api'))
  const [trabajos, publico] = await Promise.all([
    start('trabajos', { SERVICIO: 'trabajos' }, `${consola}/consola/`),
    // The public service gets only the key of the reader.
    start('publico', { SERVICIO: 'publico', SECRETOS: llavePublica(home, secretos) }, 'Mundo público en'),
  ])
  const nginx = await startNginx(join(home, 'nginx'), { visor: built.visor, consola: built.consola, ports })
  return {
    visor,
    consola,
    correo: join(home, 'trabajos/correo'),
    registro: () => {
      const [accesos = '', errores = ''] = [ACCESOS, ERRORES].map((name) => readFileSync(join(home, 'nginx', name), 'utf8'))
      return { accesos, errores }
    },
    bitacoras: () => [api, trabajos, publico].map((server) => server.printed()),
    endPublico: () => publico.end('SIGTERM'),
    stop: async () => {
      forget()
      nginx.kill()
      await Promise.all([api, trabajos, publico].map((server) => server.end('SIGTERM')))
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
      await removeDataFolder(folder)
    },
  }
}

/** The address of the owner, and its password in a file. */
function ofOwner(home: string, url: string): NodeJS.ProcessEnv {
  const owner = new URL(url)
  const file = join(home, 'dueno')
  writeFileSync(file, owner.password)
  owner.password = ''
  return { DATABASE_URL: owner.href, DATABASE_PASSWORD_FILE: file }
}

async function prepare(options: ServerOptions): Promise<void> {
  mkdirSync(options.folder)
  const server = await launchServer(options)
  const { code } = await server.ended
  if (code !== 0) throw new Error(`the database was not prepared:\n${server.printed()}`)
}

/** A folder with the one key of the public world. */
function llavePublica(home: string, secretos: string): string {
  const folder = join(home, 'lector')
  mkdirSync(folder)
  copyFileSync(join(secretos, 'rol-lector'), join(folder, 'rol-lector'))
  return folder
}

interface Place {
  visor: string
  consola: string
  ports: Record<'visor' | 'consola' | 'api' | 'publico', number>
}

/** With the configuration of the image, where only places are others: ports, folders, where it writes, and whence it knows the hour. */
async function startNginx(folder: string, { visor, consola, ports }: Place): Promise<ChildProcess> {
  mkdirSync(folder)
  copyFileSync('/etc/nginx/mime.types', join(folder, 'mime.types'))
  for (const name of ['errors.conf', 'proxy-headers.conf', 'security-headers.conf']) copyFileSync(join(DEPLOY, name), join(folder, name))
  const places: [string, string][] = [
    // First: those that follow may have it in them.
    ['/tmp/', `${folder}/`],
    ['server publico:3000', `server 127.0.0.1:${ports.publico}`],
    ['server api:3000', `server 127.0.0.1:${ports.api}`],
    ['listen 8080', `listen 127.0.0.1:${ports.visor}`],
    ['listen 8081', `listen 127.0.0.1:${ports.consola}`],
    ['/srv/visor', visor],
    ['/srv/consola', consola],
    ['/dev/stdout', join(folder, ACCESOS)],
    ['/dev/stderr', join(folder, ERRORES)],
    ['map $time_iso8601', 'map $http_x_hora'],
  ]
  const ours = readFileSync(join(DEPLOY, 'nginx.conf'), 'utf8')
  const missing = places.filter(([place]) => !ours.includes(place))
  if (missing.length > 0) throw new Error(`deploy/nginx.conf has no ${missing.map(([place]) => place).join(', ')}`)
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    places.reduce((conf, [place, here]) => conf.replaceAll(place, here), ours),
  )
  const user = userInfo().uid === 0 ? 'user root;' : ''
  const nginx = spawn(NGINX, ['-p', folder, '-c', file, '-e', 'stderr', '-g', `daemon off; ${user}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let printed = ''
  let ended = false
  nginx.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  nginx.once('error', (error) => (printed += error.message)).once('close', () => (ended = true))
  for (let waited = 0; waited < BOOT_MS && !ended; waited += 100) {
    const answer = await fetch(`http://127.0.0.1:${ports.consola}/consola/`).catch(() => null)
    if (answer?.ok) return nginx
    await pause(100)
  }
  nginx.kill()
  throw new Error(`nginx (package nginx-light) did not start:\n${printed}`)
}
