import { fork } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { context } from 'esbuild'
import { apiOptions } from '../build.mjs'
import { ROOT } from '../run.mjs'

/** Beside apps/api/dist, which a release or a test may build meanwhile. */
const OUTPUT = 'apps/api/dist-dev'
const SOURCES = ['apps/api/src', 'packages/domain', 'packages/cuestionarios', 'packages/paquetes/src']
/** Changes after which the database is prepared again: migrations may be new. */
const OF_DATABASE = /apps\/api\/src\/database\//
/** Editors write several files in one save. */
const SETTLED_MS = 30
const STOP_MS = 10_000

/** Hash of each file of the build. */
const written = new Map()

/**
 * Builds the API and serves it in a process that starts again at each change; the database stays. `ready` fulfils at the first answer;
 * `port()` waits for the process in turn.
 */
export function startApi({ origin, debuggerPort, watcher }) {
  const env = { ...process.env, ORIGEN: origin, TRABAJADORES: OUTPUT, DATABASE_URL: undefined }
  const base = { child: null, url: null }
  let api = null
  let next = null
  let serving = first()
  let stopping = false

  async function first() {
    rmSync(join(ROOT, OUTPUT), { recursive: true, force: true })
    const builder = await context({
      ...apiOptions(),
      entryPoints: [...apiOptions().entryPoints.filter((path) => !path.includes('/cli/')), 'apps/api/src/desarrollo.ts'],
      outdir: OUTPUT,
      splitting: true,
      write: false,
    })
    await rebuild(builder)
    base.child = launch(env)
    base.child.send({ args: ['base'], env: {} })
    base.url = await prepared()
    follow(builder)
    return serveOnce()
  }

  function follow(builder) {
    const changed = new Set()
    let timer
    watcher.add(SOURCES.map((path) => join(ROOT, path)))
    watcher.on('all', (_event, path) => {
      if (stopping || !SOURCES.some((folder) => path.startsWith(join(ROOT, folder))) || path.endsWith('.test.ts')) return
      changed.add(path)
      clearTimeout(timer)
      timer = setTimeout(() => {
        const paths = [...changed]
        changed.clear()
        serving = serving.catch(() => undefined).then((port) => again(builder, { paths, port }))
        serving.catch(tell)
      }, SETTLED_MS)
    })
  }

  async function again(builder, { paths, port }) {
    const started = Date.now()
    // A file that does not compile leaves the last one serving; esbuild has said why.
    if (!(await rebuild(builder).catch(() => null))) return port ?? serveOnce()
    const built = Date.now()
    await end(api, 'SIGKILL')
    if (paths.some((path) => OF_DATABASE.test(path))) {
      base.child.send('prepare')
      await prepared()
    }
    const told = await serveOnce()
    console.log(`API restarted in ${Date.now() - started} ms, of which its build took ${built - started}`)
    return told
  }

  function prepared() {
    return new Promise((done, refuse) => {
      base.child.once('message', ({ url, failed }) => (failed ? refuse(new Error('The database could not be prepared.')) : done(url)))
      base.child.once('exit', () => refuse(new Error('The database ended.')))
    })
  }

  /** The process was launched at the last start: loading the packages of npm takes as long as all the rest. */
  async function serveOnce() {
    const port = await freePort()
    api = next ?? launch(env)
    api.send({ args: ['api', String(debuggerPort)], env: { PORT: String(port), DATABASE_URL: base.url, MODO: 'simulacro' } })
    await new Promise((done, refuse) => {
      api.once('message', done)
      api.once('exit', () => refuse(new Error('The API ended; it starts again at the next save.')))
    })
    next = launch(env)
    return port
  }

  async function stop() {
    stopping = true
    await serving.catch(() => undefined)
    await Promise.all([end(next, 'SIGKILL'), end(api, 'SIGTERM')])
    if (base.child?.connected) base.child.disconnect()
    await end(base.child)
  }

  return { ready: serving, port: () => serving, stop }
}

/** Writes what changed and removes nothing: a process that is ending may still load a file of its build. */
async function rebuild(builder) {
  const { outputFiles } = await builder.rebuild()
  for (const { path, hash, contents } of outputFiles) {
    if (written.get(path) === hash) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
    written.set(path, hash)
  }
  return outputFiles
}

function launch(env) {
  const args = [join(ROOT, 'apps/api/package.json'), join(ROOT, OUTPUT, 'desarrollo.js')]
  return fork(join(ROOT, 'scripts/lib/dev/dev-process.mjs'), args, { env, execArgv: ['--enable-source-maps'] })
}

/** Ends a process, with a signal unless it ends by itself, and waits for it. */
function end(child, signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    const last = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.once('exit', () => {
      clearTimeout(last)
      done()
    })
    if (signal) child.kill(signal)
  })
}

function tell(error) {
  console.error(error.message)
}

function freePort() {
  return new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}
