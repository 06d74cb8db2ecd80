import type { Browser, Page, Route } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { drawHeavy } from '../../support/browser/camino.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
let browser: Browser
let ella: Page
let id = ''

/** All test files share her candidatura: what she sends stops here, and the page reads it back. */
let consentimiento: object | null = null
let sent: object[] = []
let fotografias = 0
let bytes = 0

const ACUSE = {
  ...{ folio: '7KQ2M-9XWTB-4HFRC', acto: 'consentimiento.otorgado', sha256: 'a'.repeat(64), sal: 'b', firma: 'c' },
  ...{ recibidoEn: '2024-04-20T16:00:00Z', enlace: 'https://conoceles.example/acuses/7KQ2M-9XWTB-4HFRC' },
}
const GIVEN = { mecanismo: 'cuenta_propia', revision: 'no_requiere', porRenovar: [], firmadoEl: null }

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser, { viewport: PHONE })
  faultsOf(context, faults)
  ella = await context.newPage()
  await ella.route(/\/api\/v1\/candidaturas\/[^/]+\/captura$/, async (route) => {
    const answer = await route.fetch()
    const captura = (await answer.json()) as { secciones: { cuestionario: string; editable: boolean }[] }
    await route.fulfill({ response: answer, json: { ...captura, consentimiento } })
  })
  await ella.route(/\/consentimiento$/, receiveDecisiones)
  await ella.route(/\/fotografia$/, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    fotografias += 1
    bytes = route.request().postDataBuffer()?.length ?? 0
    const hoy = { textoAlternativo: 'x', tomadaEn: '2024-04-10', guardadaEn: ACUSE.recibidoEn, sha256: ACUSE.sha256 }
    return route.fulfill({ json: { ...hoy, acuse: { ...ACUSE, acto: 'fotografia.recibida' } } })
  })
  await signIn(ella, url, 'candidata')
  id =
    (await ella.evaluate(async () => document.querySelector('a[href*="/consentimiento"]')?.getAttribute('href') ?? '')).split('/')[3] ?? ''
})
afterAll(() => browser?.close())

async function receiveDecisiones(route: Route): Promise<void> {
  if (route.request().method() !== 'PUT') return route.fallback()
  const { avisoId: _, ...elecciones } = route.request().postDataJSON() as { avisoId: string }
  sent.push(elecciones)
  consentimiento = { ...GIVEN, ...elecciones }
  await route.fulfill({ json: { ...consentimiento, acuse: ACUSE } })
}

const guardarYSeguir = () => ella.getByRole('button', { name: 'Guardar y seguir' }).click()

async function decide(respuesta: 'Sí, lo autorizo' | 'No lo autorizo', pregunta: RegExp): Promise<void> {
  await ella.getByRole('group', { name: pregunta }).getByLabel(respuesta).check()
  await guardarYSeguir()
}

stage('her first page says where hers stands and the one thing to do, without a search', async () => {
  await ella.getByRole('heading', { level: 2, name: /cuestionario/ }).waitFor()
  await settled(ella)
  expect(await ella.locator('.ui-button--primary').count()).toBe(1)
  expect(await ella.getByRole('searchbox').count()).toBe(0)
  expect(await ella.locator('body').innerText()).not.toMatch(/Consola/)
  expect(await ella.title()).toBe('Mi candidatura · Conóceles')
  await ella.getByText(/30 de abril de 2024, 23:59/).waitFor()
  expect(await inspect(ella)).toEqual([])
  await ella.goto(`${url}/consola/candidaturas`)
  await heading(ella, 'Mi candidatura')
})

