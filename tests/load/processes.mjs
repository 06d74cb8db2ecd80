import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/lib/run.mjs'

const BOOT_MS = 300_000
const SERVER = ['--max-semi-space-size=8', 'apps/api/dist/server.js']

/** A simulacro of its own in a temporary folder, gone when it is stopped. */
export async function startSimulacro() {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-bench-'))
  // PostgreSQL may have to run as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PORT: String(port),
    MODO: 'simulacro',
    HOST: '127.0.0.1',
    DATOS: folder,
    ORIGEN: url,
    NODE_ENV: 'production',
    DATABASE_URL: undefined,
  }
  let child = start(SERVER, env)
  const publicos = []
  const stop = async () => {
    await Promise.all(publicos.map(end))
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answering(`${url}/api/v1/publico/proceso`, child)
  } catch (error) {
    await stop()
    throw error
  }
  /** Reads where its database is. */
  const place = () => {
    const { host, port, database } = JSON.parse(readFileSync(join(folder, 'en-marcha.json'), 'utf8'))
    return { host, port, database }
  }
  /** The public world of the same data in a process of its own, as docker-compose.yml has it; it stops with the simulacro. */
  const startPublico = async () => {
    const { host, port, database } = place()
    const own = await freePort()
    const publico = start(SERVER, {
      ...env,
      PORT: String(own),
      SERVICIO: 'publico',
      DATABASE_URL: `postgres://${host}:${port}/${database}`,
    })
    publicos.push(publico)
    const at = `http://127.0.0.1:${own}`
    await answering(`${at}/api/v1/publico/proceso`, publico)
    return { url: at, pid: publico.pid }
  }
  const again = async () => {
    child = start(SERVER, env)
    await answering(`${url}/api/v1/publico/proceso`, child)
    return child.pid
  }
  /** The same data in a new process, which has not loaded them itself. Gives its id. */
  const restart = async () => {
    await end(child)
    return again()
  }
  /** The same after a death without warning, as if the power had failed. */
  const kill = async () => {
    await end(child, 'SIGKILL')
    return again()
  }
  return { url, folder, place, stop, startPublico, restart, kill }
}

/**
 * Starts servers that answer a constant, one of them with the given headers: the best that this machine could do. The constant is the very body that
 * is measured beside them: a client reads equal letters faster than compressed bytes, and a server that is asked fast spends less on each answer.
 */
export async function startConstants(body, headers = {}) {
  const child = start([join(ROOT, 'tests/load/constants.mjs'), JSON.stringify(headers)], {}, 'pipe')
  child.stdin.end(body)
  const line = await new Promise((done, fail) => {
    child.stdout.once('data', (chunk) => done(chunk.toString()))
    child.once('exit', (code) => fail(new Error(`the constant servers ended with ${code}`)))
  })
  const addresses = Object.entries(JSON.parse(line)).map(([name, port]) => [name, `http://127.0.0.1:${port}`])
  return { ...Object.fromEntries(addresses), pid: child.pid, stop: () => end(child) }
}

function start(args, env, stdin = 'ignore') {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: [stdin, 'pipe', 'pipe'] })
  child.log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (child.log = (child.log + chunk).slice(-4_000)))
  return child
}

/** Asks a process to end and waits until it did. */
export function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  const last = setTimeout(() => child.kill('SIGKILL'), 20_000)
  return ended.finally(() => clearTimeout(last))
}

async function answering(url, child) {
  for (const since = Date.now(); Date.now() - since < BOOT_MS; await new Promise((done) => setTimeout(done, 250))) {
    if (child.exitCode !== null) throw new Error(`the simulacro did not start:\n${child.log}`)
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
  }
  throw new Error(`the simulacro did not answer in ${BOOT_MS / 1000} s:\n${child.log}`)
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}
