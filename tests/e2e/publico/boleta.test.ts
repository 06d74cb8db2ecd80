/** The boleta of a place, on a device that two people use. */
import type { Browser, Locator, Page } from 'playwright-core'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { eventually, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { openLinea } from '../../support/linea.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser
let page: Page

beforeAll(async () => (browser = await launchBrowser()))
beforeEach(async () => (page = await (await newPerson(browser)).newPage()))
afterEach(() => page.context().close())
afterAll(() => browser?.close())

const place = () => page.getByText(/^Sección 100, /)

async function ask(seccion: string): Promise<void> {
  await page.getByLabel('Tu sección electoral').fill(seccion)
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
}

test('a place that was forgotten is told by no entry of the history; one that is asked for afterwards is', async () => {
  await page.goto(`${url}/boleta`)
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  await page.locator('.emblema a').first().click()
  await page.waitForURL(/\/candidaturas/)
  await page.getByRole('link', { name: 'Mi boleta', exact: true }).click()
  await page.getByRole('button', { name: 'Olvidar mi lugar' }).click()
  await page.getByRole('button', { name: 'Sí, olvidar' }).click()
  await page.getByLabel('Tu sección electoral').waitFor()
  await page.goBack()
  await page.waitForURL(/\/candidaturas/)
  await page.goBack()
  await step(page, 'the form', () => page.getByLabel('Tu sección electoral').waitFor())
  expect([await place().count(), new URL(page.url()).hash]).toEqual([0, ''])
  await ask('0100')
  await step(page, 'the boleta again', () => place().waitFor())
  await page.reload()
  await step(page, 'the boleta after a reload', () => place().waitFor())
})

test('a number that no section has is of another entidad only beyond those of this one', async () => {
  const { secciones } = await readPublic<{ secciones: Record<string, unknown> }>(url, '/territorio')
  const last = Math.max(...Object.keys(secciones).map(Number))
  const gone = Array.from({ length: last }, (_, n) => String(n + 1)).find((n) => !(n in secciones)) ?? ''
  await page.goto(`${url}/boleta`)
  await ask(gone)
  await step(page, 'that it may have changed', () => page.getByText(`No encontramos la sección ${gone} en nuestra lista`).waitFor())
  await ask('9999')
  await step(page, 'that it is not of here', () => page.getByText('La sección 9999 no es de').waitFor())
})

test.each([true, false])(
  'one press leads from sheet to sheet and to the day, and keeps the place (script: %s)',
  async (javaScriptEnabled) => {
    const own = await (await newPerson(browser, { javaScriptEnabled, viewport: PHONE })).newPage()
    await own.goto(`${url}/boleta${javaScriptEnabled ? '#' : '?'}seccion=312`)
    if (javaScriptEnabled) await own.locator('#app[data-vivo]').waitFor()
    const jump = own.getByRole('navigation', { name: 'Tus boletas' })
    const topOf = async (name: string) => Math.round((await own.getByRole('heading', { name }).boundingBox())?.y ?? Infinity)
    for (const [link, heading] of [
      ['Ayuntamiento', 'Boleta para el ayuntamiento'],
      ['Diputaciones', 'Boleta para diputaciones'],
      ['Gubernatura', 'Boleta para la gubernatura'],
    ] as const) {
      await jump.getByRole('link', { name: link }).focus()
      await own.keyboard.press('Enter')
      await eventually(async () => (await topOf(heading)) < 120, heading)
      // The bar stays in sight, and hides no heading.
      const bar = (await jump.boundingBox()) ?? { y: -1, height: 0 }
      expect([bar.y >= 0, (await topOf(heading)) >= bar.y + bar.height]).toEqual([true, true])
      if (javaScriptEnabled) expect(await own.evaluate(() => document.activeElement?.textContent)).toBe(heading)
    }
    await own.getByRole('link', { name: 'Dónde, cuándo y qué llevar' }).click()
    await eventually(async () => (await topOf('Dónde, cuándo y qué llevar')) < 740, 'the day')
    await own.getByText('Lleva tu credencial para votar.').filter({ visible: true }).waitFor()
    await own.getByText('Se vota el domingo 2 de junio de 2024.', { exact: true }).waitFor()
    if (javaScriptEnabled) expect(new URL(own.url()).hash).toBe('#seccion=312')
    else await own.getByText(/^Sección 312, /).waitFor()
    await own.context().close()
  },
)

test('a word of the law is explained where it first stands', async () => {
  await page.goto(`${url}/boleta#seccion=312`)
  await step(page, 'the boleta', () => page.locator('.emblema').first().waitFor())
  for (const explained of [
    /^Mayoría relativa: /,
    /^Representación proporcional: /,
    /^Sindicatura: /,
    /^Regidurías: /,
    /^Suplente \(entra si falta quien es titular\):/,
  ])
    await step(page, String(explained), () => page.getByText(explained).first().waitFor())
  await page.getByText('Ver toda la planilla y sus listas').first().click()
  await page.getByText('Una planilla son las personas que compiten juntas').filter({ visible: true }).first().waitFor()
})

test('the device keeps the section only of who asks for it, tells nobody, and forgets it when she says so', async () => {
  const told: string[] = []
  page.context().on('request', (request) => void told.push(request.url()))
  const open = async () => {
    const tab = await page.context().newPage()
    await tab.goto(`${url}/boleta`)
    await tab.locator('#app[data-vivo]').waitFor()
    return tab
  }
  const asks = (tab: Page) => step(tab, 'the form', () => tab.getByLabel('Tu sección electoral').waitFor())
  await page.goto(url)
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  await asks(await open())
  await page.goto(url)
  await page.getByLabel('Recordar mi sección').check()
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  const tab = await open()
  await step(tab, 'the boleta in another tab', () => tab.getByText(/^Sección 100, /).waitFor())
  await tab.getByText('Guardamos tu sección en este dispositivo').waitFor()
  await tab.getByRole('button', { name: 'Olvidar mi lugar' }).click()
  await tab.getByRole('button', { name: 'Sí, olvidar' }).click()
  await asks(await open())
  expect(await tab.evaluate(() => localStorage.getItem('mi-lugar'))).toBeNull()
  expect(told.filter((each) => new URL(each).search.includes('seccion'))).toEqual([])
})

test('the tab keeps the place while a page is loaded again or left, and goes back to the boleta', async () => {
  await page.goto(url)
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  await page.locator('.emblema__name a').first().click()
  await page.waitForURL(/\/candidaturas/)
  await page.reload()
  await step(page, 'the way back', () => page.getByRole('link', { name: 'Volver a mi boleta' }).waitFor())
  await page.goBack()
  await step(page, 'the boleta after going back', () => place().waitFor())
  await page.goto(`${url}/preguntas`)
  await page.goto(`${url}/boleta`)
  await step(page, 'the boleta after another page', () => place().waitFor())
})

test('going back from a page that was loaded again opens the page before it', async () => {
  await page.goto(`${url}/preguntas`)
  await page.locator('#app').hover()
  await page.locator('#app[data-vivo]').waitFor()
  await page.getByRole('link', { name: 'Inicio' }).or(page.locator('.site__brand a, .site-header a').first()).first().click()
  await page.waitForURL(`${url}/`)
  await page.reload()
  await page.goBack()
  await page.waitForURL(`${url}/preguntas`)
  await step(page, 'the questions', () => page.getByRole('heading', { level: 1, name: /Preguntas/ }).waitFor())
})

test('a topic leaves on each sheet only who chose it, and says of how many', async () => {
  await page.goto(`${url}/boleta`)
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  const emblemas = page.locator('.emblema:visible')
  const all = await emblemas.count()
  await page.getByRole('button', { name: 'Por tema' }).click()
  const tema = page.getByLabel('¿Quién propone sobre…?')
  await tema.selectOption({ index: 1 })
  await page
    .getByText(/^\d+ de \d+ (eligió|eligieron) el tema/)
    .first()
    .waitFor()
  const left = await emblemas.count()
  expect([left > 0, left < all]).toEqual([true, true])
  const said = await page.getByText(/^\d+ de \d+ (eligió|eligieron) el tema/).allInnerTexts()
  // A sheet where nobody chose it shows all of its people, to be read.
  const nobody = await page.getByText(/^Nadie de los \d+ marcó el tema/).allInnerTexts()
  const whole = nobody.map((text) => Number(/\d+/.exec(text)?.[0]))
  expect([...said.map((text) => Number(text.split(' ')[0])), ...whole].reduce((sum, each) => sum + each, 0)).toBe(left)
  await page.getByText('Donde alguien eligió el tema').waitFor()
  await page.locator('.emblema__name:visible a').first().click()
  await step(page, 'her page', () => page.waitForURL(/\/candidaturas\//))
  for (const again of [() => page.goBack(), () => page.reload()]) {
    await again()
    await step(page, 'the same topic', () => page.getByText(said[0] ?? '', { exact: true }).waitFor())
    expect([await emblemas.count(), new URL(page.url()).search]).toEqual([left, ''])
  }
  await page.getByRole('button', { name: 'Ver a todas las personas' }).click()
  await step(page, 'all of them again', () => emblemas.nth(all - 1).waitFor())
  await page.reload()
  await step(page, 'all of them after a reload', () => emblemas.nth(all - 1).waitFor())
})

/** Height of one person, in pixels: the one who was read is still in sight. */
const A_ROW = 150

test('a place on the boleta is found again after a reload, and after going back from a person', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  page = await context.newPage()
  await page.goto(`${url}/boleta`)
  await ask('0100')
  await step(page, 'the boleta', () => place().waitFor())
  await step(page, 'its whole length', () => eventually(() => page.evaluate(() => document.documentElement.scrollHeight > 5_000), 'long'))
  const height = () => page.evaluate(() => Math.round(scrollY))
  for (const top of [450, 650, 1_300, 2_500, 4_000]) {
    for (const again of [() => page.reload(), toPersonAndBack]) {
      await page.evaluate((y) => scrollTo(0, y), top)
      await eventually(async () => Math.abs((await height()) - top) < 3, 'the place')
      // A browser notes the place a moment after the page was moved.
      await page.waitForTimeout(500)
      await again()
      await step(page, `${top} again`, () => eventually(async () => Math.abs((await height()) - top) < A_ROW, 'the same place'))
      await page.waitForTimeout(400)
      expect(Math.abs((await height()) - top)).toBeLessThan(A_ROW)
    }
  }
})

/** By the address bar of the tab: no row is asked to lead back. */
async function toPersonAndBack(): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('.emblema__name a')?.click())
  await page.waitForURL(/\/candidaturas\//)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goBack()
}

test('the page names the newest corte of what it shows, and no other', async () => {
  const linea = await openLinea(url)
  const path = '/api/v1/publico/indice'
  const indice = (await (await fetch(url + path)).json()) as { corte: object }
  const later = JSON.stringify({ ...indice, corte: { ...indice.corte, numero: 99_999, en: '2024-06-01T05:07:00Z' } })
  linea.instead.set(path, { status: 200, body: later, type: 'application/json' })
  await page.goto(`${linea.url}/boleta`)
  await ask('0100')
  await step(page, 'the corte of the index', () => page.getByText('Datos del viernes 31 de mayo de 2024, 23:07.').waitFor())
  expect(await page.locator('footer').innerText()).not.toContain('Datos del')
  await linea.close()
})

test('a contienda of nobody says so, and leads to no empty list', async () => {
  const linea = await openLinea(url)
  const html = await (await fetch(`${url}/boleta`)).text()
  const body = html.replaceAll(/"candidaturas":\d+/g, '"candidaturas":0')
  expect(body).not.toBe(html)
  linea.instead.set('/boleta', { status: 200, body, type: 'text/html; charset=utf-8' })
  await page.goto(`${linea.url}/boleta`)
  await ask('0100')
  await step(page, 'that there is nobody', () => page.getByText('En esta contienda no hay candidaturas publicadas.').first().waitFor())
  expect(await page.locator('.hoja a').count()).toBe(0)
  await linea.close()
})

test('a list that filters alone leave empty is not told to mind how a word is written', async () => {
  await page.goto(`${url}/candidaturas?cargo=gubernatura&calidad=suplente`)
  await step(page, 'the filters that empty it', () => page.getByText('Ninguna candidatura publicada cumple todo lo que elegiste').waitFor())
  expect(await page.getByText('revisa cómo está escrito').count()).toBe(0)
  await page.goto(`${url}/candidaturas?q=zzqqxx`)
  await step(page, 'how it is written', () => page.getByText('revisa cómo está escrito').waitFor())
})

test('the way back from a candidata leads to her row', async () => {
  await page.goto(`${url}/boleta`)
  await ask('0435')
  await step(page, 'the boleta', () => page.locator('.emblema').nth(10).waitFor())
  const name = page.locator('.emblema__name a').last()
  const nombre = await name.innerText()
  await name.click()
  await step(page, 'her page', () => page.getByRole('heading', { level: 1, name: nombre }).waitFor())
  await page.getByRole('link', { name: 'Volver a mi boleta' }).click()
  const row = page.locator('.emblema', { hasText: nombre }).last()
  await step(page, 'her row', () => expectInView(row))
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(nombre)
})

test('the list of everybody leads to my ballot on the device, and no request names the place', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  await page.goto(`${url}/boleta`)
  await ask('0435')
  await step(page, 'the boleta', () => page.locator('.emblema').first().waitFor())
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).click()
  await page.getByRole('link', { name: 'Ver solo las de mi boleta' }).click()
  await step(page, 'the boleta again', () => page.getByText(/^Sección 435, /).waitFor())
  expect(asked.filter((each) => /seccion|435/.test(each.replace(url, '').replace(/\/candidaturas\/[0-9a-f-]+/g, '')))).toEqual([])
})

