import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { settled } from '../../support/browser/accesibilidad.ts'
import { accountOf, withCode } from '../../support/cuentas-demo.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const USER = 'validacion.pri'

const { url } = sharedSimulacro()
let browser: Browser
let visor: Page
let consola: Page
let context: BrowserContext
let account: ApiAccount

beforeAll(async () => {
  browser = await launchBrowser()
  visor = await (await newPerson(browser)).newPage()
  context = await newPerson(browser)
  consola = await context.newPage()
  account = await enterApi(url, USER)
})

afterAll(async () => {
  await browser?.close()
})

test('visor: the first tab shows the way to the content, which takes the focus', async () => {
  await visor.goto(url)
  await settled(visor)
  await visor.keyboard.press('Tab')
  expect(await focused(visor)).toBe('a Ir al contenido')
  expect((await visor.getByRole('link', { name: 'Ir al contenido' }).boundingBox())?.height).toBeGreaterThan(20)
  await visor.keyboard.press('Enter')
  expect(await visor.evaluate(() => document.activeElement?.id)).toBe('contenido')
})

test('visor: a page reached from another one gives the focus to its heading', async () => {
  await visor.goto(url)
  await settled(visor)
  await tabTo(visor, 'a Candidaturas')
  // The first key brings the script; a faster user gets a page of its own, which begins at its top.
  await visor.locator('#app[data-vivo]').waitFor()
  await visor.keyboard.press('Enter')
  await eventually(async () => (await focused(visor)) === 'h1 Candidaturas', 'the focus on the heading of the list')
  const first = await visor.locator('main li a').first().innerText()
  await tabTo(visor, `a ${first}`)
  await visor.keyboard.press('Enter')
  await eventually(async () => (await focused(visor)) === `h1 ${first}`, 'the focus on the heading of the candidatura')
  await visor.goBack()
  await eventually(async () => (await focused(visor)) === 'h1 Candidaturas', 'the focus back on the heading of the list')
})

test('visor: what is wrong in a form takes the focus, and Escape closes the filters and gives it back', async () => {
  await visor.goto(url)
  await settled(visor)
  await tabTo(visor, 'input seccion')
  await visor.keyboard.press('Enter')
  expect(await focused(visor)).toBe('input seccion')
  await visor.getByText('Escribe el número de tu sección').waitFor()
  await visor.setViewportSize(PHONE)
  await visor.goto(`${url}/candidaturas`)
  await settled(visor)
  await tabTo(visor, 'button Filtros')
  await visor.keyboard.press('Enter')
  await visor.getByRole('dialog').waitFor()
  await visor.keyboard.press('Escape')
  await visor.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await focused(visor)).toBe('button Filtros')
})

test('visor: a cargo and a place written instead of a name become their filters, and the focus goes to what they give', async () => {
  await visor.goto(`${url}/candidaturas?q=sindica%20jiutepec`)
  await settled(visor)
  await visor.getByRole('status').filter({ hasText: '¿Buscas Sindicaturas, Jiutepec?' }).waitFor()
  await visor.getByRole('link', { name: /^Sindicaturas, Jiutepec \(\d+\)$/ }).press('Enter')
  await visor.waitForURL(`${url}/candidaturas?cargo=sindicatura&municipio=17011`)
  expect(await visor.locator('#q').inputValue()).toBe('')
  await eventually(async () => /^div \d+ candidaturas/.test(await focused(visor)), 'the focus on how many there are')
})

test('consola: one signs in with the keyboard alone; the summary of errors takes the focus and leads to the field', async () => {
  const { correo, contrasena } = accountOf(USER)
  await consola.goto(`${url}/consola/`)
  await settled(consola)
  await tabTo(consola, 'button Entrar')
  await consola.keyboard.press('Enter')
  await eventually(async () => (await focused(consola)).startsWith('div No se pudo entrar'), 'the focus on the summary')
  await consola.keyboard.press('Tab')
  await consola.keyboard.press('Enter')
  expect(await focused(consola)).toBe('input correo')
  await consola.keyboard.type(correo)
  await tabTo(consola, 'input contrasena')
  await consola.keyboard.type(contrasena)
  await consola.keyboard.press('Enter')
  await eventually(async () => (await focused(consola)) === 'input codigo', 'the focus on the code')
  await withCode(url, USER, async (codigo) => {
    await consola.keyboard.type(codigo)
    await consola.keyboard.press('Enter')
    await eventually(async () => (await focused(consola)) === 'h1 Lo que toca hoy', 'the focus on what must be done today')
    return true
  })
})

test('consola: skip link, places and pages by keyboard, each with the focus on its heading', async () => {
  await consola.goto(`${url}/consola/`)
  await settled(consola)
  await consola.keyboard.press('Tab')
  expect(await focused(consola)).toBe('a Ir al contenido')
  await consola.keyboard.press('Enter')
  expect(await focused(consola)).toBe('h1 Lo que toca hoy')
  await consola.reload()
  await settled(consola)
  await tabTo(consola, 'a Candidaturas')
  await consola.keyboard.press('Enter')
  await eventually(async () => (await focused(consola)) === 'h1 Candidaturas', 'the focus on the heading of the list')
})

test('consola: the captura is walked by keyboard from stop to stop, and no stop holds the focus captive', async () => {
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=completa&limite=1')
  await consola.goto(`${url}/consola/candidaturas/${body.elementos[0]?.id}/captura/curricular/contacto`)
  await step(consola, 'the captura', async () => {
    await settled(consola)
    await consola.getByLabel('Facebook').waitFor()
    await tabTo(consola, 'button Siguiente')
    await consola.keyboard.press('Enter')
    await eventually(async () => (await focused(consola)) === 'h1 Estudios', 'the focus on the heading of the next stop')
    await tabTo(consola, 'a Ir al contenido')
  })
})

test('consola: a dialog takes the focus, Escape closes it and gives the focus back', async () => {
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=completa&limite=1')
  await consola.goto(`${url}/consola/candidaturas/${body.elementos[0]?.id}/captura/envio`)
  await step(consola, 'the dialog', async () => {
    await settled(consola)
    const button = consola.getByRole('button', { name: 'Enviar a revisión del instituto' })
    await button.waitFor()
    await tabTo(consola, 'button Enviar a revisión del instituto')
    await consola.keyboard.press('Enter')
    await consola.getByRole('dialog').waitFor()
    expect(await consola.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    await consola.keyboard.press('Escape')
    await consola.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await focused(consola)).toBe('button Enviar a revisión del instituto')
  })
})

/** Element with the focus: its tag, and its id if it is a field or its text otherwise. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return 'nothing'
    const what = /^(input|select|textarea)$/i.test(element.tagName) ? element.id : element.innerText.trim().split('\n')[0]
    return `${element.tagName.toLowerCase()} ${what}`
  })
}

/** Presses Tab until something has the focus; everything on the way must show that it has it. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  const seen: string[] = []
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now !== 'body ' && !now.startsWith('body') && !(await showsFocus(page)))
      throw new Error(`${now} has the focus and does not show it`)
    if (now === wanted) return
    seen.push(now)
  }
  throw new Error(`Tab never reached «${wanted}», only: ${seen.join(' · ')}`)
}

function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })
}
