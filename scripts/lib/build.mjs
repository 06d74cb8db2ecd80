import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fingerprint, isDone, setDone } from './fingerprint.mjs'
import { installed, mustRun, ROOT } from './run.mjs'

const COMMON = ['pnpm-lock.yaml', 'tsconfig.json', 'scripts/lib/build.mjs']
const workspace = (...paths) => paths.flatMap((path) => [`${path}/package.json`, `${path}/src`])

const TARGETS = {
  api: {
    inputs: ['packages/paquetes/esquema', ...workspace('apps/api', 'packages/domain', 'packages/cuestionarios', 'packages/paquetes')],
    output: 'apps/api/dist',
    build: buildApi,
  },
  visor: {
    inputs: ['apps/visor', 'apps/guias', 'docs/guias', 'packages/api-client', 'packages/ui', ...workspace('packages/domain')],
    output: 'apps/visor/dist',
    build: buildVisor,
  },
  consola: {
    inputs: ['apps/consola', 'packages/api-client', 'packages/ui', 'packages/domain', 'packages/cuestionarios'],
    output: 'apps/consola/dist',
    build: buildConsola,
  },
}

/** Builds the changed targets, or all with `force`. Answers the names of those it built. `real` leaves out the parts of a simulacro. */
export async function buildAll({ force = false, real = false, only = Object.keys(TARGETS), announce = () => {} } = {}) {
  const pending = force ? only : pendingOf(only)
  if (pending.length > 0) announce()
  await Promise.all(pending.map((name) => buildOne(name, real)))
  return pending
}

/** Targets that changed since their last build. */
export function pendingOf(names = Object.keys(TARGETS)) {
  return names.filter((name) => !isFresh(name))
}

function isFresh(name) {
  return existsSync(join(ROOT, TARGETS[name].output)) && isDone(`built-${name}`, wanted(name))
}

async function buildOne(name, real) {
  // The files of a real proceso are never taken for those of a simulacro, that everything else asks for.
  const value = real ? 'real' : wanted(name)
  rmSync(join(ROOT, TARGETS[name].output), { recursive: true, force: true })
  await TARGETS[name].build({ real })
  setDone(`built-${name}`, value)
}

function wanted(name) {
  return fingerprint([...COMMON, ...TARGETS[name].inputs])
}

async function buildApi() {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    ...apiOptions(),
    outdir: 'apps/api/dist',
    // The process keeps its own text in memory: without comments it is a third as long, and each character takes one byte.
    minifyWhitespace: true,
    lineLimit: 160,
    metafile: true,
  })
  Object.keys(metafile.outputs)
    .filter((path) => path.endsWith('.js'))
    .forEach((path) => writeAscii(join(ROOT, path)))
}

/** Options of esbuild for the API, for a release and for `npm run dev`. */
export function apiOptions() {
  return {
    absWorkingDir: ROOT,
    entryPoints: apiEntries(),
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    // A decorated class is known by its name: in the OpenAPI schemas and in TypeORM.
    keepNames: true,
    external: declared(),
    plugins: [PROCESSES_APART],
    loader: { '.sql': 'text' },
    logLevel: 'warning',
  }
}

const RAW_BEYOND_ASCII = /\.raw`[^`]*[^\0-\x7f`]/

/** One letter beyond Latin 1 in a file makes each of its characters take two bytes of memory; esbuild leaves them in regular expressions. */
function writeAscii(path) {
  const text = readFileSync(path, 'utf8')
  if (RAW_BEYOND_ASCII.test(text)) throw new Error(`${path}: a raw template says something beyond ASCII, which would be read as its escape`)
  const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (escaped !== text) writeFileSync(path, escaped)
}

/** Entries that become one file each: the server, each process that it may become, the commands of apps/api/src/cli and every worker. */
function apiEntries() {
  const files = readdirSync(join(ROOT, 'apps/api/src'), { recursive: true }).map((path) => path.replaceAll('\\', '/'))
  const isEntry = (path) =>
    path === 'server.ts' || /\.(worker|process)\.ts$/.test(path) || (/^cli\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
  return files.filter(isEntry).map((path) => `apps/api/src/${path}`)
}

/** Packages of npm that the API declares, and so finds by itself; our own packages and any other go into the bundle. */
function declared() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'apps/api/package.json'), 'utf8'))
  return Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@conoceles/'))
}

/** Processes stay in files of their own: the one of the public world reads no byte of the private one. */
const PROCESSES_APART = {
  name: 'processes-apart',
  setup: (plugin) =>
    plugin.onResolve({ filter: /^\.\/[^/]+\.process\.ts$/ }, ({ path }) => ({ path: path.replace(/\.ts$/, '.js'), external: true })),
}

/** Twice: for the browser, and for Vue's server renderer. The guides are files beside those for the browser. */
async function buildVisor() {
  const { buildGuias } = await import('../../apps/guias/src/build.mjs')
  await vite('apps/visor', ['build', '--outDir', 'dist/client'])
  await vite('apps/visor', ['build', '--ssr', 'src/entry-server.ts', '--outDir', 'dist/server'])
  await buildWorker({ client: 'apps/visor/dist/client', worker: 'apps/visor/src/worker/sw.ts', base: '/' })
  await buildGuias({ from: join(ROOT, 'docs/guias'), to: join(ROOT, 'apps/visor/dist/client') })
  listFiles(join(ROOT, 'apps/visor/dist/client'))
  compress(join(ROOT, 'apps/visor/dist/client'))
}

async function buildConsola({ real }) {
  await vite('apps/consola', ['build', '--mode', real ? 'real' : 'simulacro'])
  await buildWorker({ client: 'apps/consola/dist', worker: 'apps/consola/src/worker/sw.ts', base: '/consola/' })
  compress(join(ROOT, 'apps/consola/dist'))
}

/**
 * The worker of an app knows by name the files of its build, and the page without content under a name that no other build has: whatever it
 * keeps is of one build.
 */
async function buildWorker({ client: folder, worker, base }) {
  const { build } = await import('esbuild')
  const client = join(ROOT, folder)
  const page = join(client, 'index.html')
  const construccion = createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 16)
  const armazon = `sin-conexion-${construccion}.html`
  copyFileSync(page, join(client, armazon))
  const archivos = readdirSync(join(client, 'assets')).sort()
  await build({
    absWorkingDir: ROOT,
    entryPoints: [worker],
    outfile: join(client, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      ARCHIVOS: JSON.stringify(archivos.map((name) => `${base}assets/${name}`)),
      ARMAZON: JSON.stringify(base + armazon),
      CONSTRUCCION: JSON.stringify(construccion),
    },
    logLevel: 'warning',
  })
}

/** Lists the files of the visor for a copy made by address; the page without content has no address. */
function listFiles(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
  const files = paths.filter((path) => path !== 'index.html').sort()
  writeFileSync(join(folder, 'archivos.json'), JSON.stringify(files))
}

const TEXT = /\.(js|css|html|svg|json)$/
/** Bytes from which a file is compressed; a smaller one travels as it is. */
const WORTH_PACKING = 1_024

/** Each text beside itself as it travels: compressed once here, and not at each answer. */
function compress(folder) {
  for (const path of readdirSync(folder, { recursive: true })) {
    const bytes = TEXT.test(path) ? readFileSync(join(folder, path)) : []
    if (bytes.length < WORTH_PACKING) continue
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes))
  }
}

/** Builds for production, also where a test asks: NODE_ENV says which of two programs Vue becomes. */
function vite(app, args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  return mustRun(process.execPath, [installed('vite/bin/vite.js', app), ...args, '--logLevel', 'warn'], { cwd: join(ROOT, app), env })
}
