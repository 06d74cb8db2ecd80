import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspectAll } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

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
  await signIn(page, url, 'comision')
})

afterAll(async () => {
  await browser?.close()
})

stage('the calendar leads to the reminders: what left to the own account, what comes next and by which rules', async () => {
  await page.goto(`${url}${C}/actividades`)
  await heading(page, 'Calendario con el INE')
  await page.getByRole('link', { name: 'Ver los recordatorios por correo' }).click()
  await heading(page, 'Recordatorios')
  await page.getByText('En este simulacro los correos quedan como archivos').waitFor()
  const mensajes = page.getByRole('table', { name: 'Mensajes' })
  const one = mensajes.getByRole('row').filter({ hasText: '11.14 Remisión al INE' }).first()
  // Mails leave by turns, the first one a while after the start.
  await eventually(async () => {
    await page.reload()
    await mensajes.or(page.getByText('No hay mensajes')).first().waitFor()
    return (await one.count()) > 0 && (await one.innerText()).includes('Enviado')
  }, 'the message to leave')
  expect(await one.innerText()).toMatch(/Vence en 7 días: 11\.14[\s\S]*Comisión[\s\S]*Enviado/)
  expect(await mensajes.innerText()).not.toContain('Secretaría\n')
  await one.getByText('Leer el mensaje').click()
  await one.getByText(/Vence: sábado 27 de abril de 2024, 23:59:59/).waitFor()
  await page.getByRole('table', { name: 'Lo que saldrá en los próximos siete días' }).getByText('Esta semana con el INE').waitFor()
  await page.getByText('Con qué reglas se envían').click()
  await page.getByText(/el programa de trabajo no fija recordatorios.*por confirmar/s).waitFor()
})

stage('a duty tells who knows of it, with a receipt, and what comes next tells no more reminders of it', async () => {
  await page.goto(`${url}${C}/actividades/11.14`)
  const remision = page.getByRole('region', { name: 'Remisión al INE' })
  await remision.getByRole('button', { name: 'Marcar que estoy enterada o enterado' }).click()
  await remision.getByText('Quedó que su cuenta está enterada').waitFor()
  await remision.getByText(/Comisión: enterada el sábado 20 de abril de 2024/).waitFor()
  expect(await remision.getByRole('button', { name: 'Marcar que estoy enterada o enterado' }).count()).toBe(0)
  await page.goto(`${url}${C}/recordatorios`)
  const next = page.getByRole('table', { name: 'Lo que saldrá en los próximos siete días' })
  await next.getByRole('row').nth(1).waitFor()
  expect(await next.getByText('11.14').count()).toBe(0)
})

stage('an account chooses what it receives, and proves that mail arrives', async () => {
  await page.getByLabel('Resumen semanal').uncheck()
  await page.getByRole('button', { name: 'Guardar lo que recibe' }).click()
  await page.getByText('Quedó guardado').waitFor()
  await page.reload()
  await page.getByLabel('Recordatorios antes de cada plazo').waitFor()
  expect(await page.getByLabel('Resumen semanal').isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Enviar un correo de prueba a mi cuenta' }).click()
  await page.getByText('Se envió a comision@simulacro.example').waitFor()
})

stage('its pages have no violation, and fit a phone', async () => {
  const vistas = [
    { nombre: 'reminders', path: `${C}/recordatorios` },
    { nombre: 'reminders, none', path: `${C}/recordatorios?estatus=caducado` },
    { nombre: 'entregable with who knows', path: `${C}/actividades/11.14` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  await page.setViewportSize(PHONE)
  await page.goto(`${url}${C}/recordatorios`)
  await page.getByText('Lo que recibe su cuenta').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  expect(faults).toEqual([])
})
