import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

type Data = Record<string, unknown>

interface Candidatura {
  id: string
  contienda: string
  nombre: string
  secciones: { campos: { valor: unknown }[] }[]
}

interface Row {
  id: string
  nombre: string
  estatusCaptura: string
}

const { url, built } = sharedSimulacro()
let browser: Browser
let candidatura: Candidatura

beforeAll(async () => {
  browser = await launchBrowser()
  const { elementos } = await readPublic<{ elementos: Row[] }>(url, '/candidaturas?cargo=presidencia_municipal&conPropuestas=true')
  const id = elementos.find(({ estatusCaptura }) => estatusCaptura === 'verificada')?.id ?? ''
  candidatura = await readPublic<Candidatura>(url, `/candidaturas/${id}`)
})

afterAll(async () => {
  await browser?.close()
})

test('an address of nothing says the same before and after the page comes to life', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  for (const path of ['/contiendas/diputacion_mr-D99', '/estadisticas/nada']) {
    expect((await page.goto(url + path))?.status()).toBe(404)
    const rendered = await page.locator('main').innerText()
    expect(rendered).toContain('Esta página no existe')
    const asked = page.waitForResponse(`**/publico${path}`)
    await page.keyboard.press('Tab')
    await asked
    await page.waitForFunction(() => document.querySelector('.ui-skeleton') === null)
    expect(await page.locator('main').innerText()).toBe(rendered)
    expect(await page.title()).toContain('Esta página no existe')
  }
  await context.close()
})

test('without JavaScript a candidatura reads whole, and so do the list and the home', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  const seen = async (path: string) => {
    expect((await page.goto(url + path))?.status()).toBe(200)
    return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  }
  const own = await seen(`/candidaturas/${candidatura.id}`)
  const texts = candidatura.secciones
    .flatMap(({ campos }) => campos.flatMap(({ valor }) => valor))
    .filter((valor) => typeof valor === 'string')
  expect(texts.length).toBeGreaterThan(3)
  for (const text of [candidatura.nombre, ...texts]) expect(own).toContain(text.trim().replace(/\s+/g, ' '))
  const [first] = await readPublic<{ elementos: Row[] }>(url, '/candidaturas').then(({ elementos }) => elementos)
  expect(await seen('/candidaturas')).toContain(first?.nombre)
  const { cargos } = await readPublic<{ cargos: { nombre: string }[] }>(url, '/proceso')
  const home = await seen('/')
  for (const { nombre } of cargos) expect(home).toContain(nombre)
  const { funciones, preguntas } = await readPublic<{ funciones: { resumen: string }[]; preguntas: { respuesta: string[] }[] }>(
    url,
    '/consulta',
  )
  expect(Math.min(funciones.length, preguntas.length)).toBeGreaterThan(3)
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ')
  const cargosPage = await seen('/cargos')
  for (const { resumen } of funciones) expect(cargosPage).toContain(plain(resumen))
  const preguntasPage = await seen('/preguntas')
  for (const text of preguntas.flatMap(({ respuesta }) => respuesta)) expect(preguntasPage).toContain(plain(text))
  expect(await seen('/como-votar')).toMatch(
    /domingo 2 de junio de 2024.*Boleta para diputaciones.*Por atrás:.*Si alguien dejó su candidatura/,
  )
  expect(await seen('/calendario')).toMatch(/Domingo 2 de junio de 2024 Jornada electoral/)
  expect(await seen('/datos')).toMatch(/Descargar todo en un archivo.*Documentación de la API/)
  expect(await page.getByText('Se están preparando los archivos').isVisible()).toBe(false)
  await page.goto(url)
  // A visitor who cannot search follows links to anybody.
  await page.locator('noscript a, .site__noscript a').first().click()
  await page.locator(`a[href="/contiendas/${candidatura.contienda}"]`).click()
  await page.getByRole('link', { name: candidatura.nombre }).click()
  await page.getByRole('heading', { level: 1, name: candidatura.nombre }).waitFor()
  await context.close()
})

