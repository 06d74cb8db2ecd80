import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { explain, Fault } from './faults.mjs'
import { fingerprint, isDone, setDone } from './fingerprint.mjs'
import { ROOT, run } from './run.mjs'

const MARKER = 'installed'
const ROOM_TO_INSTALL = 1.5e9

/** Installs the dependencies that the lockfile names, with the pnpm that package.json names, unless they are there already. */
export async function ensureInstalled(announce) {
  const wanted = fingerprint(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()],
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  )
  if (existsSync(join(ROOT, 'node_modules/.modules.yaml')) && isDone(MARKER, wanted)) return
  requireSpace(ROOM_TO_INSTALL)
  announce()
  // This pnpm is the pinned one already: it need not look for itself in the registry.
  const result = await run('npx', ['--yes', pnpm(), 'install', '--frozen-lockfile', '--config.pm-on-fail=ignore'], {
    env: { CI: 'true' },
    shell: process.platform === 'win32',
  })
  if (result.code !== 0) throw new Fault(explain(result) ?? `No se pudieron instalar las dependencias:\n${result.output.slice(-2_000)}`)
  setDone(MARKER, wanted)
}

export function requireSpace(bytes) {
  const { bavail, bsize } = statfsSync(ROOT)
  if (bavail * bsize < bytes) throw new Fault(`No queda espacio en el disco: libere al menos ${bytes / 1e9} GB y repita la orden.`)
}

function manifests() {
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}/package.json`),
  )
  return ['package.json', ...workspaces.sort()]
}

function pnpm() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).packageManager
}
