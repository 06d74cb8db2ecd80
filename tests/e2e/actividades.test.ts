import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages, step } from '../support/browser.ts'
import { inspectAll } from '../support/browser-accesibilidad.ts'
import { heading } from '../support/browser-captura.ts'
import { signIn } from '../support/browser-consola.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const C = '/consola'
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

stage('the calendar says what is overdue', async () => {
  await page.goto(`${url}${C}/actividades`)
  await heading(page, 'Calendario con el INE')
  await page.getByText('1 plazo vencido').waitFor()
  const secretaria = page.getByRole('region', { name: 'Secretaría Ejecutiva' })
  await secretaria.getByRole('link', { name: 'Remitir al INE: Acuerdo que fija el inicio de la publicación' }).waitFor()
  expect(await secretaria.innerText()).toMatch(/Vencido[\s\S]*Vencida, 13 d[\s\S]*sábado 6 de abril de 2024/)
})

stage('a duty that is overdue is fulfilled with its evidence, late by what its own date says', async () => {
  await page.goto(`${url}${C}/actividades/11.12`)
  await heading(page, 'Acuerdo que fija el inicio de la publicación')
  const remision = page.getByRole('region', { name: 'Remisión al INE' })
  await step(page, 'a form without its data leads to each field', async () => {
    await remision.getByRole('button', { name: 'Guardar la evidencia' }).click()
    await remision.getByRole('link', { name: 'Escriba cuándo se hizo' }).waitFor()
  })
  await remision.getByLabel('¿Cuándo se hizo, según su evidencia?').fill('2024-04-07T00:10')
  await remision.getByLabel('Número de acuerdo, acta u oficio').fill('SIMULACRO/OF/77/2024')
  await remision.getByRole('button', { name: 'Guardar la evidencia' }).click()
  await remision.getByText('Cumplida tarde, 10 min').waitFor()
  await remision.getByText('Quedó guardado').waitFor()
})

stage('where sources contradict each other a person decides, with her reason', async () => {
  await page.goto(`${url}${C}/actividades/11.15`)
  const presentacion = page.getByRole('region', { name: 'Presentación al Pleno', exact: true })
  await presentacion.getByText('Las fuentes se contradicen').waitFor()
  expect(await presentacion.innerText()).toContain('lunes 27 de mayo de 2024, 23:59:59')
  await presentacion.getByText('Decidir qué fuente rige').click()
  await presentacion.getByRole('radio', { name: /miércoles 29 de mayo de 2024/ }).check()
  await presentacion.getByLabel('¿Por qué?').fill('El inciso f y el calendario coinciden en el 29.')
  await presentacion.getByRole('button', { name: 'Guardar la decisión' }).click()
  await presentacion.getByText('miércoles 29 de mayo de 2024, 23:59:59').waitFor()
  expect(await presentacion.getByText('Las fuentes se contradicen').count()).toBe(0)
})

stage('its pages have no violation', async () => {
  const vistas = [
    { nombre: 'this week', path: `${C}/actividades` },
    { nombre: 'this week, nothing', path: `${C}/actividades?q=nada-de-esto` },
    { nombre: 'month, with a day', path: `${C}/actividades?vista=mes&mes=2024-05&dia=2024-05-01` },
    { nombre: 'timeline', path: `${C}/actividades?vista=linea` },
    { nombre: 'table', path: `${C}/actividades?vista=tabla` },
    { nombre: 'table, contradictions', path: `${C}/actividades?vista=tabla&contradicciones=si&area=SE` },
    { nombre: 'calendars of telephones', path: `${C}/calendarios` },
    { nombre: 'entregable', path: `${C}/actividades/11.11` },
    { nombre: 'entregable of a month', path: `${C}/actividades/11.5~2024-04` },
    { nombre: 'entregable that does not exist', path: `${C}/actividades/99` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  expect(faults).toEqual([])
})