test('every kind of page is taken over by the browser as it came, and asks for nothing that it brought', async () => {
  const { elementos: rivals } = await readPublic<{ elementos: Row[] }>(url, `/contiendas/${candidatura.contienda}`)
  const [tabla] = (await readPublic<{ elementos: { clave: string }[] }>(url, '/estadisticas')).elementos
  const paths = ['/', '/candidaturas', `/candidaturas/${candidatura.id}`, '/estadisticas', `/estadisticas/${tabla?.clave}`]
  const others = [
    `/comparar?personas=${rivals
      .slice(0, 2)
      .map(({ id }) => id)
      .join(',')}`,
    '/contiendas',
    `/contiendas/${candidatura.contienda}`,
    '/que-se-publica',
    '/aviso-privacidad',
    '/aviso-privacidad/versiones',
    '/aviso-privacidad/versiones/1',
    '/acuses',
    '/cargos',
    '/preguntas',
    '/lectura-facil',
    '/como-votar',
    '/calendario',
  ]
  const context = await newPerson(browser)
  const page = await context.newPage()
  const faults = watched(page, faultsOf(context))
  for (const path of [...paths, ...others]) {
    await page.goto(url + path)
    await takenOver(page)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('the list stays as it came when the index arrives: who is where, her address, her photograph, and the day of the draw', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  const photographs: string[] = []
  page.on('request', (request) => request.resourceType() === 'image' && photographs.push(request.url()))
  await page.goto(`${url}/candidaturas`)
  const { sorteo } = await readPublic<{ sorteo: string | null }>(url, '/indice')
  expect(sorteo).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const seen = () =>
    page.evaluate(() => ({
      rows: [...document.querySelectorAll('.fila')].map((fila) => [
        fila.querySelector('h2')?.textContent,
        fila.querySelector('a')?.getAttribute('href'),
        fila.querySelector('img')?.getAttribute('src'),
        fila.getBoundingClientRect().top + scrollY,
      ]),
      note: document.querySelector('.orden-note')?.textContent.trim(),
      corte: document.querySelector('.lista__corte')?.textContent,
    }))
  const before = await seen()
  expect(before.rows).toHaveLength(20)
  expect(before.note).toContain('Este es el del')
  await takenOver(page)
  await page.locator('option').filter({ hasText: /\(\d/ }).first().waitFor({ state: 'attached' })
  expect(await seen()).toEqual(before)
  expect(photographs).toEqual([...new Set(photographs)])
  // The same day, however often it is asked for again, and from there on in the same order.
  await page.getByRole('button', { name: 'Mostrar más' }).click()
  await page.locator('.fila').nth(39).waitFor()
  expect((await seen()).rows.slice(0, 20)).toEqual(before.rows)
  await context.close()
})

test('text written and buttons pressed before the script is here are done when it comes', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/entry-client/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${url}/candidaturas`)
  await page.getByLabel('Nombre, apellido o apodo').fill(candidatura.nombre)
  await page.getByRole('button', { name: 'Buscar' }).click()
  release()
  await page.getByRole('heading', { level: 2, name: candidatura.nombre }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe(candidatura.nombre)
  await context.close()
})

test('a page leads to what proves that it was public, and can be sent to somebody', async () => {
  const context = await newPerson(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const faults = faultsOf(context)
  await page.goto(`${url}/candidaturas/${candidatura.id}`)
  await page.getByRole('button', { name: 'Compartir' }).click()
  await page.getByText('Copiamos la dirección de esta página.').waitFor()
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: 'Copiar la dirección de esta página' }).click()
  const address = `${url}/candidaturas/${candidatura.id}`
  expect(await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'the address')).toBe(address)
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await page.locator('summary', { hasText: 'Registro de esta información' }).click()
  await page.getByRole('link', { name: 'Verificar esta página' }).click()
  await page.getByText('Esta página era pública', { exact: true }).waitFor()
  // A few hashes are enough: the list of the corte is some thousand times as long.
  expect(asked.filter((path) => path.includes('/cortes/') && !/\/(vigente|candidaturas\/[0-9a-f-]{36})$/.test(path))).toEqual([])
  await page
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .waitFor()
  await page.goto(`${url}/verificar/1/00000000-0000-4000-8000-000000000000`)
  await page.getByText('Esta página no era pública en ese corte').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('without JavaScript it is sent by WhatsApp with a plain link, and its sections are reached by anchors', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.goto(`${url}/candidaturas/${candidatura.id}`)
  const href = (await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')) ?? ''
  expect(new URL(href).origin + new URL(href).pathname).toBe('https://wa.me/')
  expect(new URL(href).searchParams.get('text')).toMatch(
    new RegExp(`^Simulacro con personas ficticias\\. ${candidatura.nombre}: .+\n${url}/candidaturas/${candidatura.id}$`),
  )
  expect(new Set(asked)).toEqual(new Set([new URL(url).origin]))
  const contents = page.getByRole('navigation', { name: 'Secciones de esta página' })
  for (const name of ['Medios de contacto', 'Propuestas', 'Registro']) {
    await contents.getByRole('link', { name }).click()
    const target = page.locator(':target')
    await target.waitFor()
    const [bar, heading] = await Promise.all([contents.boundingBox(), target.boundingBox()])
    const bottom = (bar?.y ?? Infinity) + (bar?.height ?? 0)
    // It stays at the top, and covers none of the content.
    expect([(bar?.y ?? Infinity) < 16, (heading?.y ?? 0) >= bottom]).toEqual([true, true])
  }
  await context.close()
})

test('a persona who left is rendered as a notice with the link to her successor, and the browser takes it over as it is', async () => {
  const path = `/candidaturas/${candidatura.id}`
  const entra = { id: '00000000-0000-4000-8000-000000000001', nombre: 'Xochiquetzal Ensayo Relevo' }
  const acuerdo = { numero: 'ENSAYO/300', fecha: '2024-05-29' }
  const salida = { tipo: 'sustituida', desde: '2024-05-30', acuerdo, causa: 'Renuncia', entra }
  const left = { ...candidatura, estatus: 'sustituida', salida, secciones: [], distintivos: [], fotografia: null, estatusCaptura: null }
  const html = render(path, { '/publico/proceso': await readPublic<Data>(url, '/proceso'), [`/publico${path}`]: left })
  const told = [
    'Ya no compite en este lugar desde el jueves 30 de mayo de 2024.',
    'ENSAYO/300',
    'Causa: Renuncia.',
    `/candidaturas/${entra.id}`,
  ]
  for (const text of [candidatura.nombre, ...told]) expect(html).toContain(text)
  expect(html).not.toContain('Pendiente')
  const context = await newPerson(browser)
  const page = await context.newPage()
  const faults = watched(page, faultsOf(context))
  await page.route(url + path, async (route) => {
    const headers = (await route.fetch()).headers()
    await route.fulfill({
      body: html,
      headers: { ...headers, 'content-encoding': 'identity', 'content-length': String(Buffer.byteLength(html)) },
    })
  })
  await page.goto(url + path)
  await takenOver(page)
  expect(faults).toEqual([])
  await context.close()
})

/** Runs the built entry in a Node of its own: it brings everything that it needs. */
function render(path: string, data: Data): string {
  const script = `import { text } from 'node:stream/consumers'
const { entry, template, path, data } = JSON.parse(await text(process.stdin))
const { renderDocument } = await import(entry)
process.stdout.write(await renderDocument({ template, path, data, origin: 'https://visor.example' }))`
  const entry = `file://${join(built.visorServer, 'entry-server.js')}`
  const template = readFileSync(join(built.visor, 'index.html'), 'utf8')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify({ entry, template, path, data }),
    encoding: 'utf8',
    maxBuffer: 20_000_000,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Index of the search, which no page brings: it would be heavier than all of them. */
const INDEX = '/api/v1/publico/indice'

/** Adds to the faults each hydration mismatch of Vue. Answers the list of requests that the page makes. */
function watched(page: Page, faults: string[]): string[] {
  page.on('console', (message) => {
    if (/hydrat/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    const asked =
      request.resourceType() !== 'image' && request.method() === 'GET' && request.url().includes('/api/') && !request.url().endsWith(INDEX)
    if (asked) faults.push(`${page.url()} asked for ${request.url()}`)
  })
  return faults
}

/** Somebody uses the page, and the visor is there. */
async function takenOver(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  await step(page, 'the live page', () => page.locator('#app[data-vivo]').waitFor())
}
