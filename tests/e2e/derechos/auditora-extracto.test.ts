import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { canonical } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** An auditor without npm checks in her browser an extract that she kept. Nothing of it leaves her device. */
const { url } = sharedSimulacro()
const folder = mkdtempSync(join(tmpdir(), 'extracto-'))
const stage = stages()
let browser: Browser
let page: Page
let faults: string[]
let lines: Renglon[]
/** Bytes that left the page since its file was chosen. */
const sent: string[] = []

interface Renglon {
  n: number
  contenido: string
  hash: string
}

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'auditoria')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await browser?.close()
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function chain(contents: readonly string[]): Renglon[] {
  let hash = ''
  return contents.map((contenido, at) => ({ n: at + 1, contenido, hash: (hash = sha256(hash + contenido)) }))
}

/** Gives the file to the page, and reads its verdict. */
async function choose(actos: readonly unknown[] | string, name = 'bitacora.jsonl'): Promise<string> {
  const file = join(folder, name)
  writeFileSync(file, typeof actos === 'string' ? actos : actos.map((acto) => `${JSON.stringify(acto)}\n`).join(''))
  const field = page.getByLabel('Extracto de la bitácora')
  await field.setInputFiles([])
  await field.setInputFiles(file)
  const verdict = page.locator('details').filter({ has: field }).getByRole('status')
  return verdict.innerText()
}

/** Heads with a key of their own, in place of those of the simulacro, which signs one an hour. */
async function publish(entries: readonly number[], { forged = false } = {}): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const llave = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  let anterior: string | null = null
  const elementos = entries.map((n, at) => {
    const bitacora = { n, hash: lines[n - 1]?.hash ?? '' }
    const cabecera = { tipo: 'cabeza de la bitácora', numero: at + 1, en: '2024-04-20T16:00:00.000Z', anterior, bitacora }
    anterior = sha256(canonical(cabecera))
    const signed = Buffer.from(canonical(forged ? { ...cabecera, numero: 9 } : cabecera))
    return { cabecera, firma: sign(null, signed, privateKey).toString('base64'), llave: 'k1' }
  })
  await page.unrouteAll()
  await page.route('**/api/v1/publico/bitacora/cabezas', (route) => route.fulfill({ json: { elementos: elementos.reverse() } }))
  await page.route('**/api/v1/publico/llaves', (route) => route.fulfill({ json: { elementos: [{ id: 'k1', llave }] } }))
  await page.route('**/api/v1/publico/cortes', (route) => route.fulfill({ json: { elementos: [] } }))
}

stage('the extract that she downloads agrees with the signatures of the system, and is not sent', async () => {
  await page.getByRole('link', { name: 'Bitácora', exact: true }).click()
  await heading(page, 'Bitácora')
  const arrived = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar el extracto' }).click()
  lines = readFileSync(await (await arrived).path(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Renglon)
  await page.getByText('Comprobar un extracto guardado').click()
  page.on('request', (request) => (request.method() === 'GET' ? undefined : sent.push(request.url())))
  const verdict = await choose(lines)
  expect(verdict).toMatch(
    /Coincide con lo firmado hasta el acto \d+; lo que sigue está sin firmar\s+Coincide hasta el acto \d+ \(.* de 2024.*ninguna firma los cubre todavía/,
  )
  expect(verdict).toMatch(/Se comparó con .* publicadas?.* que este navegador comprobó|este navegador comprobó todas/)
  expect(await inspect(page)).toEqual([])
})

/** A simulacro that just began has hardly any acts: these follow those that it has. */
function lengthen(): Renglon[] {
  const contents = lines.map(({ contenido }) => contenido)
  const more = Array.from({ length: 8 }, (_, i) => JSON.stringify({ acto: 'captura.guardada', en: '2024-04-20T16:00:00.000Z', i }))
  return chain([...contents.slice(0, -1), ...more, ...contents.slice(-1)])
}

stage('she reads the commands that check it without our programs, and keeps them beside it', async () => {
  await page.getByText('Comprobarlo sin nuestros programas').click()
  const arrived = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar estas órdenes' }).click()
  const file = await arrived
  expect(file.suggestedFilename()).toBe('COMPROBAR.txt')
  const kept = readFileSync(await file.path(), 'utf8')
  expect(kept).toContain(`${url}/api/v1/publico/bitacora/cabezas`)
  expect((await page.locator('.c-comandos').innerText()).trimEnd()).toBe(kept.trimEnd())
  expect(await inspect(page)).toEqual([])
  await page.getByText('Comprobarlo sin nuestros programas').click()
})

stage('an older one is whole to the last signed act, and there is more after it', async () => {
  lines = lengthen()
  await publish([2, 4, lines.length])
  expect(await choose(lines.slice(0, 5))).toMatch(
    /Coincide con lo firmado hasta el acto 4; lo que sigue está sin firmar\s+Íntegro hasta el acto 4 \(.* de 2024.*\); después hay más: la cabeza 3 .* firmó que ya había \d+ actos\./,
  )
})

stage('one that was altered, or lost its end, is a contradiction at its act', async () => {
  const altered = lines.map((line) => (line.n === 3 ? { ...line, contenido: '{"acto":"otro"}' } : line))
  expect(await choose(altered)).toMatch(/CONTRADICCIÓN en el acto 3\s+El acto 3 de la bitácora no es el que se encadenó/)
  const closing = lines.at(-1)?.contenido ?? ''
  const cut = chain([...lines.slice(0, 4).map(({ contenido }) => contenido), closing])
  expect(await choose(cut)).toMatch(/CONTRADICCIÓN en el acto 5\s+A la bitácora le falta el final/)
})

stage('another file is told to be another, and a head that nobody signed convinces nobody', async () => {
  expect(await choose('%PDF-1.7\n%âãÏÓ\n', 'acta.pdf')).toMatch(/No se pudo comprobar\s+El renglón del acto 1 .* no es un extracto/)
  expect(await choose('', 'vacio.jsonl')).toContain('El archivo está vacío')
  await publish([2], { forged: true })
  expect(await choose(lines)).toMatch(/CONTRADICCIÓN\s+Cabeza 1 de la bitácora: la firma no corresponde/)
})

stage('a hundred thousand acts do not stop the page', async () => {
  await publish([2])
  await page.evaluate(() => {
    const watched = window as unknown as { longest: number }
    watched.longest = 0
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      watched.longest = Math.max(watched.longest, now - last)
      last = now
    }, 20)
  })
  const many = chain([
    ...lines.slice(0, 2).map(({ contenido }) => contenido),
    ...Array.from({ length: 99_998 }, (_, i) => JSON.stringify({ acto: 'captura.guardada', en: '2024-04-20T16:00:00.000Z', i })),
  ])
  expect(await choose(many)).toMatch(/Coincide hasta el acto 2 .*los actos 3 a 100000/)
  expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(1_000)
})

test('nothing was sent, and no page did what no page of ours may do', () => {
  expect(sent).toEqual([])
  expect(faults).toEqual([])
})
