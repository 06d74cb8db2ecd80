import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, reload, stages, step } from '../../support/browser/browser.ts'
import { settled } from '../../support/browser/accesibilidad.ts'
import { chooseAcuerdo, fillPersona, openAct, registerAcuerdo, review } from '../../support/browser/cambios.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** Regidurías of this actor político: no other file of tests acts on them. */
const PLACE = { cargo: 'regiduria', actor: 'MP', calidad: 'propietaria' }

interface Hecho {
  tipo: string
  entra: { id: string } | null
  folio: string | null
}

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let reader: ApiAccount
let faults: string[]
let places: { id: string; nombre: string }[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  reader = await enterApi(url, 'comision')
  places = (await reader.get<{ elementos: typeof places }>(`/candidaturas?${new URLSearchParams({ ...PLACE, limite: '6' })}`)).body
    .elementos
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

stage('sustitución: from the candidatura to the acuse, with an acuerdo registered on the way', async () => {
  const { id, nombre } = place(0)
  await openAct(page, `${url}/consola/candidaturas/${id}`, 'Sustituir')
  await heading(page, `Sustituir a ${nombre}`)
  await fillPersona(page, {
    nombre: 'Casilda',
    primerApellido: 'Montes',
    segundoApellido: 'Luévano',
    sexo: 'Mujer',
    fechaNacimiento: '1979-11-02',
  })
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await registerAcuerdo(page, 'PRUEBA/CAMBIOS/1/2024')
  await step(page, 'the text typed before the acuerdo', async () => {
    await heading(page, `Sustituir a ${nombre}`)
    expect(await page.getByLabel('Nombre', { exact: true }).inputValue()).toBe('Casilda')
    await page.getByRole('radio', { name: 'PRUEBA/CAMBIOS/1/2024', checked: true }).waitFor()
  })
  await review(page, `Revise la sustitución de ${nombre}`)
  await page.getByText('Casilda Montes Luévano', { exact: false }).first().waitFor()
  expect((await hechosOf(id)).every(({ tipo }) => tipo === 'registro')).toBe(true)
  // The second click of a double one must not do it twice.
  await page.getByRole('button', { name: 'Registrar la sustitución' }).dblclick()
  await heading(page, 'La sustitución quedó registrada')
  await page.getByText('Folio', { exact: true }).waitFor()
  expect((await hechosOf(id)).filter(({ tipo }) => tipo === 'sustitucion')).toHaveLength(1)
})

stage('the acuse is still there after a reload, and a back button leads to no second act', async () => {
  await reload(page)
  await heading(page, 'La sustitución quedó registrada')
  await page.goBack()
  await page.getByText('Este acto no se puede hacer ahora').waitFor()
  await page.getByText('La candidatura ya fue sustituida').waitFor()
  await page.goForward()
  await heading(page, 'La sustitución quedó registrada')
})

stage('the fórmula tells it as a story, from either candidatura', async () => {
  const { id, nombre } = place(0)
  await page.getByRole('link', { name: 'Ver la historia de la fórmula' }).click()
  await heading(page, nombre)
  const story = page.locator('section[aria-labelledby=historia]')
  const sentence = `salió ${nombre} por renuncia y entró Casilda Montes Luévano como propietaria. Lo ordena el acuerdo PRUEBA/CAMBIOS/1/2024.`
  await step(page, 'the story', async () => {
    await story.getByText(sentence).waitFor()
    await story.getByText('Hoy la titularidad es de').waitFor()
  })
  const { entra, folio } = (await hechosOf(id)).find(({ tipo }) => tipo === 'sustitucion') ?? { entra: null, folio: null }
  await story.getByRole('link', { name: `Acuse ${folio}` }).waitFor()
  await story.getByRole('link', { name: 'Casilda Montes Luévano' }).first().click()
  await heading(page, 'Casilda Montes Luévano')
  expect(page.url()).toContain(entra?.id)
  await page.locator('section[aria-labelledby=historia]').getByText(sentence).waitFor()
})

stage('her account is delivered: the term is shown before, the acuse after', async () => {
  await page.goto(`${url}/consola/entregas`)
  await settled(page)
  await page
    .getByRole('row', { name: /PRUEBA\/CAMBIOS\/1\/2024/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /^Entregar las cuentas a/ }).waitFor()
  await page.getByLabel('Quién recibe').fill('Representante ante el consejo')
  await review(page, /^Revise la entrega a/)
  await page.getByText('Empieza el plazo de captura de 1 candidatura.').waitFor()
  await page.getByText(/^Termina el .+ de 2024, a las 23:59\.$/).waitFor()
  await page.getByRole('button', { name: 'Registrar la entrega' }).click()
  await page.getByText('La entrega quedó registrada y el plazo empezó').waitFor()
})

stage('a draft survives the back button, a reload and the other acts', async () => {
  const { id, nombre } = place(1)
  const motivo = 'Lo que se escribió antes de volver atrás.'
  await openAct(page, `${url}/consola/candidaturas/${id}`, 'Cancelar la candidatura')
  await page.getByLabel('Causa').selectOption({ label: 'Fallecimiento' })
  await page.getByLabel('Lo que conviene recordar del caso').fill(motivo)
  await page.goBack()
  await heading(page, nombre)
  await page.goForward()
  await expectDraft(motivo)
  await reload(page)
  await expectDraft(motivo)
  await chooseAcuerdo(page, 'PRUEBA/CAMBIOS/1/2024')
  await review(page, `Revise la cancelación de ${nombre}`)
  await page.goBack()
  await expectDraft(motivo)
  await page.getByRole('button', { name: 'Borrar y empezar de nuevo' }).click()
  await eventually(async () => (await page.getByLabel('Lo que conviene recordar del caso').inputValue()) === '', 'the draft to go')
})

stage('two browsers at the same place: one wins, the other is told and has a way on', async () => {
  const { id, nombre } = place(2)
  const other = await newPerson(browser)
  faultsOf(other, faults)
  const second = await other.newPage()
  await signIn(second, url, 'secretaria')
  for (const [who, motivo] of [
    [page, 'primera'],
    [second, 'segunda'],
  ] as const) {
    await openAct(who, `${url}/consola/candidaturas/${id}`, 'Cancelar la candidatura')
    await who.getByLabel('Causa').selectOption({ label: 'Renuncia' })
    await who.getByLabel('Lo que conviene recordar del caso').fill(motivo)
    await chooseAcuerdo(who, 'PRUEBA/CAMBIOS/1/2024')
    await review(who, `Revise la cancelación de ${nombre}`)
  }
  await page.getByRole('button', { name: 'Cancelar la candidatura' }).click()
  await heading(page, 'La cancelación quedó registrada')
  await second.getByRole('button', { name: 'Cancelar la candidatura' }).click()
  await step(second, 'the second one is told', async () => {
    await second.getByText('Otra persona cambió esta candidatura mientras usted trabajaba').waitFor()
    await second.getByText(/^Último acto: Cancelación, registrado el /).waitFor()
    await second.getByText('La candidatura ya fue cancelada').waitFor()
    await second.getByRole('link', { name: 'Ver la historia de la fórmula' }).click()
    await heading(second, nombre)
  })
  expect((await hechosOf(id)).filter(({ tipo }) => tipo === 'cancelacion')).toHaveLength(1)
  await other.close()
})

stage('an answer that is lost on the way is asked for again, and the act is done once', async () => {
  const { id, nombre } = place(3)
  await openAct(page, `${url}/consola/candidaturas/${id}`, 'Cancelar la candidatura')
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await chooseAcuerdo(page, 'PRUEBA/CAMBIOS/1/2024')
  await review(page, `Revise la cancelación de ${nombre}`)
  await page.route('**/cancelar', loseAnswer, { times: 1 })
  await page.getByRole('button', { name: 'Cancelar la candidatura' }).click()
  await page.getByText('No hay conexión con el sistema').waitFor()
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click()
  await heading(page, 'La cancelación quedó registrada')
  expect((await hechosOf(id)).filter(({ tipo }) => tipo === 'cancelacion')).toHaveLength(1)
})

stage('signing out says that a form was left unfinished', async () => {
  const { id } = place(4)
  await openAct(page, `${url}/consola/candidaturas/${id}`, 'Corregir datos del registro')
  await page.getByLabel('Apodo').fill('A medias')
  await page.getByRole('button', { name: 'Salir' }).click()
  await page.getByText(/^Hay 1 formulario o texto sin guardar/).waitFor()
  await page.getByRole('button', { name: 'Cancelar', exact: true }).click()
  expect(await page.getByLabel('Apodo').inputValue()).toBe('A medias')
})

test('nothing of this broke the Content Security Policy or threw an error', () => {
  expect(faults).toEqual([])
})

function place(index: number): { id: string; nombre: string } {
  const found = places[index]
  if (found === undefined) throw new Error('there are not enough candidaturas of this actor político')
  return found
}

/** The request arrives; its answer does not. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch()
  await route.abort('internetdisconnected')
}

async function hechosOf(id: string): Promise<Hecho[]> {
  return (await reader.get<{ hechos: Hecho[] }>(`/candidaturas/${id}/formula`)).body.hechos
}

async function expectDraft(motivo: string): Promise<void> {
  await step(page, 'the draft', async () => {
    await page.getByText('Recuperamos lo que había escrito').waitFor()
    expect(await page.getByLabel('Lo que conviene recordar del caso').inputValue()).toBe(motivo)
  })
}
