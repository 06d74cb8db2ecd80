import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, reload, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const SHOTS = join(__dirname, '../../../.cache/codificaciones')
const AT = `${url}/consola/codificaciones`
const PREGUNTA = '¿Qué otro motivo?'
const stage = stages()
const faults: string[] = []
let browser: Browser
let secretaria: Page
let one: Page
let other: Page

async function enter(user: string): Promise<Page> {
  const context: BrowserContext = await newPerson(browser)
  faultsOf(context, faults)
  const page = await context.newPage()
  await signIn(page, url, user)
  return page
}

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  secretaria = await enter('secretaria')
  one = await enter('verificacion1')
  other = await enter('verificacion2')
})
afterAll(() => browser?.close())

/** On the phone and on the desk, in pictures, and judged. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(SHOTS, `${name}-${viewport.width}.png`), fullPage: true })
  }
  expect(await inspect(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Presses the button of an act and confirms it. */
async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: label }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const keyOf = (texto: string) => {
  if (/peligro|menazas|inseguridad|violencia/i.test(texto)) return '1'
  return /tratamiento|mamá|operación/i.test(texto) ? '2' : '0'
}

/** Every text by its key; `first` gives the first one that she sees another one than it would have. */
async function codeAll(page: Page, keyFor: (texto: string, done: number) => string): Promise<number> {
  const progress = page.getByText(/: \d+ de \d+ textos$/)
  const [, total = 0] = ((await progress.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  for (let done = 0; done < total; done += 1) {
    const texto = (await page.locator('blockquote').textContent()) ?? ''
    await page.keyboard.press(keyFor(texto, done))
    await page.getByText(`${done + 1} de ${total} textos`).waitFor()
  }
  return total
}

stage('the list says of each text how it goes, and nobody has written a codebook', async () => {
  await secretaria.goto(AT)
  await heading(secretaria, 'Textos de «Otra»')
  await secretaria.getByRole('link', { name: PREGUNTA }).waitFor()
  await look(secretaria, 'lista')
  await secretaria.getByRole('link', { name: PREGUNTA }).click()
  await heading(secretaria, PREGUNTA)
})

stage('a codebook says what it lacks, outlives the page, and is saved', async () => {
  const field = (label: string, at: number) => secretaria.getByLabel(label, { exact: true }).nth(at)
  await field('Nombre', 0).fill('Violencia')
  await field('Qué textos son', 0).fill('Se fue porque corría peligro.')
  await field('Nombre', 1).fill('violencia')
  await secretaria.getByRole('button', { name: 'Guardar el libro' }).click()
  await secretaria.getByText('El libro de códigos no se guardó').waitFor()
  await look(secretaria, 'libro-errores')
  await reload(secretaria)
  await field('Nombre', 1).waitFor()
  expect(await field('Nombre', 1).inputValue()).toBe('violencia')
  await field('Nombre', 1).fill('Salud')
  await field('Qué textos son', 1).fill('Se fue a atender su salud o la de alguien.')
  await secretaria.getByRole('button', { name: 'Guardar el libro' }).click()
  await secretaria.getByText('Guardado: versión 1').waitFor()
  await look(secretaria, 'libro')
})

stage('it is opened, and then it does not change any more', async () => {
  await confirm(secretaria, 'Abrir la codificación')
  await secretaria.getByText('Plaza 1: libre').waitFor()
  expect(await secretaria.getByRole('button', { name: 'Guardar el libro' }).count()).toBe(0)
  await look(secretaria, 'abierta')
})

stage('two people take a place each, and code by the keyboard', async () => {
  for (const page of [one, other]) {
    await page.goto(`${AT}/migrante_motivo_otro`)
    await confirm(page, 'Tomar una plaza')
    await page.getByRole('link', { name: 'Codificar' }).click()
    await page.getByText(/: 0 de \d+ textos$/).waitFor()
  }
  await look(one, 'codificar')
  await one.keyboard.press('1')
  await one.getByText(/: 1 de \d+ textos$/).waitFor()
  await one.keyboard.press('z')
  await one.getByText(/: 0 de \d+ textos$/).waitFor()
  const total = await codeAll(one, keyOf)
  expect(total).toBeGreaterThanOrEqual(20)
  await look(one, 'codificar-todos')
  await confirm(one, 'Terminar')
  await one.getByText('Plaza 1: usted terminó').waitFor()
  await codeAll(other, (texto, done) => (done === 0 ? (keyOf(texto) === '0' ? '1' : '0') : keyOf(texto)))
  await confirm(other, 'Terminar')
})

stage('the coders decide where they differ, and say why', async () => {
  for (const page of [one, other]) {
    await page.goto(`${AT}/migrante_motivo_otro/desacuerdos`)
    await page.getByText('Queda 1 por resolver').waitFor()
    if (page === one) {
      await page.getByRole('button', { name: 'Decidir el desacuerdo 1' }).click()
      await page.getByText('No se guardó la decisión').waitFor()
      await look(page, 'desacuerdos')
    }
    await page.getByRole('radio', { name: /^Salud/ }).check()
    await page.getByLabel('Por qué esa').fill('Así lo dice el libro de códigos')
    await page.getByRole('button', { name: 'Decidir el desacuerdo 1' }).click()
    await page.getByText(page === one ? 'Usted decidió' : 'No queda ninguno por resolver').waitFor()
  }
  await look(other, 'resueltos')
})

stage('it is counted once, and what is told is told as intervals', async () => {
  await reload(secretaria)
  await confirm(secretaria, 'Cerrar y contar')
  await secretaria.getByRole('heading', { level: 2, name: 'Lo que se contó' }).waitFor()
  // With few texts nothing is told, or categories are told together: each simulacro has its own amount of them.
  const table = secretaria.getByRole('table', { name: 'Lo que se contó' })
  await table
    .or(secretaria.getByText('No se puede decir nada', { exact: true }))
    .first()
    .waitFor()
  if (await table.isVisible())
    await table
      .getByText(/^(\d+ a \d+|A lo más \d+) personas$/)
      .first()
      .waitFor()
  await look(secretaria, 'contada')
  await one.goto(`${AT}/migrante_motivo_otro/codificar`)
  await one.getByText('Esta codificación no está abierta').waitFor()
  await look(one, 'cerrada-codificar')
})

stage('nothing was thrown on the way', () => {
  expect(faults).toEqual([])
  return Promise.resolve()
})
