import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { inspectAll } from '../../support/browser/accesibilidad.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Listada {
  id: string
  nombre: string
  lugar: string
}

const { url, built } = sharedSimulacro()
let browser: Browser
let rivals: Listada[]
let apart: Listada
let path: string

beforeAll(async () => {
  browser = await launchBrowser()
  const { elementos } = await readPublic<{ elementos: Listada[] }>(url, '/candidaturas?cargo=presidencia_municipal&conPropuestas=true')
  rivals = must(elementos.map((one) => elementos.filter(({ lugar }) => lugar === one.lugar).slice(0, 3)).find(({ length }) => length === 3))
  apart = must(elementos.find(({ lugar }) => lugar !== rivals[0]?.lugar))
  path = pathOf(...rivals)
})
afterAll(() => browser?.close())

/** Pixels of a phone that the bar may cover. */
const MOST_BAR = 64

const pathOf = (...personas: { id: string }[]) => `/comparar?personas=${personas.map(({ id }) => id).join(',')}`

/** Text of the page, line by line. */
const lines = async (page: Page) => (await page.locator('main').innerText()).split('\n').filter((line) => line.trim() !== '')

/** Names above the columns, at the head and in each question. */
const columns = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.comparar__grid')].map((grid) =>
      [...grid.querySelectorAll('h2, h4')].map((name) => name.textContent.trim()),
    ),
  )

test('without JavaScript it reads whole, somebody is taken out by a link, and there is nothing that does nothing', async () => {
  // A server that has too much to do leaves it to the browser for a while.
  await eventually(async () => (await (await fetch(url + path)).text()).includes('comparar__grid'), 'the page of the comparison')
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  expect((await page.goto(url + path))?.status()).toBe(200)
  const [, second, third] = rivals as [Listada, Listada, Listada]
  const text = (await lines(page)).join(' ')
  for (const { id, nombre } of rivals) {
    const { secciones } = await readPublic<{ secciones: { campos: { valor: unknown }[] }[] }>(url, `/candidaturas/${id}`)
    const said = secciones.flatMap(({ campos }) => campos.flatMap(({ valor }) => (typeof valor === 'string' ? valor.split(/\n+/) : [])))
    expect(said.length).toBeGreaterThan(3)
    for (const each of [nombre, ...said]) expect(text).toContain(each.trim())
  }
  expect(await page.getByRole('button').count()).toBe(0)
  await page.getByRole('link', { name: `Quitar a ${must(rivals[0]).nombre}` }).click()
  expect(page.url()).toBe(url + pathOf(second, third))
  expect(must((await columns(page))[0])).toEqual([second.nombre, third.nombre])
  // Two are the fewest that can be compared.
  expect(await page.getByText('Quitar', { exact: true }).count()).toBe(0)
  await context.close()
})

