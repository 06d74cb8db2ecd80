import type { Page } from 'playwright-core'
import { eventually, step } from './browser.ts'

const KEYSTROKES = 24

/** Goes to the candidatura as an operator does: by the search of the list. */
export async function findCandidatura(page: Page, nombre: string): Promise<void> {
  await step(page, `finding ${nombre}`, async () => {
    await openPlace(page, 'Candidaturas')
    await heading(page, 'Candidaturas')
    await page.getByLabel('Buscar por nombre').fill(nombre)
    await page.getByLabel('Buscar por nombre').press('Enter')
    await page
      .getByRole('status')
      .getByText(/^1 candidatura$/)
      .waitFor()
    await page.getByRole('link', { name: nombre }).click()
    await heading(page, nombre)
  })
}

/** A place of the menu, which a phone folds, and a desk when there are many. */
export async function openPlace(page: Page, name: string): Promise<void> {
  const place = page.getByRole('navigation').getByRole('link', { name })
  for (const fold of ['Menú', 'Más']) {
    const button = page.getByRole('button', { name: fold })
    if (!(await place.isVisible()) && (await button.isVisible())) await button.click()
  }
  await place.click()
}

export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Writes a text: most of it at once, the end key by key. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label)
  await field.fill(text.slice(0, -KEYSTROKES))
  await field.press('End')
  await field.pressSequentially(text.slice(-KEYSTROKES))
}

/** The sentence that counts the characters of a field. */
export async function counterOf(page: Page, label: string): Promise<string> {
  const id = await page.getByLabel(label).getAttribute('id')
  return page.locator(`#${id}-count`).innerText()
}

export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Guardado a las \d{1,2}:\d{2}:\d{2}/).waitFor()
}

/** To the next stop of the captura. */
export async function next(page: Page): Promise<void> {
  const before = await page.locator('h1').innerText()
  await page.getByRole('button', { name: /^(Siguiente|Revisar lo que falta)$/ }).click()
  await eventually(async () => (await page.locator('h1').innerText()) !== before, `the stop after «${before}»`)
}

/** Answers every question in sight that has no answer with "Prefiero no contestar"; an answer may bring more questions. */
export async function preferNotToSay(page: Page): Promise<void> {
  for (;;) {
    const group = page
      .getByRole('group')
      .filter({ has: page.getByRole('radio') })
      .filter({ hasNot: page.locator(':checked') })
    const list = page.locator('main select').filter({ has: page.locator('option[value=""]:checked') })
    if ((await group.count()) > 0) await group.first().getByLabel('Prefiero no contestar').check()
    else if ((await list.count()) > 0) await list.first().selectOption('Prefiero no contestar')
    else return
  }
}

/** A confirmation in a dialog. */
export async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Folio of the acuse that the screen shows under a title. */
export async function folioOf(page: Page, title: string): Promise<string> {
  await page.getByText(title, { exact: true }).waitFor()
  return page.locator('.c-acuse__folio').innerText()
}
