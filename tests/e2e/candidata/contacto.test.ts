import type { Browser, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, reload, stages } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Vista {
  secciones: { clave: string; version: number; respuestas: Record<string, unknown> }[]
}

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
const NOMBRE = 'María López en Facebook'
let browser: Browser
let ella: Page
let persona: ApiAccount
let id = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser, { viewport: PHONE })
  faultsOf(context, faults)
  ella = await context.newPage()
  persona = await enterApi(url, 'candidata')
  id = (await persona.get<{ elementos: { id: string }[] }>('/candidaturas')).body.elementos[0]?.id ?? ''
  const { version } = await contacto()
  const emptied = await persona.put(`/candidaturas/${id}/captura/curricular/contacto`, { version, respuestas: {} })
  expect(emptied.status).toBe(200)
  await signIn(ella, url, 'candidata')
})
afterAll(() => browser?.close())

async function contacto() {
  const { body } = await persona.get<Vista>(`/candidaturas/${id}/captura`)
  return body.secciones.find(({ clave }) => clave === 'contacto') ?? { version: 0, respuestas: {} }
}

/** A finger rests on a button for a while; the answer of the server may come meanwhile. */
const PRESS_MS = 300
const guardarYSeguir = () => ella.getByRole('button', { name: 'Guardar y seguir' }).click({ delay: PRESS_MS })

stage('contact asks which ones she uses, then those alone', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/curricular/contacto`)
  const cuales = ella.getByRole('group', { name: '¿Cuáles usa?' })
  for (const each of ['Facebook', 'Instagram', 'Teléfono público']) await cuales.getByLabel(each).check()
  expect(await inspect(ella)).toEqual([])
  await guardarYSeguir()
  await ella.getByRole('textbox', { name: 'Facebook' }).waitFor()
  const asked = await ella.getByRole('main').getByRole('textbox').count()
  expect(asked).toBe(4)
})

stage('what she writes is understood and shown; a refused answer keeps none of the others from being saved', async () => {
  await ella.getByLabel('Instagram').fill('@maria.lopez')
  await ella.getByText('Quedará así: https://instagram.com/maria.lopez').waitFor()
  await ella.getByLabel('Teléfono público').fill('+52 777 123 4567')
  await ella.getByText('Quedará así: 7771234567').waitFor()
  await ella.getByLabel('Facebook').fill(NOMBRE)
  await guardarYSeguir()
  const facebook = ella.getByLabel('Facebook')
  await ella.getByText('Corrija lo marcado. Lo demás está guardado.').first().waitFor()
  await settled(ella)
  // Told once: at its question, which has the focus.
  expect(await ella.getByRole('alert').count()).toBe(0)
  await eventually(() => facebook.evaluate((field) => document.activeElement === field), 'the focus on what is refused')
  expect(await facebook.getAttribute('aria-invalid')).toBe('true')
  expect(await inspect(ella)).toEqual([])
  expect((await contacto()).respuestas).toEqual({ instagram: 'https://instagram.com/maria.lopez', telefono_publico: '7771234567' })
})

stage('the refused text stays through a reload, and its notice goes as soon as it is mended', async () => {
  await reload(ella)
  const facebook = ella.getByLabel('Facebook')
  await ella.getByText('Corrija lo marcado. Lo demás está guardado.').first().waitFor()
  expect(await facebook.inputValue()).toBe(NOMBRE)
  await guardarYSeguir()
  await eventually(() => facebook.evaluate((field) => document.activeElement === field), 'the focus on what is refused')
  await facebook.fill('facebook.com/maria')
  expect(await facebook.getAttribute('aria-invalid')).not.toBe('true')
  expect(await ella.getByText(/^Corrija lo marcado/).count()).toBe(0)
  await guardarYSeguir()
  await heading(ella, 'Estudios')
  expect((await contacto()).respuestas).toMatchObject({ facebook: 'https://facebook.com/maria' })
})

stage('an answer that she gives back is taken off, and returns with its network', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/curricular/contacto`)
  const instagram = ella.getByRole('group', { name: '¿Cuáles usa?' }).getByLabel('Instagram')
  await instagram.uncheck()
  await instagram.check()
  await ella.getByText('https://instagram.com/maria.lopez').waitFor()
})

stage('a refused answer may wait: the second press goes on, and her list says where it is', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/curricular/contacto/facebook`)
  await ella.getByLabel('Facebook').fill(NOMBRE)
  await guardarYSeguir()
  await ella.getByText('Corrija lo marcado. Lo demás está guardado.').first().waitFor()
  await guardarYSeguir()
  await heading(ella, 'Estudios')
  await ella.getByRole('link', { name: 'Mi candidatura' }).last().click()
  await ella.getByRole('link', { name: 'Medios de contacto' }).click()
  await ella.getByRole('textbox', { name: 'Facebook' }).waitFor()
  expect((await contacto()).respuestas).toMatchObject({ facebook: 'https://facebook.com/maria' })
})

stage('no page threw an error on the way', () => {
  expect(faults).toEqual([])
})
