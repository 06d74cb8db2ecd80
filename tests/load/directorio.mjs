import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../scripts/lib/run.mjs'

const API = join(ROOT, 'apps/api')

/**
 * The statements of the directory on two databases of one server: the simulacro alone, and the same among other procesos up to `total`
 * candidaturas. Answers `{ seconds, rows: [{ name, small, large }] }`: how long loading took, and medians in milliseconds.
 */
export async function measureDirectorio(total) {
  // Inside apps/api, so that it finds its packages.
  const program = join(API, '.cache/directorio-medida.mjs')
  await bundle(program)
  try {
    return JSON.parse((await run(program, total)).trim().split('\n').at(-1))
  } finally {
    rmSync(program, { force: true })
  }
}

function bundle(outfile) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(import.meta.resolve('./directorio-medida.ts'))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    packages: 'external',
    plugins: [{ name: 'workspace-inside', setup: workspaceInside }],
    logLevel: 'warning',
  })
}

/** Our packages are TypeScript: they go into the bundle. */
function workspaceInside(plugin) {
  plugin.onResolve({ filter: /^@conoceles\// }, ({ path, importer }) => ({ path: createRequire(importer).resolve(path) }))
}

function run(program, total) {
  const env = { ...process.env, NODE_ENV: 'production', MODO: 'simulacro', DATABASE_URL: undefined }
  const child = spawn(process.execPath, [program, String(total)], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, log] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4_000)))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done(out) : fail(new Error(`the directory was not measured (${code}):\n${log}`))))
  })
}
