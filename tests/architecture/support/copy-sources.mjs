import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', 'dist-dev', 'coverage', '.cache'])

/** The sources in another folder, so that violations never touch the real ones. Workspace packages point at the copies. */
export function copySources(from, to) {
  for (const path of ['package.json', 'tsconfig.json', 'apps', 'packages']) {
    cpSync(join(from, path), join(to, path), { recursive: true, filter: (source) => !SKIPPED.has(basename(source)) })
  }
  const workspaces = ['apps', 'packages'].flatMap((folder) => readdirSync(join(from, folder)).map((name) => join(folder, name)))
  for (const workspace of ['.', ...workspaces]) linkModules(join(from, workspace), join(to, workspace), to)
}

function linkModules(from, to, root) {
  const modules = join(from, 'node_modules')
  if (!existsSync(modules)) return
  for (const name of readdirSync(modules).flatMap((entry) => expand(modules, entry))) {
    const link = join(to, 'node_modules', name)
    const real = realpathSync(join(modules, name))
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(name.startsWith('@conoceles/') ? join(root, real.slice(real.search(/(apps|packages)[^/]*\/[^/]+$/))) : real, link)
  }
}

function expand(modules, entry) {
  if (entry.startsWith('.')) return []
  return entry.startsWith('@') ? readdirSync(join(modules, entry)).map((name) => `${entry}/${name}`) : [entry]
}
