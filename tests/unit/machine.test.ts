import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adviceFor, type Tool } from '../../scripts/lib/machine.mjs'

const MACHINE = join(__dirname, '../../scripts/lib/machine.mjs')
const absent: Tool[] = [
  { title: 'Chromium', variable: 'CHROMIUM', names: ['chromium'], apt: ['chromium'], brew: ['--cask google-chrome'] },
  { title: 'poppler', variable: null, names: ['pdftotext'], apt: ['poppler-utils'], brew: ['poppler'] },
]

test.each([
  [{ platform: 'linux', apt: true }, 'sudo apt-get install -y chromium poppler-utils'],
  [{ platform: 'darwin', apt: false }, 'brew install --cask google-chrome poppler'],
  [{ platform: 'linux', apt: false }, 'con el gestor de paquetes de su sistema'],
] as const)('names what is absent and the command of the system %j', (system, command) => {
  expect(adviceFor(absent, system)).toMatch(/^Faltan Chromium, poppler/)
  expect(adviceFor(absent, system)).toContain(command)
})

describe('CHROMIUM', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-machine-'))
  const browser = join(folder, 'navegador')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Path that the tests would get, or the sentence that ended the check. */
  const found = (chromium: string) =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { ensureTools } = await import(${JSON.stringify(MACHINE)})
         await ensureTools(() => {}).then(() => console.log(process.env.CHROMIUM), (error) => console.log(error.message))`,
      ],
      { encoding: 'utf8', env: { ...process.env, CHROMIUM: chromium } },
    ).trim()

  it('names another browser', () => {
    writeFileSync(browser, '#!/bin/sh\n')
    chmodSync(browser, 0o755)
    expect(found(browser)).toBe(browser)
  })

  it('that is not there is refused in a sentence', () => {
    expect(found(join(folder, 'ninguno'))).toMatch(/^CHROMIUM señala «.*ninguno», y ahí no hay un programa que responda\.$/)
  })
})
