import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect, inspectInTrouble, settled } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'comision')
})
afterAll(() => browser?.close())

const SECCION = { cuestionario: 'curricular', guardadaEn: null, folio: null, extemporaneaEn: null }

/** All test files share the clock, and no term has ended by it: a later answer of the API is put in its place. */
const LATER = {
  corte: '2024-05-02T16:00:00Z',
  universo: 412,
  actores: [{ clave: 'PAN', nombre: 'Partido Acción Nacional', cuantas: 1 }],
  total: 1,
  siguiente: null,
  elementos: [
    {
      id: '00000000-0000-4000-8000-000000000000',
      nombre: 'María Guadalupe de los Ángeles Fernández-Villaseñor y Xicohténcatl',
      cargoNombre: 'Diputaciones de mayoría relativa',
      lugar: 'Distrito II, Cuernavaca',
      folio: 5,
      calidad: 'propietaria',
      actorPolitico: { clave: 'PAN', nombre: 'Partido Acción Nacional' },
      clase: 'incompleta',
      venceEn: '2024-05-01T05:59:59Z',
      regla: '15 días naturales, que se cuentan desde el día siguiente al de la entrega de las cuentas',
      cuentaEntregada: '2024-04-15',
      entrega: { entregadaEn: '2024-04-15T16:00:00Z', recibe: 'Rita Recibe, representante', folio: '7KQ2M-9XWTB-4HFRC' },
      extemporaneaEn: '2024-05-01T06:00:00Z',
      secciones: [
        { ...SECCION, titulo: 'Contacto', estatus: 'completa', guardadaEn: '2024-05-01T05:59:59Z', folio: '7KQ2M-9XWTB-4HFRD' },
        { ...SECCION, titulo: 'Propuestas', estatus: 'vacia', extemporaneaEn: '2024-05-01T06:00:00Z' },
        { ...SECCION, cuestionario: 'identidad', titulo: 'Pertenencia', estatus: 'exenta' },
      ],
    },
  ],
}

stage('the comisión reads who omitted what, by when, with what proves it, and emits nothing', async () => {
  await page.route(/\/api\/v1\/omisiones(\?|$)/, (route) => route.fulfill({ json: LATER }))
  await page.goto(`${url}/consola/omisiones`)
  await heading(page, 'Omisiones al término del plazo')
  await page
    .getByRole('status')
    .getByText(/^1 omisión, de 412 candidaturas vigentes con el plazo vencido\./)
    .waitFor()
  await page.getByText('Faltaban 1 de 3 secciones').click()
  await page.getByText('Propuestas: sin empezar').waitFor()
  await page.getByText('Recibió Rita Recibe, representante').waitFor()
  expect(await page.getByRole('button', { name: 'Emitir la lista firmada' }).count()).toBe(0)
  expect(await inspect(page)).toEqual([])
  await page.unroute(/\/api\/v1\/omisiones(\?|$)/)
})

stage('without omissions, without a line and with a busy server it says so, and nothing is in the way of anybody', async () => {
  await page.goto(`${url}/consola/omisiones`)
  await settled(page)
  expect(await inspect(page)).toEqual([])
  const trouble = { paths: ['/consola/omisiones'], api: /\/api\/v1\/omisiones/, retry: 'Intentar de nuevo' }
  expect(await inspectInTrouble(page.context(), url, trouble)).toEqual([])
  expect(faults).toEqual([])
})
