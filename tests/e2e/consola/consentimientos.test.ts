import type { Browser, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, stages, step } from '../../support/browser/browser.ts'
import { inspect, inspectInTrouble, settled } from '../../support/browser/accesibilidad.ts'
import { folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Publica {
  id: string
  nombre: string
  accionAfirmativa: { nombre: string } | null
  distintivos: { origen: string }[]
}

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
let browser: Browser
let unidad: Page
let persona: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const open = async () => {
    const context = await newPerson(browser)
    faultsOf(context, faults)
    return context.newPage()
  }
  ;[unidad, persona] = [await open(), await open()]
  await Promise.all([signIn(unidad, url, 'transparencia'), signIn(persona, url, 'candidata')])
})
afterAll(() => browser?.close())

const read = async <T>(path: string) => (await (await fetch(`${url}/api/v1/publico/${path}`)).json()) as T

/** Somebody whom no other file names: she shows a badge that she authorised, and one of her acción afirmativa. */
async function findPersona(): Promise<Publica> {
  let despues = ''
  const seen: Publica[] = []
  for (let page = 0; page < 40; page += 1) {
    const { elementos, siguiente } = await read<{ elementos: { id: string }[]; siguiente: string | null }>(
      `candidaturas?cargo=regiduria&limite=50${despues}`,
    )
    const all = await Promise.all(elementos.map(({ id }) => read<Publica>(`candidaturas/${id}`)))
    seen.push(...all.filter(({ distintivos }) => distintivos.some(({ origen }) => origen === 'publicacion_autorizada')))
    const both = seen.find(({ accionAfirmativa }) => accionAfirmativa !== null)
    if (both || siguiente === null) return both ?? must(seen[0])
    despues = `&despues=${encodeURIComponent(siguiente)}`
  }
  return must(seen[0])
}

const GIVEN = {
  ...{ id: '00000000-0000-4000-8000-000000000000', avisoId: '00000000-0000-4000-8000-000000000000', avisoVersion: 1 },
  ...{ avisoSha256: '6fdb3a5c7a3d0000', tratamiento: true, publicacion: false, estadistica: true, mecanismo: 'cuenta_propia' },
  ...{ revision: 'no_requiere', revisionRazon: null, otorgadoEn: '2024-04-17T16:56:00Z', firmadoEl: null, recibidaEl: null, motivo: null },
  folio: '7KQ2M-9XWTB-4HFRC',
}
const SIGNED = { ...GIVEN, id: GIVEN.id.replace(/0$/, '1'), mecanismo: 'formato_firmado', revision: 'rechazada', firmadoEl: '2024-04-12' }
const DECIDED = {
  actual: GIVEN,
  historial: [GIVEN, { ...SIGNED, revisionRazon: 'La firma no se distingue.' }],
  revocables: ['tratamiento', 'estadistica'],
}

let of: Publica

stage('the Unidad de Transparencia finds a persona, and reads what she decided and how', async () => {
  of = await findPersona()
  await unidad.goto(`${url}/consola/candidaturas/${of.id}`)
  await unidad.getByRole('link', { name: 'Consentimiento: qué autorizó y su historia' }).click()
  await heading(unidad, 'Consentimiento de la persona')
  await unidad.getByText('Con la cuenta de la persona').first().waitFor()
  await unidad
    .getByText(/Versión 1 · huella/)
    .first()
    .waitFor()
  expect(await inspect(unidad)).toEqual([])
})

stage('takes back what she asks for in writing: what is missing is said, and what goes and what stays before it is done', async () => {
  await unidad.getByRole('button', { name: 'Retirar…' }).click()
  await unidad.getByRole('link', { name: 'Elija al menos una decisión' }).waitFor()
  expect(await inspect(unidad)).toEqual([])
  await unidad.getByLabel('Que se publique a qué grupo pertenece').check()
  await unidad.getByLabel('Cuándo recibió el instituto la solicitud').fill('2024-04-19')
  await unidad.getByLabel('Motivo de la solicitud').fill('No quiere que se sepa.')
  const solicitud = { name: 'solicitud.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsolicitud\n%%EOF') }
  await unidad.getByLabel('Solicitud escrita y firmada').setInputFiles(solicitud)
  await unidad.getByRole('button', { name: 'Retirar…' }).click()
  const dialog = unidad.getByRole('dialog')
  await dialog.getByText('El distintivo del grupo sale en segundos de la página').waitFor()
  if (of.accionAfirmativa) await dialog.getByText(`El distintivo «${of.accionAfirmativa.nombre}»: consta en el registro`).waitFor()
  expect(await inspect(unidad)).toEqual([])
  await dialog.getByRole('button', { name: 'Sí, retirar' }).press('Enter')
  await folioOf(unidad, 'El consentimiento se retiró')
  await unidad.getByText('Retirado por solicitud escrita ante la Unidad de Transparencia').waitFor()
  const download = unidad.waitForEvent('download')
  await unidad.getByRole('button', { name: /Descargar la solicitud recibida el .*19 de abril de 2024/ }).click()
  expect((await download).suggestedFilename()).toContain('solicitud')
  expect(await inspect(unidad)).toEqual([])
})

stage('the badge is off her page, and the one of her acción afirmativa is there', async () => {
  const after = await eventually(async () => {
    const now = await read<Publica>(`candidaturas/${of.id}`)
    return now.distintivos.every(({ origen }) => origen !== 'publicacion_autorizada') && now
  }, 'the badge that she no longer authorises')
  expect(after.distintivos).toHaveLength(of.distintivos.filter(({ origen }) => origen === 'accion_afirmativa').length)
})

stage('a persona reads what she decided and takes it back by herself, with the keyboard; nothing happens until she says so', async () => {
  // All test files share her candidatura: the answers before and after are replaced.
  const consentimiento = /\/api\/v1\/candidaturas\/[^/]+\/consentimiento$/
  await persona.route(consentimiento, (route) => route.fulfill({ json: { actual: null, historial: [], revocables: [] } }))
  await step(persona, 'her own page', async () => {
    await persona.goto(`${url}/consola/`)
    await persona.getByRole('link', { name: 'Mis decisiones sobre mis datos' }).last().click()
    await heading(persona, 'Mis decisiones sobre mis datos')
  })
  await settled(persona)
  expect(await inspect(persona)).toEqual([])
  await persona.getByText('Todavía no se ha decidido nada').waitFor()
  await persona.route(consentimiento, (route) => route.fulfill({ json: DECIDED }))
  await persona.reload()
  await persona.getByLabel('Que sus respuestas cuenten en estadísticas, sin su nombre').press('Space')
  await persona.getByRole('button', { name: 'Retirar…' }).press('Enter')
  await persona.getByRole('dialog').getByText('dejan de contar en las siguientes estadísticas').waitFor()
  expect(await inspect(persona)).toEqual([])
  await persona.keyboard.press('Escape')
  await persona.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await persona.getByText('El consentimiento se retiró').count()).toBe(0)
})

stage('while its answers are on their way, without a line and when the server is busy, the page says so', async () => {
  const trouble = {
    paths: [`/consola/candidaturas/${of.id}/consentimiento`],
    api: /\/api\/v1\/candidaturas\/[^/]+\/consentimiento/,
    retry: 'Intentar de nuevo',
  }
  expect(await inspectInTrouble(unidad.context(), url, trouble)).toEqual([])
  expect(faults).toEqual([])
})
