/** A proceso with another language, as a browser shows it. It is of the tests alone, so it has a small server of its own. */
import type { Browser, Page } from 'playwright-core'
import { PAGINAS_EN_IDIOMAS, type ProcesoPack, type SenasAjena } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { givenCandidatura } from '../../support/registro/candidaturas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { idiomaDePrueba, pseudo, PSEUDO } from '../../support/proceso-ficticio/idioma.ts'
import { publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const VIDEO: SenasAjena = {
  ...{
    pagina: '/como-votar',
    direccion: 'https://instituto.example/como-votar.mp4',
    segundos: 121,
    bytes: 14_000_000,
    quien: 'Grupo Faro',
  },
  ...{ fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' },
}
const CASILLA: ProcesoPack['consulta']['casilla'] & object = {
  ...{ nombre: 'Ubica tu casilla', direccion: 'https://autoridad.example/casillas' },
  ...{ fuente: 'Inventado para las pruebas', confianza: 'alta' },
}
const BASE = `/idioma/${PSEUDO}`
let t: TestApp
let url: string
let browser: Browser

beforeAll(async () => {
  const consulta = { ...packFicticio.consulta, casilla: CASILLA }
  const pack = { ...packFicticio, consulta, idiomas: [idiomaDePrueba({ ...packFicticio, consulta })], senas: [VIDEO] }
  t = await startTestApp({ pack, config: CON_PAGINAS })
  await givenCandidatura(t, { contienda: 'alcaldia-m1' })
  await publicar(t)
  url = await t.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await t?.close()
})

const heading = (page: Page, spanish: string) => page.getByRole('heading', { level: 1, name: pseudo(spanish) }).waitFor()
const alive = (page: Page) => page.locator('#app[data-vivo]').waitFor()
const pathOf = (page: Page) => page.url().slice(url.length)

/** Texts in the wrong language for a screen reader. */
function wrongOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const walker = document.createTreeWalker(document.getElementById('app') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const around = node.parentElement?.closest('[lang]')
      if (/\p{L}/u.test(text) && !around?.hasAttribute('hreflang') && (around?.getAttribute('lang') === 'es') === text.includes('⟦'))
        wrong.push(text)
    }
    return wrong
  })
}

test('with 40 % longer words nothing is wider than a phone or a desk, before the script and with it', async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    const context = await newPerson(browser, { viewport })
    const faults = faultsOf(context)
    const page = await context.newPage()
    const beyond: unknown[] = []
    const look = async (when: string) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) beyond.push([pathOf(page), viewport.width, when, over])
    }
    for (const direccion of [...PAGINAS_EN_IDIOMAS, '/boleta?seccion=1']) {
      await page.goto(url + (direccion === '/' ? BASE : BASE + direccion))
      await look('as it came')
      const before = await page.locator('main').innerText()
      await page.keyboard.press('Tab')
      await alive(page)
      await look('alive')
      expect((await page.locator('main').innerText()).length).toBeGreaterThanOrEqual(before.length)
      expect([pathOf(page), await wrongOf(page)]).toEqual([pathOf(page), []])
      if (process.env['CAPTURAS'])
        await page.screenshot({
          path: `${process.env['CAPTURAS']}/${viewport.width}${direccion.replaceAll(/[/?=]/g, '-')}.png`,
          fullPage: true,
        })
    }
    expect([beyond, faults]).toEqual([[], []])
    await context.close()
  }
})

test('without JavaScript a reader goes to her language and back, and the form leads to her ballot in it', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  await page.goto(`${url}/como-votar`)
  await page.getByRole('link', { name: 'Pséudo' }).click()
  await heading(page, 'Cómo votar')
  expect(await page.locator('html').getAttribute('lang')).toBe(PSEUDO)
  await page
    .getByRole('link', { name: pseudo('Mi boleta') })
    .first()
    .click()
  await heading(page, 'Mi boleta')
  await page.getByLabel(pseudo('Tu sección electoral')).fill('1')
  await page.getByRole('button', { name: pseudo('Ver mi boleta') }).click()
  await page.getByRole('heading', { name: pseudo('Boleta del puerto'), exact: true }).waitFor()
  // A comunidad of the municipio has its own sheet, for those who live in it.
  await page.getByRole('heading', { name: `${pseudo('Boleta del puerto')}, Caleta Supuesta` }).waitFor()
  await page.getByText(pseudo('Votas por este cargo solo si vives en esta comunidad.')).waitFor()
  expect(pathOf(page)).toBe(`${BASE}/boleta?seccion=1`)
  await page.getByRole('link', { name: 'Español' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mi boleta', exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es-MX')
  await context.close()
})