test('it asks for no script until it is used, is taken over as it came, and what is pressed meanwhile is done', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  const faults = faultsOf(context)
  const asked: string[] = []
  page.on('console', (message) => /hydrat/i.test(message.text()) && faults.push(message.text()))
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript(() => Object.assign(window, { prints: 0, print: () => ((window as unknown as { prints: number }).prints += 1) }))
  await page.goto(url + path, { waitUntil: 'networkidle' })
  const before = [await lines(page), await columns(page)]
  const scripts = () => asked.filter((each) => each.endsWith('.js'))
  // The first file comes once the page is painted, which a busy machine does late.
  await eventually(() => Promise.resolve(scripts().length > 0), 'the first file')
  expect(scripts()).toHaveLength(1)
  await page.getByRole('button', { name: 'Imprimir la comparación' }).click()
  await page.locator('#app[data-vivo]').waitFor()
  await page.waitForFunction(() => (window as unknown as { prints: number }).prints === 1)
  expect([await lines(page), await columns(page)]).toEqual(before)
  // The page changes in place: none is asked for again, and the focus goes to the heading.
  asked.length = 0
  await page.getByRole('link', { name: `Quitar a ${must(rivals[1]).nombre}` }).click()
  await page.waitForURL(url + pathOf(must(rivals[0]), must(rivals[2])))
  expect(must((await columns(page))[0])).toEqual([must(rivals[0]).nombre, must(rivals[2]).nombre])
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(asked.filter((each) => each.includes('/candidaturas') || each === '/comparar')).toEqual([])
  await page.goBack()
  await page.getByRole('link', { name: `Quitar a ${must(rivals[1]).nombre}` }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('made by the browser it is the same, in the same order', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  const faults = faultsOf(context)
  const reversed = url + pathOf(...rivals.toReversed())
  await page.goto(reversed)
  const rendered = [await lines(page), await columns(page)]
  expect(must((await columns(page))[0])).toEqual(rivals.toReversed().map(({ nombre }) => nombre))
  const shell = readFileSync(join(built.visor, 'index.html'), 'utf8')
  await page.route(reversed, (route) => route.fulfill({ body: shell, contentType: 'text/html; charset=utf-8' }))
  await page.goto(reversed)
  await page.locator('.pregunta').first().waitFor()
  expect([await lines(page), await columns(page)]).toEqual(rendered)
  expect(faults).toEqual([])
  await context.close()
})

test('it has no violation: whole, with somebody who is not there, too few, and of different contiendas', async () => {
  const context = await newPerson(browser)
  const faults = faultsOf(context)
  const nobody = { id: '00000000-0000-4000-8000-000000000001' }
  const vistas = [
    { nombre: 'whole', path },
    { nombre: 'with somebody absent', path: pathOf(nobody, ...rivals) },
    { nombre: 'too few', path: pathOf(must(rivals[0])) },
    { nombre: 'nobody', path: '/comparar' },
    { nombre: 'apart', path: pathOf(must(rivals[0]), apart) },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('rivals chosen before stay chosen, except the one taken out of the comparison', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  for (const [n, { id, nombre }] of rivals.entries()) {
    if (n === 0) await page.goto(`${url}/candidaturas?q=${encodeURIComponent(nombre)}`)
    else await page.getByLabel('Nombre, apellido o apodo').fill(nombre)
    await page
      .locator(`.fila:has(a[href^="/candidaturas/${id.slice(0, 7)}"])`)
      .getByRole('button', { name: `Comparar a ${nombre}` })
      .click()
  }
  await page.getByRole('link', { name: 'Ver la comparación' }).click()
  await page.getByRole('link', { name: `Quitar a ${must(rivals[2]).nombre}` }).click()
  await page.waitForFunction(() => new URLSearchParams(location.search).get('personas')?.split(',').length === 2)
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).first().click()
  await page.getByText('2 para comparar.').waitFor()
  await context.close()
})

test('on a phone the faces and names stay in sight, no short answer leaves a hole, and a question is a tap away without script', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  await page.goto(url + path)
  await page.getByText('Ir a una pregunta').click()
  await page.getByRole('navigation', { name: 'Preguntas' }).getByRole('link', { name: 'Propuesta 2' }).click()
  const tira = page.locator('.tira')
  const title = page.getByRole('heading', { level: 3, name: 'Propuesta 2' })
  const places = async () => {
    const [strip, heading] = [must((await tira.boundingBox()) ?? undefined), must((await title.boundingBox()) ?? undefined)]
    return { top: strip.y, below: heading.y >= strip.y + strip.height, inView: heading.y < PHONE.height }
  }
  expect(await places()).toEqual({ top: 0, below: true, inView: true })
  expect(await tira.locator('.tira__nombre').allInnerTexts()).toEqual(rivals.map(({ nombre }) => nombre))
  await page.mouse.wheel(0, 300)
  await eventually(async () => ((await title.boundingBox())?.y ?? 99) < 0, 'the page scrolls')
  expect((await tira.boundingBox())?.y).toBe(0)
  // Two questions stand no further apart than two sections.
  const holes = await page.locator('.pregunta').evaluateAll((all) =>
    all.flatMap((each, at) => {
      const next = all[at + 1]
      const last = each.querySelector('li:last-child > :last-child')
      if (!next || !last || next.parentElement !== each.parentElement) return []
      return next.getBoundingClientRect().top - last.getBoundingClientRect().bottom
    }),
  )
  expect(holes.length).toBeGreaterThan(3)
  expect(holes.filter((hole) => hole > 60)).toEqual([])
  // Everybody has her emblem.
  expect(await page.locator('.comparar__personas .ui-emblem').count()).toBe(rivals.length)
  await context.close()
})

test('the first tap on the index of a shared link opens it, while the script is on its way and after', async () => {
  for (const wait of ['commit', 'networkidle'] as const) {
    const context = await newPerson(browser, { viewport: PHONE, hasTouch: true })
    const page = await context.newPage()
    await page.goto(url + path, { waitUntil: wait })
    await page.getByText('Ir a una pregunta').tap()
    await page.locator('#app[data-vivo]').waitFor()
    await page.getByRole('navigation', { name: 'Preguntas' }).getByRole('link', { name: 'Propuesta 2' }).tap()
    await eventually(async () => page.url().includes('#'), 'the question')
    await context.close()
  }
})

test('four people of two contiendas are told that they do not compete, and lead to who does', async () => {
  const { elementos } = await readPublic<{ elementos: Listada[] }>(url, '/candidaturas?cargo=presidencia_municipal&limite=200')
  const [first, second] = rivals as [Listada, Listada, Listada]
  const others = elementos.filter(({ lugar }) => lugar === apart.lugar).slice(0, 2)
  for (const javaScriptEnabled of [false, true]) {
    const context = await newPerson(browser, { viewport: PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(url + pathOf(first, must(others[0]), second, must(others[1])))
    await page.getByText('Estas personas no compiten entre sí').waitFor()
    await page.getByRole('link', { name: `Comparar a ${first.nombre}, ${second.nombre}` }).click()
    await page.locator('.comparada').nth(1).waitFor()
    expect(page.url()).toBe(url + pathOf(first, second))
    await context.close()
  }
})

test('no question is a heading above the same blank of everybody', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(url + path)
  const answers = await page
    .locator('.pregunta')
    .evaluateAll((all) => all.map((each) => [...each.querySelectorAll('li > :not(h4)')].map((answer) => answer.textContent.trim())))
  expect(answers.filter((own) => own.every((answer) => answer === 'No proporcionó este dato.'))).toEqual([])
  const titles = await page.locator('.pregunta__titulo').allInnerTexts()
  const together = (await page.getByText(/^Ninguna (proporcionó|ha respondido): /).allInnerTexts()).join(' ')
  const fichas = await Promise.all(
    rivals.map(({ id }) => readPublic<{ secciones: { campos: { titulo: string }[] }[] }>(url, `/candidaturas/${id}`)),
  )
  const asked = fichas.flatMap(({ secciones }) => secciones.flatMap(({ campos }) => campos.map(({ titulo }) => titulo)))
  expect(asked.filter((titulo) => !titles.includes(titulo) && !together.includes(titulo))).toEqual([])
  await context.close()
})

test('a chosen persona is chosen after a fresh load; a refusal is closed, and gone on the next page', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  const choose = async ({ id, nombre }: Listada) => {
    await page.goto(`${url}/candidaturas/${id}`)
    await page.getByRole('button', { name: `Comparar a ${nombre}` }).click()
  }
  await choose(must(rivals[0]))
  await page.getByText('1 para comparar. Puedes comparar de 2 a 4').waitFor()
  const bar = page.getByRole('region', { name: 'Comparación' })
  const height = async () => (await bar.boundingBox())?.height
  expect(await height()).toBeLessThanOrEqual(MOST_BAR)
  await choose(must(rivals[1]))
  await page.getByRole('link', { name: 'Ver la comparación' }).waitFor()
  expect(await height()).toBeLessThanOrEqual(MOST_BAR)
  await choose(apart)
  const refusal = page.getByText(`No agregamos a ${apart.nombre}`)
  await refusal.waitFor()
  await page.getByRole('button', { name: 'Entendido' }).click()
  await refusal.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `Comparar a ${apart.nombre}` }).click()
  await refusal.waitFor()
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).first().click()
  await page.waitForURL(`${url}/candidaturas`)
  await refusal.waitFor({ state: 'detached' })
  await page.getByText('2 para comparar.').waitFor()
  await context.close()
})
