import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Fault } from './faults.mjs'
import { run } from './run.mjs'

/** Folders that hold programs though the PATH of an ordinary user may leave them out. */
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin']
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const MAC_OFFICE = '/Applications/LibreOffice.app/Contents/MacOS/soffice'

/** Programs that the check drives and npm does not bring: by which names they go, and which package of a system has them. */
const TOOLS = [
  {
    title: 'Chromium',
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', MAC_CHROME],
    apt: ['chromium'],
    brew: ['--cask google-chrome'],
  },
  { title: 'poppler', variable: null, names: ['pdftotext'], apt: ['poppler-utils'], brew: ['poppler'] },
  {
    title: 'LibreOffice',
    variable: 'SOFFICE',
    names: ['soffice', MAC_OFFICE],
    apt: ['libreoffice-calc', 'libreoffice-writer'],
    brew: ['--cask libreoffice'],
  },
  { title: 'nginx', variable: 'NGINX', names: ['nginx'], apt: ['nginx-light'], brew: ['nginx'] },
]

/**
 * Finds what the check needs and names it to the tests by environment (`CHROMIUM`, `SOFFICE`, `NGINX`).
 * Root on Debian or Ubuntu gets what is absent installed; anybody else gets one sentence with the command, as a `Fault`.
 */
export async function ensureTools(announce) {
  const absent = TOOLS.filter((tool) => !pathOf(tool))
  if (absent.length > 0) await install(absent, announce)
  for (const tool of TOOLS) if (tool.variable) process.env[tool.variable] = pathOf(tool)
}

/** Sentence for a system where somebody else has to install: its package manager, or the names alone. */
export function adviceFor(absent, { platform, apt }) {
  const names = absent.map(({ title }) => title).join(', ')
  if (platform === 'darwin') return `Faltan ${names}. Instálelos con: brew install ${absent.flatMap(({ brew }) => brew).join(' ')}`
  if (apt) return `Faltan ${names}. Instálelos con: sudo apt-get install -y ${absent.flatMap((tool) => tool.apt).join(' ')}`
  return `Faltan ${names}: instálelos con el gestor de paquetes de su sistema. CHROMIUM=/ruta señala otro navegador.`
}

async function install(absent, announce) {
  const apt = existsSync('/usr/bin/apt-get')
  if (!apt || process.getuid?.() !== 0) throw new Fault(adviceFor(absent, { platform: process.platform, apt }))
  announce(absent.map(({ title }) => title).join(', '))
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = absent.flatMap((tool) => tool.apt)
  await run('apt-get', ['update', '-qq'], { env })
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
  if (code !== 0) throw new Fault(`No se pudo instalar ${packages.join(', ')}:\n${output.slice(-2_000)}`)
}

function pathOf({ variable, names }) {
  const chosen = variable ? process.env[variable] : undefined
  if (chosen) {
    if (spawnSync(chosen, ['--version']).error) throw new Fault(`${variable} señala «${chosen}», y ahí no hay un programa que responda.`)
    return chosen
  }
  const folders = [...new Set([...(process.env.PATH ?? '').split(delimiter), ...FOLDERS])]
  return names
    .flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))))
    .find((path) => existsSync(path))
}
