import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pendingOf } from './build.mjs'
import { Fault, fail } from './faults.mjs'
import { ensureInstalled, requireSpace } from './installation.mjs'
import { mustRun, ROOT } from './run.mjs'
import { createSteps } from './steps.mjs'

/** A first start writes 0.7: the simulacro, its corte, and the journal of both. */
const ROOM_TO_SERVE = 0.8e9

/** Installs and builds missing parts, then becomes the server: one process, so that a killed start leaves no server behind. */
export async function serve() {
  try {
    process.chdir(ROOT)
    takePaquete()
    accessSync(ROOT, constants.W_OK)
    await requireFreePort(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1')
    const steps = createSteps({ first: isFirst(), simulacro: isSimulacro() })
    await ensureInstalled(() => steps.begin('dependencias'))
    const building = await build(steps)
    requireSpace(ROOM_TO_SERVE)
    steps.begin('base')
    globalThis.conocelesInicio = { ...steps, ...building }
  } catch (error) {
    fail(error)
  }
  outliveNoParent()
  process.env.NODE_ENV ??= 'production'
  await import('../../apps/api/dist/server.js')
}

/** `npm start -- --paquete <folder, ZIP or clave>` is the same as PAQUETE. */
function takePaquete() {
  const at = process.argv.indexOf('--paquete')
  if (at < 0) return
  const paquete = process.argv[at + 1]
  if (!paquete) throw new Fault('Falta decir qué paquete: npm start -- --paquete carpeta')
  process.env.PAQUETE = paquete
}

/**
 * Builds what changed. A first start has no database yet: it is prepared while visor and consola are built. Answers what there is to wait for.
 */
async function build(steps) {
  const pending = pendingOf()
  if (pending.length === 0) return {}
  steps.begin('compilar')
  const apps = pending.filter((name) => name !== 'api')
  if (!isFirst() || apps.length === 0) {
    await buildApart(pending)
    return {}
  }
  if (pending.includes('api')) await buildApart(['api'])
  const built = buildApart(apps)
  // The server waits for it, and tells its fault once the database has stopped.
  built.catch(() => {})
  return { apps: built }
}

/** As readConfig tells them apart. */
function isSimulacro() {
  const { DATABASE_URL, MODO } = process.env
  return (MODO || (DATABASE_URL ? 'produccion' : 'simulacro')) === 'simulacro'
}

function isFirst() {
  const { DATABASE_URL, DATOS = '.datos' } = process.env
  return !DATABASE_URL && !existsSync(DATOS)
}

/** Builds in a process that ends, because a build keeps the memory that it took. */
async function buildApart(names) {
  await mustRun(process.execPath, [join(ROOT, 'scripts/build.mjs'), ...names])
}

/** Asked before anything slow is done. A port that is no number is left to the server, which says so. */
export function requireFreePort(port, host) {
  return new Promise((done, refuse) => {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return done()
    const probe = createServer()
    probe.once('error', (error) => refuse(portFault(error, port)))
    probe.listen({ port, host, exclusive: true }, () => probe.close(done))
  })
}

function portFault(error, port) {
  if (error.code === 'EADDRINUSE') {
    return new Fault(`El puerto ${port} está ocupado: cierre el programa que lo usa o elija otro, por ejemplo ${again(port + 1)}`)
  }
  if (error.code === 'EACCES')
    return new Fault(`No hay permiso para abrir el puerto ${port}: elija uno de 1024 en adelante, por ejemplo ${again(3000)}`)
  return error
}

/** The same command on another port, with its words: without them it would open another pack. */
function again(port) {
  const words = process.argv.slice(2)
  return `PORT=${port} npm start${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`
}

/**
 * Ctrl-C reaches this process twice, from the terminal and through npm: the second must not cut the orderly stop short.
 * If npm is killed outright it passes nothing on, and a server left behind would hold the port: then it stops by itself.
 */
export function outliveNoParent() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  if (!process.env.npm_lifecycle_event) return
  const family = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === family) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 1_000)
  watch.unref()
}

/** Parent and grandparent: npm stands behind a shell. Where there is no /proc, the shell gave its place to this process. */
function ancestors() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8')
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`
  } catch {
    return String(process.ppid)
  }
}
