import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, reload, stages, step } from '../../support/browser/browser.ts'
import { settled } from '../../support/browser/accesibilidad.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** Regidurías of this actor político: no other file of tests acts on them. */
const OWN = 'cargo=regiduria&actor=RSPM&calidad=suplente'

interface Fila {
  id: string
  nombre: string
  folio: number
  estatus: string
}

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let reader: ApiAccount
let faults: string[]
let own: Fila[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  reader = await enterApi(url, 'comision')
  own = (await reader.get<{ elementos: Fila[] }>(`/candidaturas?${OWN}&limite=3`)).body.elementos
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

stage('one finds somebody by typing the words of the name in any order, and by the folio', async () => {
  const { nombre, folio } = own[0] ?? { nombre: '', folio: 0 }
  await open('')
  await page.keyboard.press('/')
  await page.keyboard.type(reversed(nombre))
  await step(page, 'the search', () => page.locator('tbody').getByRole('link', { name: nombre }).waitFor())
  // Her row is there after the first letters; the address has the words a moment after the last one.
  await eventually(async () => new URL(page.url()).searchParams.get('q') === reversed(nombre), 'the words in the address')
  await page.getByLabel('Buscar por nombre').fill(String(folio))
  await step(page, 'the folio', async () => {
    await eventually(async () => (await page.locator('tbody tr').count()) < 10, 'the members of one fórmula')
    await page.locator('tbody').getByRole('link', { name: nombre }).waitFor()
  })
})

stage('each filter says how many it leaves, and the count is that of the list', async () => {
  await open('')
  await unfoldFilters()
  const option = page.getByLabel('Cargo', { exact: true }).locator('option', { hasText: 'Sindicaturas' })
  const said = /\(([\d,]+)\)/.exec((await option.textContent()) ?? '')?.[1]
  await page.getByLabel('Cargo', { exact: true }).selectOption('sindicatura')
  await counted(`${said} candidaturas`)
  await page.getByRole('button', { name: 'Quitar el filtro Cargo: Sindicaturas' }).click()
  await counted('4,1')
  await page.goBack()
  await counted(`${said} candidaturas`)
})

stage('filters are saved under a name, opened, deleted, and put back', async () => {
  await open('cargo=sindicatura&calidad=suplente')
  await unfoldVistas()
  await page.getByRole('button', { name: 'Guardar estos filtros' }).click()
  await page.getByRole('button', { name: 'Guardar la vista' }).click()
  await page.getByText('Escriba un nombre para la vista').waitFor()
  await page.getByLabel('Nombre de la vista').fill('Sindicaturas suplentes')
  await page.keyboard.press('Enter')
  await page.getByText('Se guardó la vista «Sindicaturas suplentes».').waitFor()
  await open('')
  await unfoldVistas()
  await page.getByRole('button', { name: 'Sindicaturas suplentes', exact: true }).click()
  await eventually(async () => page.url().includes('calidad=suplente'), 'the filters of the view')
  await page.getByRole('button', { name: 'Borrar la vista Sindicaturas suplentes' }).click()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await page.getByRole('button', { name: 'Sindicaturas suplentes', exact: true }).waitFor()
})

stage('the back button brings back filters, what was read, who was chosen, the place and the focus', async () => {
  await open('cargo=regiduria')
  await page.getByRole('button', { name: 'Mostrar más' }).click()
  await eventually(async () => (await rows()) === 100, 'the second part')
  await page
    .getByLabel(/^Elegir a /)
    .nth(1)
    .check()
  const link = page.locator('tbody a').nth(80)
  const nombre = await link.innerText()
  await link.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const top = await scrollTop()
  await page.keyboard.press('Enter')
  await heading(page, nombre)
  await page.goBack()
  await step(page, 'the list as it was left', async () => {
    await eventually(async () => (await rows()) === 100, 'both parts')
    await eventually(async () => Math.abs((await scrollTop()) - top) < 60, 'the place in the page')
    await eventually(async () => (await focused()) === nombre, 'the focus')
    await page.getByText('1 candidatura elegida').waitFor()
  })
  await reload(page)
  await step(page, 'the list after a reload', () => page.getByText('1 candidatura elegida').waitFor())
  await page.getByRole('button', { name: 'Quitar la selección' }).click()
})

stage('several are cancelled at once: what would happen is shown first, and nothing is done until it is confirmed', async () => {
  await open(OWN)
  for (const { nombre } of own) await page.getByLabel(`Elegir a ${nombre}`, { exact: true }).first().check()
  await page.getByRole('button', { name: 'Cancelar seleccionadas' }).click()
  await heading(page, 'Cancelar candidaturas')
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await page.getByRole('radio').first().check()
  await reload(page)
  await step(page, 'the typed text, after a reload', () => eventually(() => page.getByRole('radio').first().isChecked(), 'the acuerdo'))
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await step(page, 'the preview', async () => {
    await page.getByText('Las 3 candidaturas se pueden cancelar.').waitFor()
    expect(await rows()).toBe(3)
  })
  expect(await estatusOf(own)).toEqual(['aprobada', 'aprobada', 'aprobada'])
  await page.getByRole('button', { name: 'Cancelar las 3 candidaturas' }).click()
  await confirm(page, 'Cancelar las 3 candidaturas')
  expect(await folioOf(page, 'Se cancelaron 3 candidaturas')).not.toBe('')
  expect(await estatusOf(own)).toEqual(['cancelada', 'cancelada', 'cancelada'])
})

stage('those that cannot be cancelled say why, and are left out with one button', async () => {
  await open(`${OWN}&estatus=cancelada`)
  await page.getByLabel(/^Elegir las \d+ candidaturas a la vista$/).click()
  await open(`${OWN}&estatus=aprobada`, { keep: true })
  const first = page.getByLabel(/^Elegir a /).first()
  // Those of the list before are chosen already.
  await eventually(async () => !(await first.isChecked()), 'the rows of the new filter')
  await first.check()
  await page.getByText('4 candidaturas elegidas').waitFor()
  await page.getByText('3 no están a la vista').waitFor()
  await page.getByRole('button', { name: 'Cancelar seleccionadas' }).click()
  await page.getByLabel('Causa').selectOption({ label: 'Fallecimiento' })
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await step(page, 'the reasons', async () => {
    await page.getByText('3 candidaturas no se pueden cancelar').waitFor()
    await page.getByText('La candidatura ya fue cancelada.').first().waitFor()
  })
  await page.getByRole('button', { name: 'Dejar fuera las 3 que no se pueden' }).click()
  await page.getByText('La candidatura se puede cancelar.').waitFor()
})

stage('on a phone nothing has to be dragged sideways', async () => {
  await page.setViewportSize(PHONE)
  await open(OWN)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})

/** `keep`: from inside the page, as a link would, so that the selection stays. */
async function open(query: string, { keep = false } = {}): Promise<void> {
  if (keep) {
    await unfoldFilters()
    await page.getByLabel('Estatus del registro', { exact: true }).selectOption(new URLSearchParams(query).get('estatus') ?? '')
    await eventually(async () => page.url().includes(query.split('&').at(-1) ?? ''), 'the address')
  } else await page.goto(`${url}/consola/candidaturas${query === '' ? '' : `?${query}`}`)
  await page.locator('tbody tr').first().waitFor()
  await settled(page)
}

async function unfoldFilters(): Promise<void> {
  await page.getByRole('button', { name: /^Filtros/ }).click()
}

async function unfoldVistas(): Promise<void> {
  await page.getByRole('button', { name: /^Vistas/ }).click()
}

async function counted(text: string): Promise<void> {
  await step(page, text, () => page.getByRole('status').getByText(text).first().waitFor())
}

function rows(): Promise<number> {
  return page.locator('tbody tr').count()
}

function scrollTop(): Promise<number> {
  return page.evaluate(() => window.scrollY)
}

function focused(): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
}

function reversed(nombre: string): string {
  return nombre.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(' ').reverse().join(' ')
}

async function estatusOf(filas: readonly Fila[]): Promise<string[]> {
  const answers = await Promise.all(filas.map(({ id }) => reader.get<Fila>(`/candidaturas/${id}`)))
  return answers.map(({ body }) => body.estatus)
}
