import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { accountOf } from '../../support/cuentas-demo.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const CONSOLA = join(__dirname, '../../../apps/consola')
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
})

test('the page to sign in says who each demonstration account is, and one press enters', async () => {
  await page.goto(`${url}/consola/`)
  await page.getByRole('heading', { level: 2, name: 'Cuentas de demostración' }).waitFor()
  await page.getByRole('heading', { level: 3, name: 'Secretaría técnica' }).waitFor()
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    if (process.env.CAPTURAS) await page.screenshot({ path: `${process.env.CAPTURAS}/demostracion-${viewport.width}.png`, fullPage: true })
    expect(await inspect(page)).toEqual([])
  }
  await page.getByRole('button', { name: accountOf('secretaria').nombre }).click()
  await page.getByRole('heading', { level: 1, name: 'Lo que toca hoy' }).waitFor()
  expect(faults).toEqual([])
})

test('the files of a real proceso hold nothing of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consola-'))
  try {
    const args = [
      join(CONSOLA, 'node_modules/vite/bin/vite.js'),
      'build',
      '--mode',
      'real',
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ]
    const { status } = spawnSync(process.execPath, args, {
      cwd: CONSOLA,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    expect(status).toBe(0)
    expect(tellOf(folder)).toEqual([])
    expect(tellOf(join(CONSOLA, 'dist'))).not.toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Built files that name a demonstration account. */
function tellOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|html|css)$/.test(name))
  return names.filter((name) => /acceso\/demostracion|cuentas? de demostración/i.test(readFileSync(join(folder, name), 'utf8')))
}
