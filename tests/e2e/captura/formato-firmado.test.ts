import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { drawSignedForm } from '../../support/browser/camino.ts'
import { folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
const GROUND = 'El formato de consentimiento no está firmado o no se lee'
const HOW = 'Entregue de nuevo el formato, firmado por la persona y completo en la imagen.'
let browser: Browser
let captura: Page
let verificacion: Page
let id = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const open = async (account: string) => {
    const context = await newPerson(browser)
    faultsOf(context, faults)
    const page = await context.newPage()
    await signIn(page, url, account)
    return page
  }
  ;[captura, verificacion] = await Promise.all([open('captura.pri'), open('verificacion1')])
  const { body } = await (await enterApi(url, 'captura.pri')).get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=completa')
  id = body.elementos.at(-1)?.id ?? ''
})
afterAll(() => browser?.close())

stage('an operator hands in what a persona signed', async () => {
  await captura.goto(`${url}/consola/candidaturas/${id}/captura/consentimiento`)
  await heading(captura, 'Consentimiento')
  for (const question of [/trate sus respuestas/, /publique a qué grupo/, /se usen en estadísticas/])
    await captura.getByRole('group', { name: question }).getByLabel('Sí').check()
  await captura.getByLabel('Fecha en que la persona lo firmó').fill('2024-04-20')
  await captura.getByLabel('Formato firmado').setInputFiles({ name: 'formato.png', mimeType: 'image/png', buffer: await drawSignedForm() })
  await captura.getByRole('button', { name: 'Enviar el formato y las elecciones' }).click()
  await folioOf(captura, 'El consentimiento se recibió')
})

stage('her actor político sends the captura', async () => {
  const validacion = await enterApi(url, 'validacion.pri')
  const { body } = await validacion.get<{ version: number }>(`/candidaturas/${id}`)
  const sent = await validacion.post(`/candidaturas/${id}/validar`, { version: body.version })
  expect(sent).toMatchObject({ status: 200 })
})

stage('a reviewer refuses it: the ground is asked for, and brings its text for the record', async () => {
  await verificacion.goto(`${url}/consola/revision/${id}`)
  await verificacion.getByLabel('No, se rechaza').check()
  await verificacion.getByRole('button', { name: 'Guardar la revisión del formato' }).click()
  await verificacion.getByRole('link', { name: 'Elija el supuesto' }).waitFor()
  await settled(verificacion)
  expect(await inspect(verificacion)).toEqual([])
  const form = verificacion.locator('section', { has: verificacion.getByRole('heading', { name: 'Consentimiento', exact: true }) })
  await form.getByLabel('Supuesto').selectOption({ label: GROUND })
  expect(await form.getByLabel('Por qué se rechaza').inputValue()).toMatch(/^El formato no tiene la firma/)
  await verificacion.getByRole('button', { name: 'Guardar la revisión del formato' }).click()
  await verificacion.getByText('Rechazado', { exact: true }).first().waitFor()
})

stage('the operator reads why, and how it is mended', async () => {
  await captura.setViewportSize(PHONE)
  await captura.reload()
  await heading(captura, 'Consentimiento')
  await captura.getByText('El instituto rechazó el formato: hay que enviar otro').waitFor()
  await captura.getByText(GROUND).first().waitFor()
  await captura.getByText(HOW).first().waitFor()
  await settled(captura)
  expect(await inspect(captura)).toEqual([])
})

stage('what changed since the captura was verified stands beside it, at both widths', async () => {
  // The simulacro has no verified consent that another one replaced: the earlier one is put into the answer.
  await verificacion.route(`**/api/v1/candidaturas/${id}/captura`, async (route) => {
    const answer = await route.fetch()
    const seen = (await answer.json()) as { consentimiento: Record<string, unknown> }
    const anterior = { ...seen.consentimiento, publicacion: false, firmadoEl: '2024-04-02', verificadaEn: '2024-04-10T18:00:00Z' }
    await route.fulfill({ response: answer, json: { ...seen, consentimiento: { ...seen.consentimiento, anterior } } })
  })
  await verificacion.reload()
  const table = verificacion.getByRole('table', { name: /Cambió desde que se verificó/ })
  await table.waitFor()
  await table.getByText('Formato firmado el 2 de abril de 2024').waitFor()
  expect(await table.locator('strong').allInnerTexts()).toEqual(['Sí', 'Formato firmado el 20 de abril de 2024'])
  for (const width of [1280, 360]) {
    await verificacion.setViewportSize({ width, height: 800 })
    await settled(verificacion)
    expect(await inspect(verificacion)).toEqual([])
  }
  expect(faults).toEqual([])
})