async function expectInView(row: Locator): Promise<void> {
  await eventually(
    () =>
      row.evaluate((each) => {
        const { top, bottom } = each.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }),
    'the row in view',
  )
}

test('a contienda has as many candidaturas as its ballot has emblems, each with her suplente beneath', async () => {
  await page.goto(`${url}/boleta`)
  await ask('0435')
  const hoja = page.locator('.hoja').last()
  await step(page, 'the ballot', () => hoja.locator('.emblema').first().waitFor())
  const heads = await hoja.locator('.emblema__name').allInnerTexts()
  await hoja.getByRole('link', { name: /^Presidencia/ }).click()
  await step(page, 'the contienda', () => page.locator('.contienda__list .fila').first().waitFor())
  expect(await page.getByRole('link', { name: 'Volver a mi boleta' }).count()).toBe(1)
  expect((await page.locator('.contienda__list .fila__name').allInnerTexts()).toSorted()).toEqual(heads.toSorted())
  expect(await page.getByText(`${heads.length} candidaturas, cada una con su suplente.`).count()).toBe(1)
  expect(await page.locator('.fila__suplente').count()).toBeGreaterThanOrEqual(heads.length)
})

test('a button pressed on a slow line says at once that it opens, before and after the script is here', async () => {
  const held: (() => void)[] = []
  await page.route('**/assets/*.js', (route) => void held.push(() => void route.continue()))
  await page.goto(url)
  await page.getByLabel('Tu sección electoral').fill('0100')
  const button = page.getByRole('button', { name: 'Ver mi boleta' })
  await button.click()
  const look = () =>
    page.locator('.lugar-form__main button').evaluate((each) => ({
      busy: each.getAttribute('aria-busy'),
      words: (each as HTMLElement).innerText.trim() || getComputedStyle(each, '::after').content,
    }))
  expect(await look()).toEqual({ busy: 'true', words: '"Abriendo…"' })
  // Each file asks for the next ones; the page of the ballot is the last.
  await eventually(() => {
    for (const go of held.splice(0)) go()
    return place().isVisible()
  }, 'the boleta')
})

