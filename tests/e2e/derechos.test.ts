import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../support/browser.ts'
import { inspect, settled } from '../support/browser-accesibilidad.ts'
import { signIn } from '../support/browser-consola.ts'
import { enterApi, type ApiAccount } from '../support/simulacro-server-api.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

const SHOTS = join(__dirname, '../../.cache/derechos')
const EXPLANATION = 'Queja recibida en la Unidad de Transparencia.'
const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let revisa: Page
let ella: Page
const faults: string[] = []

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  revisa = await newPage()
  ella = await newPage()
})
afterAll(() => browser?.close())

async function newPage(): Promise<Page> {
  const context = await newPerson(browser)
  faultsOf(context, faults)
  return context.newPage()
}

/** The page on a desk and on a telephone, for whoever looks at it afterwards; and nothing that axe would find. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  expect(await inspect(page)).toEqual([])
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(SHOTS, `${name}-${viewport.width}.png`), fullPage: true })
  }
  await page.setViewportSize(DESKTOP)
}

stage('a reviewer sees no identity answer before she says what she opens them for', async () => {
  await signIn(revisa, url, 'verificacion1')
  const api = await enterApi(url, 'validacion.pan')
  const { body } = await api.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=validada&limite=50')
  await revisa.goto(`${url}/consola/revision/${body.elementos[1]?.id}`)
  await step(revisa, 'the reason', async () => {
    await revisa.getByText('Las respuestas de identidad están cerradas').waitFor()
    await revisa.getByRole('button', { name: 'Abrir las respuestas' }).click()
    await revisa.getByText('Elija para qué las abre').first().waitFor()
    await revisa.getByLabel('Atender una queja o un requerimiento').check()
    await look(revisa, 'motivo')
    await revisa.getByLabel('Explique el motivo').fill(EXPLANATION)
    await revisa.getByRole('button', { name: 'Abrir las respuestas' }).click()
    await revisa.getByText(`Hoy las abrió para: ${EXPLANATION}`).waitFor()
    await revisa.getByRole('heading', { name: 'Discapacidad' }).waitFor()
  })
  await look(revisa, 'abiertas')
})

interface Vista {
  secciones: { cuestionario: string; clave: string; version: number; respuestas: Record<string, unknown> }[]
}

/** She authorises the treatment and answers the first identity section, as far as she has: there is something to read. */
async function responder(persona: ApiAccount, id: string): Promise<void> {
  const { body: aviso } = await persona.get<{ id: string }>('/avisos-privacidad/vigente')
  const choices = { avisoId: aviso.id, tratamiento: true, publicacion: false, estadistica: true }
  expect((await persona.put(`/candidaturas/${id}/consentimiento`, choices)).status).toBe(200)
  const { body } = await persona.get<Vista>(`/candidaturas/${id}/captura`)
  const seccion = body.secciones.find(({ clave }) => clave === 'indigena')
  const json = { version: seccion?.version ?? 0, respuestas: { indigena_autoadscripcion: 'No' } }
  expect((await persona.put(`/candidaturas/${id}/captura/identidad/indigena`, json)).status).toBe(200)
}

stage('a persona sees who read hers', async () => {
  const persona = await enterApi(url, 'candidata')
  const id = (await persona.get<{ elementos: { id: string }[] }>('/candidaturas')).body.elementos[0]?.id ?? ''
  await responder(persona, id)
  await (await enterApi(url, 'captura.pan')).get(`/candidaturas/${id}/captura`)
  await signIn(ella, url, 'candidata')
  await ella.goto(`${url}/consola/candidaturas/${id}`)
  await ella.getByRole('link', { name: 'Quién ha leído mis respuestas de identidad' }).click()
  await step(ella, 'the list', async () => {
    await ella.getByText('Capturarlas o revisarlas en su nombre').first().waitFor()
    await ella
      .getByText(/^Captura · Partido Acción Nacional/)
      .first()
      .waitFor()
  })
  await look(ella, 'lecturas')
  expect(faults).toEqual([])
})
