import type { Browser, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { freePlace, readPublic } from '../../support/browser/camino.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { csvOf, dosVecesCodificado } from '../../support/registro/listas.ts'
import { enterApi } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const NOMBRE = 'Jesús Lugo Cantú'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
let faults: string[]
let id: string

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

/** A screen that says something is missing at 360 px is seen only there. */
async function look(name: string): Promise<void> {
  const folder = process.env['CAPTURAS']
  for (const [size, viewport] of [
    ['360', PHONE],
    ['1280', DESKTOP],
  ] as const) {
    await page.setViewportSize(viewport)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    if (folder) await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
  }
}

stage('a list with broken accents shows what each text would be, and one act repairs them all', async () => {
  const { municipio, numero } = await freePlace(url, 'PRI')
  const common = { cargo: 'regiduria', demarcacion: municipio, actor_politico: 'PRI', numero: String(numero), acuerdo_fecha: '2024-04-19' }
  const rows = [
    {
      ...common,
      clave: 'rota-P',
      nombre: 'Jesús',
      primer_apellido: 'Lugo',
      segundo_apellido: 'Cantú',
      sexo: 'hombre',
      fecha_nacimiento: '1985-03-21',
    },
    { ...common, clave: 'rota-S', calidad: 'suplente', nombre: 'MARÍA DE LA LUZ', primer_apellido: 'PÉREZ', segundo_apellido: '' },
  ]
  await page.goto(`${url}/consola/importaciones`)
  await page
    .getByLabel('Archivo de la lista')
    .setInputFiles({ name: 'rota.csv', mimeType: 'text/csv', buffer: dosVecesCodificado(csvOf(rows)) })
  await page.getByRole('button', { name: 'Revisar el archivo' }).click()
  await step(page, 'the broken texts', async () => {
    await page.getByRole('button', { name: 'Reparar los acentos de 2 renglones' }).waitFor()
    const row = page.getByRole('row', { name: NOMBRE })
    await row.getByText('JesÃºs', { exact: true }).waitFor()
    await row.getByText('Jesús', { exact: true }).waitFor()
  })
  await look('importacion-rota')
  await page.getByRole('button', { name: 'Reparar los acentos de 2 renglones' }).click()
  await step(page, 'the repaired texts', () => page.getByText('Se repararon los acentos de 2 renglones').waitFor())
  await page.getByRole('button', { name: 'Escribir 1 nombre con su forma usual' }).click()
  await step(page, 'the usual form', () => page.getByRole('row', { name: 'María de la Luz Pérez' }).first().waitFor())
  await look('importacion-reparada')
  await page.getByRole('button', { name: 'Confirmar la importación' }).click()
  await confirm(page, 'Confirmar la importación')
  expect(await folioOf(page, 'La importación se confirmó')).not.toBe('')
})

stage('the public page has the right accents in its heading', async () => {
  const found = await eventually(async () => {
    const { elementos } = await readPublic<{ elementos: { id: string; nombre: string }[] }>(
      url,
      `/candidaturas?q=${encodeURIComponent(NOMBRE)}`,
    )
    return elementos.find(({ nombre }) => nombre === NOMBRE)
  }, 'the public candidatura')
  id = found.id
  await page.goto(`${url}/candidaturas/${id}`)
  await heading(page, NOMBRE)
})

stage('a name that is typed with broken accents, or in capitals, is offered as it would be', async () => {
  await page.goto(`${url}/consola/candidaturas/${id}/corregir`)
  const nombre = page.getByLabel('Nombre', { exact: true })
  await nombre.fill('JosÃ© MarÃ­a')
  await page.getByRole('status').getByText('José María').waitFor()
  await page.getByLabel('Primer apellido').fill('DE LA CRUZ')
  await look('correccion')
  await page.getByRole('button', { name: 'Usar este texto' }).click()
  expect([await nombre.inputValue(), await page.evaluate(() => document.activeElement?.id)]).toEqual(['José María', 'datos-nombre'])
  await page.getByRole('button', { name: 'Usar la forma usual' }).click()
  expect(await page.getByLabel('Primer apellido').inputValue()).toBe('de la Cruz')
})

stage('an answer that is pasted with broken accents is refused, kept as it was typed and offered repaired', async () => {
  const context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'captura.pri')
  await page.goto(`${url}/consola/candidaturas/${must(await editable())}/captura/curricular/propuestas`)
  await heading(page, 'Propuestas')
  const field = page.getByLabel('Propuesta 1')
  await field.fill('Quiero que el agua llegue a JesÃºs MarÃ­a')
  await step(page, 'the offer', () => page.getByRole('status').getByText('Quiero que el agua llegue a Jesús María').waitFor())
  await look('captura')
  await page.getByRole('button', { name: 'Usar este texto' }).click()
  expect(await field.inputValue()).toBe('Quiero que el agua llegue a Jesús María')
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})

/** A candidatura whose propuestas may be written. */
async function editable(): Promise<string | undefined> {
  const account = await enterApi(url, 'captura.pri')
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=en_captura&limite=50')
  for (const { id } of body.elementos) {
    const { secciones } = (await account.get<{ secciones: { clave: string; editable: boolean }[] }>(`/candidaturas/${id}/captura`)).body
    if (secciones.some((seccion) => seccion.clave === 'propuestas' && seccion.editable)) return id
  }
  return undefined
}
