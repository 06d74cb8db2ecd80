import type { Browser, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
let browser: Browser
let ella: Page

/** All test files share her candidatura: the answers of the server are changed on their way to this page. */
let hers: object = {}
let instituto: object = {}

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser, { viewport: PHONE })
  faultsOf(context, faults)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  ella = await context.newPage()
  await signIn(ella, url, 'candidata')
  await settled(ella)
  await change(/\/api\/v1\/candidaturas\/[0-9a-f-]{36}$/, (candidatura) => ({ ...candidatura, ...hers }))
  await change(/\/api\/v1\/proceso$/, (proceso) => ({ ...proceso, instituto: { ...proceso.instituto, ...instituto } }))
})
afterAll(() => browser?.close())

/** Changes an answer of the server on its way to this page. */
async function change(address: RegExp, work: (body: { instituto?: object }) => object): Promise<void> {
  await ella.route(address, async (route) => {
    // A page that is left while it asks has nobody to answer.
    const answer = await route.fetch().catch(() => null)
    if (answer !== null) await route.fulfill({ response: answer, json: work((await answer.json()) as { instituto?: object }) })
  })
}

async function open(of: { hers?: object; instituto?: object }): Promise<void> {
  hers = of.hers ?? {}
  instituto = of.instituto ?? { telefono: null, whatsapp: null }
  await ella.goto(`${url}/consola/mi-candidatura`)
  await ella.getByRole('heading', { level: 2, name: 'Cómo va' }).waitFor()
  await settled(ella)
}

stage('once her page is public she shares its address', async () => {
  await open({ hers: { estatusCaptura: 'verificada', publicada: true } })
  await ella.getByRole('heading', { level: 2, name: 'Su página ya es pública' }).waitFor()
  const address = await ella.getByRole('link', { name: 'Ver mi página' }).getAttribute('href')
  // A telephone would open its own menu, which no test can answer.
  await ella.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await ella.getByRole('button', { name: 'Compartir mi página' }).click()
  await ella.getByText('La dirección de su página se copió.').waitFor()
  expect(await ella.evaluate(() => navigator.clipboard.readText())).toBe(`${url}${address}`)
})

stage('where it is public later, her page says the day and offers nothing to share', async () => {
  await open({ hers: { estatusCaptura: 'verificada', publicada: false, publicaDesde: '2024-05-04' } })
  await ella.getByText('Su página será pública desde el sábado 4 de mayo de 2024.').waitFor()
  expect(await ella.locator('main').innerText()).not.toMatch(/ya es pública/)
  expect(await ella.getByRole('button', { name: 'Compartir mi página' }).count()).toBe(0)
})

stage('without a number nothing speaks of help; with them she calls and writes', async () => {
  await open({})
  expect(await ella.locator('main').innerText()).not.toMatch(/ayuda|por confirmar/i)
  await open({ instituto: { telefono: '777 362 4200', whatsapp: '777 123 4567' } })
  const help = ella.getByRole('region', { name: '¿Necesita ayuda?' })
  expect(await help.getByRole('link', { name: /^Llame/ }).getAttribute('href')).toBe('tel:+527773624200')
  expect(await help.getByRole('link', { name: /^Escriba por WhatsApp/ }).getAttribute('href')).toBe('https://wa.me/527771234567')
})

stage('she reads what to have at hand: the least length of its texts, and that the cuestionario on identity is voluntary', async () => {
  await open({})
  const mano = ella.getByRole('region', { name: 'Qué tener a la mano' })
  await mano.getByText('Textos de 280 caracteres o más cada uno, sin contar espacios:').waitFor()
  await mano.getByText('Historia profesional o laboral').waitFor()
  await mano.getByText('¿Por qué quiere ocupar un cargo público? (si quiere)').waitFor()
})

stage('a suplente is called one', async () => {
  await open({ hers: { calidad: 'suplente', cargoNombre: 'Regidurías' } })
  await ella.getByText('Regidurías (suplente)').waitFor()
})

stage('what is wrong in her register leads to those who correct it', async () => {
  await open({})
  await ella.getByRole('link', { name: 'Pedir una corrección' }).click()
  await ella.getByRole('heading', { level: 1, name: 'Pedir una corrección' }).waitFor()
  await ella.getByRole('link', { name: 'Cambiar mi fotografía' }).waitFor()
  await ella.getByText('los corrige el IMPEPAC; aquí no se cambian', { exact: false }).waitFor()
  await settled(ella)
  expect(await inspect(ella)).toEqual([])
  await ella.getByRole('link', { name: 'Pedir que corrijan mis datos (rectificación)' }).click()
  await ella.getByRole('radio', { name: /^Los datos de mi registro/ }).waitFor()
})

stage('the way back from her decisions leads to her own page', async () => {
  await open({})
  await ella.getByRole('link', { name: 'Mis decisiones sobre mis datos' }).last().click()
  await ella.getByRole('link', { name: 'Volver a mi candidatura' }).click()
  await ella.getByRole('heading', { level: 1, name: 'Mi candidatura' }).waitFor()
})

stage('once she told that she ended, her party acts, and nothing asks her to end again', async () => {
  await open({
    hers: {
      estatusCaptura: 'completa',
      terminadaEn: '2024-04-19T16:00:00Z',
      terminadaFolio: '7KQ2M-9XWTB-4HFRC',
      venceEn: '2024-05-01T05:59:59Z',
    },
  })
  await ella.getByText('Partido Acción Nacional tiene hasta:').waitFor()
  await ella.getByText('Folio de su aviso: 7KQ2M-9XWTB-4HFRC').waitFor()
  await ella.getByRole('link', { name: 'Ver o cambiar lo que escribí' }).waitFor()
  expect(await ella.getByRole('link', { name: 'Revisar y avisar que terminé' }).count()).toBe(0)
})

stage('what she writes in a question that she emptied stays, letter by letter', async () => {
  await open({})
  const captura = await ella.getByRole('link', { name: 'Seguir llenando' }).getAttribute('href')
  // Her answers are those of all the tests: nothing of this one reaches them.
  await ella.route('**/captura/**', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await ella.goto(`${url}${captura ?? ''}/curricular/trayectoria/motivo?revisar=1`)
  await settled(ella)
  const text = ella.getByLabel('¿Por qué quiere ocupar un cargo público?')
  await text.fill('')
  await text.pressSequentially('Porque conozco cada calle.', { delay: 20 })
  expect(await text.inputValue()).toBe('Porque conozco cada calle.')
  await ella.getByText('Falta en esta sección').waitFor()
  await text.fill('')
  await ella.unroute('**/captura/**')
})

stage('no page threw an error on the way', () => {
  expect(faults).toEqual([])
})
