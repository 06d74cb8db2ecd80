import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../scripts/lib/run.mjs'

const API = join(ROOT, 'apps/api')

/** Bundles a program of the bench, by its address, and runs it in a process of its own. Answers the JSON of its last line. */
export async function runProgram(address, argument) {
  const entry = fileURLToPath(address)
  // Inside apps/api, so that it finds its packages.
  const program = join(API, '.cache', basename(entry).replace(/ts$/, 'mjs'))
  await bundle(entry, program)
  try {
    return JSON.parse((await run(program, argument)).trim().split('\n').at(-1))
  } finally {
    rmSync(program, { force: true })
  }
}

function bundle(entry, outfile) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
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

function run(program, argument) {
  const env = { ...process.env, NODE_ENV: 'production', MODO: 'simulacro', DATABASE_URL: undefined }
  const child = spawn(process.execPath, [program, String(argument)], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, log] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4_000)))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done(out) : fail(new Error(`${basename(program)} ended with ${code}:\n${log}`))))
  })
}
