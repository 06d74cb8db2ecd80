import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { inspect, inspectAll } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const C = '/consola'
const SHOTS = join(__dirname, '../../../.cache/eventos')
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
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
  expect(await secretaria.innerText()).toMatch(/Vencido[\s\S]*Vencida, 14 días[\s\S]*sábado 6 de abril de 2024/)
})

stage('nobody who answers for it, or looks at it, reads an empty day while a term of the INE is overdue', async () => {
  for (const [account, name] of [
    ['comision', 'Está vencido un plazo con el INE, a cargo de Secretaría Ejecutiva y Comisión: Remisión al INE de «Acuerdo que fija'],
    ['auditoria', 'Está vencido un plazo con el INE, a cargo de Secretaría Ejecutiva y Comisión: Remisión al INE de «Acuerdo que fija'],
  ] as const) {
    const context = await newPerson(browser)
    const day = await context.newPage()
    await signIn(day, url, account)
    await day.getByRole('link', { name }).click()
    await step(day, 'the overdue moment itself', () =>
      day.waitForFunction(() => Math.abs(document.getElementById('remision')?.getBoundingClientRect().top ?? Infinity) < 200),
    )
    await context.close()
  }
})

stage('a duty that is overdue is fulfilled with its evidence, late by what its own date says', async () => {
  await page.goto(`${url}${C}/actividades/11.12`)
  await heading(page, 'Acuerdo que fija el inicio de la publicación')
  const remision = page.getByRole('region', { name: 'Remisión al INE' })
  await remision.getByRole('link', { name: 'Preparar el oficio' }).waitFor()
  await remision.getByText('Traer la evidencia').click()
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

stage('a person decides where sources contradict each other, with her reason', async () => {
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

stage(
  'a document that was issued and its modification open their own terms, told before they are saved, and are annulled with a reason',
  async () => {
    await page.goto(`${url}${C}/actividades`)
    await page.getByRole('link', { name: 'Registrar un documento o una modificación' }).click()
    await heading(page, 'Registrar un documento o una modificación')
    await page.getByRole('button', { name: 'Registrar y abrir el plazo' }).click()
    await page.getByRole('link', { name: 'Elija qué ocurrió' }).waitFor()
    await page.getByLabel('Se emitió un documento').check()
    await page.getByLabel('¿Cuándo ocurrió?').fill('2024-04-19T23:50')
    await page.getByLabel('¿De qué se trata?').fill('Manual de captura de los cuestionarios')
    await page.getByText(/Abre el plazo «Remitir al INE: .*Manual de captura.*», que vence el miércoles 24 de abril de 2024/).waitFor()
    await page.getByText(/Integrar el documento.*, que vence el miércoles 24 de abril de 2024/).waitFor()
    await look('emitido')
    await page.getByRole('button', { name: 'Registrar y abrir el plazo' }).dblclick()
    await page.getByRole('link', { name: /^Ver el plazo de: Manual/ }).click()
    await heading(page, 'Cualquier otro documento sobre la implementación y operación del sistema. Manual de captura de los cuestionarios')
    const manual = new URL(page.url()).pathname

    await page.goto(`${url}${C}/actividades/eventos/nuevo`)
    await page.getByLabel('Se modificó un documento').check()
    await page.getByLabel('Algo que está en el calendario').check()
    const choice = page.getByLabel('Entregable que se modificó')
    const manualOption = choice.locator('option', { hasText: 'Manual de captura' })
    await manualOption.waitFor({ state: 'attached' })
    await choice.selectOption({ label: await manualOption.innerText() })
    await page.getByLabel('¿Cuándo ocurrió?').fill('2024-04-20T09:00')
    await page.getByLabel('¿De qué se trata?').fill('Cambios al manual')
    await page.getByText(/Remitir al INE: .*Cambios al manual», que vence el jueves 25 de abril de 2024/).waitFor()
    expect(await inspect(page)).toEqual([])
    await look('modificacion')
    await page.getByRole('button', { name: 'Registrar y abrir el plazo' }).click()
    await page.getByRole('link', { name: /^Ver el plazo de: Cambios/ }).click()
    await page.getByRole('link', { name: /^Ver lo que modifica/ }).waitFor()
    expect(await inspect(page)).toEqual([])
    await look('abierto')

    const annul = async (): Promise<void> => {
      const what = page.getByRole('region', { name: 'Qué abrió este plazo' })
      await what.getByText('Anular este registro').first().click()
      await what.getByLabel('¿Por qué?').fill('Se registró para probar el formulario.')
      await what.getByRole('button', { name: 'Anular este registro' }).click()
    }
    const cambios = page.url()
    await page.goto(`${url}${manual}`)
    await annul()
    await page.getByText(/«Cambios al manual» lo modifica/).waitFor()
    for (const address of [cambios, `${url}${manual}`]) {
      await page.goto(address)
      await annul()
      await page.getByText('Registro anulado').waitFor()
    }
    await page.goto(`${url}${C}/actividades?vista=tabla`)
    await page.getByText(/^\d+ plazos,/).waitFor()
    expect(await page.getByText('Manual de captura').count()).toBe(0)
    await page.goto(`${url}${C}/actividades`)
    await page.getByRole('link', { name: 'Lo que abrió plazos' }).click()
    await page.getByRole('radio', { name: 'Lo anulado' }).check()
    const anulado = page.getByRole('row').filter({ hasText: 'Cambios al manual' }).first()
    await anulado.getByText('Se registró para probar el formulario.', { exact: false }).waitFor()
    expect(await anulado.innerText()).toMatch(/No se debe nada por él[\s\S]*Anulado/)
    expect(await inspect(page)).toEqual([])
    await look('lista')
  },
)

/** As it looks on a phone and on a desk. */
async function look(name: string): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(SHOTS, `${name}-${viewport.width}.png`), fullPage: true })
  }
}

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
    { nombre: 'events that opened duties', path: `${C}/actividades/eventos` },
    { nombre: 'events that opened duties, none', path: `${C}/actividades/eventos?q=zzzz` },
    { nombre: 'an event to register', path: `${C}/actividades/eventos/nuevo` },
    { nombre: 'entregable that does not exist', path: `${C}/actividades/99` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  expect(faults).toEqual([])
})