test('with it her section stays on the device, and Back leads through each page in the language in which it was read', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const faults = faultsOf(context)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`${url}/cargos`)
  await page.keyboard.press('Tab')
  await alive(page)
  // A reader of Spanish fetches no text of another language.
  expect(asked.filter((each) => each.includes('/publico/idiomas/'))).toEqual([])
  await page.getByRole('link', { name: 'Pséudo' }).click()
  await heading(page, 'Qué hace cada cargo')
  await page
    .getByRole('link', { name: pseudo('Conóceles') })
    .first()
    .click()
  await heading(page, '¿Quiénes aparecen en mi boleta?')
  await page.getByLabel(pseudo('Tu sección electoral')).fill('1')
  await page.getByRole('button', { name: pseudo('Ver mi boleta') }).click()
  await page.getByRole('heading', { name: pseudo('Boleta del puerto'), exact: true }).waitFor()
  expect(pathOf(page)).toBe(`${BASE}/boleta#seccion=1`)
  expect(await wrongOf(page)).toEqual([])
  expect(asked.filter((each) => /seccion=/.test(new URL(each).search))).toEqual([])
  // Her way on: a candidatura is in Spanish.
  await page.locator('a[href^="/candidaturas/"]').first().click()
  await page.getByText('La postula').first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es-MX')
  for (const spanish of ['Mi boleta', '¿Quiénes aparecen en mi boleta?', 'Qué hace cada cargo']) {
    await page.goBack()
    await heading(page, spanish)
    expect(pathOf(page).startsWith(BASE)).toBe(true)
  }
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Qué hace cada cargo', exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('without the texts of the language a page stays as it was rendered, and one that was not opens in Spanish', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.route('**/publico/idiomas/**', (route) => route.abort())
  await page.goto(`${url}${BASE}/preguntas`)
  await page.keyboard.press('Tab')
  await page.locator('#app[data-fallo]').waitFor()
  await heading(page, 'Preguntas y respuestas')
  const shell = await fetch(`${url}/index.html`).then((answer) => answer.text())
  await page.route(`${url}${BASE}/preguntas`, (route) => route.fulfill({ contentType: 'text/html', body: shell }))
  await page.goto(`${url}${BASE}/preguntas`)
  await page.waitForURL(`${url}/preguntas`)
  await page.getByRole('heading', { level: 1, name: 'Preguntas y respuestas', exact: true }).waitFor()
  // The browser makes a page that nobody rendered, in the language too.
  await page.unroute('**/publico/idiomas/**')
  await page.goto(`${url}${BASE}/preguntas`)
  await heading(page, 'Preguntas y respuestas')
  expect([await page.locator('html').getAttribute('lang'), await wrongOf(page)]).toEqual([PSEUDO, []])
  await context.close()
})

test('an address of a language that there is not is said to be none', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  expect((await page.goto(`${url}/idioma/nah/preguntas`))?.status()).toBe(404)
  await page.getByRole('heading', { level: 1, name: 'Esta página no existe' }).waitFor()
  await context.close()
})

test('a page in Lengua de Señas Mexicana is a link that says what it costs, and nothing of it is asked for before', async () => {
  const said = 'Ver esta página en Lengua de Señas Mexicana: 2 min, 14 MB'
  for (const javaScriptEnabled of [false, true]) {
    const context = await newPerson(browser, { javaScriptEnabled, viewport: PHONE })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).origin))
    await context.route('https://instituto.example/**', (route) => route.fulfill({ contentType: 'text/plain', body: 'video' }))
    await page.goto(`${url}/cargos`)
    if (javaScriptEnabled) {
      await page.keyboard.press('Tab')
      await alive(page)
    }
    expect(await page.getByText('Lengua de Señas').count()).toBe(0)
    await page.getByRole('link', { name: 'Cómo votar', exact: true }).click()
    const link = page.getByRole('link', { name: said })
    await link.waitFor()
    await page.getByText('Interpreta: Grupo Faro.').waitFor()
    expect(await page.getByRole('link', { name: CASILLA.nombre }).getAttribute('href')).toBe(CASILLA.direccion)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect([...new Set(asked)]).toEqual([url])
    if (process.env['CAPTURAS']) await page.screenshot({ path: `${process.env['CAPTURAS']}/senas-${javaScriptEnabled}.png` })
    await link.click()
    await page.waitForURL(VIDEO.direccion)
    await context.close()
  }
  const token = await t.tokenOf('secretaria')
  const review = await t.app.inject({ url: '/api/v1/confirmaciones', headers: { authorization: `Bearer ${token}` } })
  expect(review.body).toContain('Video en Lengua de Señas Mexicana: /como-votar')
})
