import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { copySources } from '../../architecture/support/copy-sources.mjs'
import { launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { copyFolder, freePort, isAlive, pause, postgresPid, removeDataFolder } from '../../support/servidor/simulacro-server.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const ROOT = join(__dirname, '../../..')
const PATIENCE_MS = 120_000

/** The sources with what a start looks for, in a folder where a test may save files. */
function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'conoceles-dev-'))
  copySources(ROOT, copy)
  for (const path of ['scripts', 'openapi.yaml', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'node_modules/.modules.yaml', '.cache/installed'])
    cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  return copy
}

describe('npm run dev', () => {
  let copy: string
  let folder: string
  let origin: string
  let debuggerPort: number
  let system: ChildProcess
  let browser: Browser
  let person: BrowserContext
  let printed = ''

  beforeAll(async () => {
    copy = copyOfSources()
    folder = copyFolder(sharedSimulacro().prepared)
    const port = await freePort()
    debuggerPort = await freePort()
    origin = `http://localhost:${port}`
    const env = { ...process.env, DATOS: folder, PORT: String(port), DEBUGGER_PORT: String(debuggerPort), NODE_ENV: undefined }
    system = spawn(process.execPath, ['scripts/dev.mjs'], { cwd: copy, env })
    for (const stream of [system.stdout, system.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    await until(() => printed.includes('Ctrl-C stops everything'))
    browser = await launchBrowser()
    person = await newPerson(browser)
  })

  afterAll(async () => {
    await browser?.close()
    if (system?.exitCode === null) system.kill('SIGKILL')
    await removeDataFolder(folder)
    rmSync(copy, { recursive: true, force: true })
  })

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const since = performance.now(); performance.now() - since < PATIENCE_MS; await pause(100)) if (await isSo()) return
    throw new Error(`it never came:\n${printed}`)
  }

  function save(path: string, from: string, to: string): void {
    const text = readFileSync(join(copy, path), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(copy, path), text.replace(from, to))
  }

  async function opened(path: string): Promise<Page> {
    const page = await person.newPage()
    await page.goto(origin + path, { timeout: PATIENCE_MS })
    await page.locator('h1').first().waitFor({ timeout: PATIENCE_MS })
    return page
  }

  const refusal = async () => (await fetch(`${origin}/api/v1/publico/nada`)).text()

  it('shows a saved text of the visor on an open page', async () => {
    const page = await opened('/')
    save('apps/visor/src/messages/es-MX/comun.json', '¿Quiénes aparecen en mi boleta?', 'Texto guardado del visor')
    await page.getByRole('heading', { name: 'Texto guardado del visor' }).waitFor({ timeout: PATIENCE_MS })
  })

  it('shows a saved text of the consola on an open page', async () => {
    const page = await opened('/consola/')
    save('apps/consola/src/messages/comun.json', '"Entrar a Conóceles"', '"Texto guardado de la consola"')
    await page.getByRole('heading', { name: 'Texto guardado de la consola' }).waitFor({ timeout: PATIENCE_MS })
  })

  it('answers with a saved sentence of the API, at the same address', async () => {
    expect(await refusal()).toContain('No existe o no está a su alcance.')
    save('apps/api/src/shared/http/errors.ts', "'No existe o no está a su alcance.'", "'Texto guardado de la API.'")
    await until(async () => (await refusal()).includes('Texto guardado de la API.'))
  })

  it('keeps the last API that compiled when a save does not', async () => {
    save('apps/api/src/shared/http/errors.ts', "'Texto guardado de la API.'", 'esto no compila')
    await until(() => printed.includes('✘ [ERROR]'))
    expect(await refusal()).toContain('Texto guardado de la API.')
  })

  it('names the TypeScript sources to a debugger', async () => {
    const [target] = (await (await fetch(`http://127.0.0.1:${debuggerPort}/json/list`)).json()) as { url: string }[]
    expect(target?.url).toMatch(/dev-process\.mjs$/)
    const map = readFileSync(join(copy, 'apps/api/dist-dev/todo.process.js.map'), 'utf8')
    expect((JSON.parse(map) as { sources: string[] }).sources).toContain('../src/todo.process.ts')
  })

  it('ends with its database on Ctrl-C', async () => {
    const postgres = postgresPid(folder) ?? 0
    expect(isAlive(postgres)).toBe(true)
    const ended = new Promise((done) => system.once('close', done))
    system.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(isAlive(postgres)).toBe(false)
  })
})