stage('one question a page: a long text stands alone', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/curricular/propuestas/propuesta_1`)
  await heading(ella, 'Propuestas')
  await ella.getByRole('textbox', { name: 'Propuesta 1' }).waitFor()
  expect(await ella.getByRole('textbox').count()).toBe(1)
  await guardarYSeguir()
  // A page with something missing stops once.
  await ella.getByRole('alert').getByText('Falta en esta sección').waitFor()
  await guardarYSeguir()
  await ella.getByRole('textbox', { name: 'Propuesta 2' }).waitFor()
})

type Cases = [string, [boolean, boolean?, boolean?], object]
const CASES: Cases[] = [
  ['No', [false], { tratamiento: false, publicacion: false, estadistica: false }],
  ['Sí, No, No', [true, false, false], { tratamiento: true, publicacion: false, estadistica: false }],
  ['Sí, No, Sí', [true, false, true], { tratamiento: true, publicacion: false, estadistica: true }],
  ['Sí, Sí, No', [true, true, false], { tratamiento: true, publicacion: true, estadistica: false }],
  ['Sí, Sí, Sí', [true, true, true], { tratamiento: true, publicacion: true, estadistica: true }],
]
const PREGUNTAS = [/reciba y use mis respuestas/, /se publique a qué grupo/, /se cuenten en estadísticas/]

for (const [title, answers, expected] of CASES) {
  stage(`her decisions «${title}» are recorded as she said them, and the receipt tells them`, async () => {
    consentimiento = null
    sent = []
    await ella.goto(`${url}/consola/candidaturas/${id}/captura/consentimiento`)
    await heading(ella, 'Sus decisiones')
    await step(ella, title, async () => {
      for (const [index, pregunta] of PREGUNTAS.entries()) {
        const answer = answers[index]
        if (answer !== undefined) await decide(answer ? 'Sí, lo autorizo' : 'No lo autorizo', pregunta)
      }
      await ella.getByText('Sus decisiones quedaron guardadas').waitFor()
    })
    expect(sent).toEqual([expected])
    await ella.getByText('7KQ2M-9XWTB-4HFRC').waitFor()
    await heading(ella, answers[0] ? 'Autoadscripción indígena' : 'Revisar y avisar')
    // Her list and its total have what she is asked: after a No, no question of identity.
    const total = (await ella.locator('.c-stops--folded .c-stops__item').count()) - 1
    expect(total > 7).toBe(answers[0])
    expect(await ella.getByText(new RegExp(`de ${total} partes listas`)).count()).toBe(2)
  })
}

stage('before she decides she is asked to, and nothing of identity is missing yet; each public answer leads to its place', async () => {
  consentimiento = null
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/envio`)
  await heading(ella, 'Revisar y avisar')
  expect(await ella.locator('.c-stops--folded').innerText()).not.toMatch(/Autoadscripción/)
  await ella.getByText('Primero díganos si acepta contestar el cuestionario sobre su identidad.').waitFor()
  expect(await ella.getByRole('region', { name: 'Lo que falta' }).innerText()).not.toMatch(/Autoadscripción|Falta registrar/)
  const titles = await ella.locator('main h3').allInnerTexts()
  expect(titles.indexOf('Propuestas')).toBeLessThan(titles.indexOf('Medios de contacto'))
  await ella.getByRole('link', { name: 'Cambiar Propuesta 2' }).click()
  await ella.getByRole('textbox', { name: 'Propuesta 2' }).waitFor()
  await ella.getByRole('button', { name: 'Guardar y volver a lo que falta' }).waitFor()
})

stage('after a no nothing of identity is missing', async () => {
  consentimiento = { ...GIVEN, tratamiento: false, publicacion: false, estadistica: false }
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/envio`)
  await heading(ella, 'Revisar y avisar')
  await settled(ella)
  expect(await ella.locator('main').innerText()).not.toMatch(/indígena|Discapacidad|LGBT/)
  expect(await inspect(ella)).toEqual([])
})

stage('a decision that was not taken is asked for, and one that was taken waits for the others through a reload', async () => {
  consentimiento = null
  sent = []
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/consentimiento`)
  await guardarYSeguir()
  await ella.getByRole('link', { name: 'Elija si lo autoriza o no' }).waitFor()
  expect(await inspect(ella)).toEqual([])
  await decide('Sí, lo autorizo', /reciba y use mis respuestas/)
  await ella.getByRole('group', { name: /se publique a qué grupo/ }).waitFor()
  await ella.reload()
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/consentimiento`)
  // The question is in sight before this machine brings what it kept.
  await ella
    .getByRole('group', { name: /reciba y use/ })
    .getByRole('radio', { name: 'Sí, lo autorizo', checked: true })
    .waitFor()
  expect(sent).toEqual([])
})

stage('a photograph that this browser cannot open is refused as soon as it is chosen, with the way out', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/fotografia`)
  await heading(ella, 'Fotografía')
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1')
  await ella.getByLabel('Archivo de la fotografía').setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic })
  await ella.getByRole('link', { name: /no puede abrir fotografías HEIC/ }).waitFor()
})

stage('a chosen photograph is not dropped: leaving asks, and the button of the page sends it', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/fotografia`)
  await heading(ella, 'Fotografía')
  await ella
    .getByLabel('Archivo de la fotografía')
    .setInputFiles({ name: 'retrato.jpg', mimeType: 'image/jpeg', buffer: await drawHeavy() })
  await ella.getByRole('img', { name: 'Vista previa de la fotografía recortada' }).waitFor()
  await ella.getByRole('link', { name: 'Mi candidatura' }).last().click()
  await ella.getByRole('dialog').getByText('Eligió algo en esta página y todavía no se guarda.').waitFor()
  expect(await inspect(ella)).toEqual([])
  await ella.keyboard.press('Escape')
  await ella.getByLabel('Fecha en que se tomó').fill('2024-04-10')
  await ella.getByLabel('Descripción de la fotografía').fill('Mujer de cabello corto')
  await guardarYSeguir()
  await ella.getByText('La fotografía se recibió').waitFor()
  expect(fotografias).toBe(1)
  expect(bytes).toBeLessThan(400 * 1024)
  await heading(ella, 'Sus decisiones')
})

stage('no page threw an error on the way', () => {
  expect(faults).toEqual([])
})