test('a sheet is practised on the device: each mark tells how the vote would count, and nothing is sent or kept', async () => {
  await page.goto(`${url}/boleta#seccion=312`)
  const open = page.getByRole('button', { name: 'Practica tu voto en esta hoja' })
  await step(page, 'a practice for each sheet', () => open.nth(2).waitFor())
  await open.nth(1).click()
  await page.getByText('Hoja de práctica: no es una boleta y no sirve para votar.').waitFor()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  const keptBefore = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  const says = page.getByRole('status').filter({ hasText: /voto|marcado/ })
  const mark = (partido: string) => page.locator('.practica').getByLabel(partido).check()
  await says.getByText('Una boleta en blanco no cuenta para nadie.').waitFor()
  await mark('Partido Acción Nacional')
  await says.getByText(/^Tu voto contaría para .+, PAN\.$/).waitFor()
  await mark('Partido Revolucionario Institucional')
  await says.getByText(/^Tu voto contaría para .+: PAN y PRI van juntos en alianza\.$/).waitFor()
  await mark('Movimiento Ciudadano')
  await says.getByText(/^Tu voto no contaría para nadie: .+ no van juntos en alianza\./).waitFor()
  expect(await inspect(page)).toEqual([])
  await page.getByRole('button', { name: 'Borrar mis marcas' }).click()
  await page.getByLabel('Candidatura no registrada').fill('Alguien')
  await says.getByText('Tu voto se contaría aparte').waitFor()
  expect(sent).toEqual([])
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe(keptBefore)
})

test('the meaning of «Verificada» is read where the page opens', async () => {
  const { elementos } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas?conPropuestas=true&limite=20')
  for (const { id } of elementos) {
    await page.goto(`${url}/candidaturas/${id}`)
    const link = page.locator('.candidatura__verificada a')
    if ((await link.count()) === 0) continue
    await link.click()
    const asked = page.getByRole('heading', { name: '¿Qué quiere decir «Verificada»?' })
    await asked.waitFor()
    await page.waitForFunction(() => scrollY > 0)
    expect((await asked.boundingBox())?.y).toBeLessThan(200)
    return
  }
  throw new Error('nobody is verified')
})
