import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { escribirPaqueteChico } from '../../support/paquete-chico.ts'
import { filesOf, serveFolder } from '../../support/servidor/copias.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { newDataFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

// A simulacro is started with its pages, and then copied.
jest.setTimeout(600_000)

const { built } = sharedSimulacro()
const stage = stages()
const data = newDataFolder()
const home = mkdtempSync(join(tmpdir(), 'conoceles-copia-'))
const folder = join(home, 'sitio')
let server: SimulacroServer
let served: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await server?.end('SIGTERM')
  await removeDataFolder(data)
  rmSync(home, { recursive: true, force: true })
})

/** Output and exit code of a command as npm runs it. This process goes on meanwhile: it serves the copy. */
async function command(name: string, ...args: string[]): Promise<{ status: number | null; said: string }> {
  const env = { ...process.env, DATOS: data, MODO: 'simulacro', DATABASE_URL: undefined }
  const child = spawn(process.execPath, [join(built.api, `${name}.js`), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { status, said }
}

const read = <T>(archivo: string) => JSON.parse(readFileSync(join(folder, 'api/v1/publico', archivo), 'utf8')) as T

beforeAll(async () => {
  const env = { PAQUETE: escribirPaqueteChico(join(home, 'paquete')) }
  server = await startServer({ built, folder: data, paginas: true, env })
})

stage('the command copies the running system, says how it goes, and refuses what it cannot do in words', async () => {
  const { status, said } = await command('exportar', folder)
  expect([status, said]).toEqual([0, expect.stringContaining('Listo: corte')])
  expect(said).toMatch(/Recursos del corte: 1000 de \d+/)
  expect(await command('exportar')).toEqual({ status: 2, said: expect.stringContaining('Uso: npm run exportar') as string })
  expect(await command('exportar', join(home, 'otra'), 'http://127.0.0.1:9')).toEqual({ status: 2, said: expect.stringContaining('nadie contesta') as string }) // prettier-ignore
  expect(await command('exportar', join(home, 'otra'), 'conoceles')).toEqual({ status: 2, said: expect.stringContaining('no es una dirección') as string }) // prettier-ignore
  expect(await command('exportar', built.api)).toEqual({ status: 2, said: expect.stringContaining('no es una copia') as string })
})

stage('with the system stopped it verifies, and a byte that was changed is found', async () => {
  await server.end('SIGTERM')
  served = await serveFolder(folder)
  expect(await command('verificar', folder)).toEqual({ status: 0, said: expect.stringContaining('Todo coincide') as string })
  expect(await command('verificar', served.url)).toEqual({ status: 0, said: expect.stringContaining('Todo coincide') as string })
})

/** Tells faults apart from the warning that Playwright blocks the service worker, as this test asks it to. */
function isFault(message: ConsoleMessage): boolean {
  return ['error', 'warning'].includes(message.type()) && !message.text().includes('blocked by Playwright')
}

/** The page once the script of the visor took it over, and all that went wrong meanwhile. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(served.url + path)
  await page.mouse.move(5, 5)
  await page.mouse.move(50, 50)
  await page.locator('#app[data-vivo]').waitFor()
  await page.waitForLoadState('networkidle')
}

stage('every kind of page works from the files alone, taken over by the browser without a word in its console', async () => {
  browser = await launchBrowser()
  const [tabla] = read<{ elementos: { clave: string }[] }>('estadisticas.json').elementos
  const ids = filesOf(join(folder, 'api/v1/publico/candidaturas')).flatMap((name) => /^([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [])
  const short = filesOf(join(folder, 'candidaturas')).flatMap((name) => /^([0-9a-f]{7,31})\.html$/.exec(name)?.[1] ?? [])
  const fichas = ids.map((id) => read<{ id: string; contienda: string; corte: { numero: number }; fotografia: object | null }>(`candidaturas/${id}.json`)) // prettier-ignore
  const { id, contienda, corte } = fichas.find(({ fotografia }) => fotografia) ?? { id: '', contienda: '', corte: { numero: 0 } }
  const own = [`/candidaturas/${id}`, `/candidaturas/${id}/historia`, `/verificar/${corte.numero}/${id}`, `/candidaturas/${short[0]}`]
  const fixed = [
    '/',
    '/candidaturas',
    '/candidaturas?q=maria',
    '/boleta',
    '/contiendas',
    `/contiendas/${contienda}`,
    '/comparar',
    '/cargos',
  ]
  const rest = [
    '/preguntas',
    '/datos',
    '/que-se-publica',
    '/aviso-privacidad',
    '/aviso-privacidad/versiones',
    '/acuses',
    '/mi-lista',
    '/estadisticas',
  ]
  for (const viewport of [PHONE, DESKTOP]) {
    const context = await newPerson(browser, { viewport })
    const page = await context.newPage()
    const faults = faultsOf(context)
    page.on('console', (message) => isFault(message) && faults.push(`${page.url()}: ${message.text()}`))
    page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`))
    for (const path of [...own, ...fixed, ...rest, `/estadisticas/${tabla?.clave}`]) {
      await open(page, path)
      expect([path, await page.getByRole('heading', { level: 1 }).count()]).toEqual([path, 1])
      expect([path, await page.getByRole('alert').count()]).toEqual([path, 0])
    }
    expect(faults).toEqual([])
    await context.close()
  }
})

stage('one finds somebody by her name, goes from page to page, and reads what a copy does not have', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  const faults = faultsOf(context)
  await open(page, '/contiendas')
  await page.locator('main a[href^="/contiendas/"]').first().click()
  await page.locator('.contienda__list a').first().click()
  await page.locator('.registro').waitFor()
  const nombre = await page.getByRole('heading', { level: 1 }).innerText()
  await open(page, '/candidaturas')
  await page.getByLabel('Nombre, apellido o apodo').fill(nombre)
  await page.getByRole('heading', { level: 2, name: nombre }).waitFor()
  await page.getByRole('link', { name: nombre }).first().click()
  await page.getByRole('heading', { level: 1, name: nombre }).waitFor()
  await open(page, '/datos')
  await page.getByRole('heading', { name: 'Esto es una copia en archivos' }).waitFor()
  expect(await page.getByRole('heading', { level: 2, name: 'Para programas', exact: true }).count()).toBe(0)
  await open(page, '/no/existe')
  await page.getByRole('heading', { name: 'Esta página no existe' }).waitFor()
  await open(page, '/acuses/AAAA-AAAA-AAAA')
  await page.getByText('Esta copia no puede contestarlo').waitFor()
  expect(faults).toEqual([])
  await context.close()
})
