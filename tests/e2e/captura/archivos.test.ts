import type { Browser, Page } from 'playwright-core'
import { documento } from '../../../apps/api/src/modules/intercambio/importaciones/libros/tabla-fixtures.ts'
import { faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
const HISTORIA = `Fui maestra rural. ${'Trabajé con la comunidad y sus familias. '.repeat(9)}`.trim()
let browser: Browser
let page: Page
let persona: { id: string; nombre: string }

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'captura.pan')
  const [found] = await askDatabase<typeof persona>(
    folderAt(url),
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.actor_politico a on a.id = c.responsable_id
     where a.clave = 'PAN' and c.estatus = 'aprobada' and c.estatus_captura = 'sin_captura' and c.captura_vence > '2024-04-20'
     order by c.orden desc limit 1`,
  )
  if (!found) throw new Error('the simulacro has nobody without a captura')
  persona = found
})
afterAll(() => browser?.close())

const file = async (name: string, ...parts: Parameters<typeof documento>) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: await documento(...parts),
})

stage('an operator chooses her documents and reads what was understood of each', async () => {
  await page.goto(`${url}/consola/candidaturas`)
  await page.getByRole('button', { name: 'Leer archivos' }).click()
  await heading(page, 'Capturar desde archivos')
  await page.getByLabel('Archivos').setInputFiles([
    await file('ella.docx', `Nombre: ${persona.nombre}`, [['Historia profesional', HISTORIA], ['Cel.', '777 123 4567'], ['CURP', 'XEXX010101HNEXXXA4']]), // prettier-ignore
    await file('carta.docx', 'Estimada compañera', 'Le mando un saludo.'),
  ])
  await page.getByRole('heading', { level: 3, name: persona.nombre }).waitFor()
  await page.getByText(/ella\.docx: Estos datos son personales y no se tomaron: CURP/).waitFor()
  await page.getByText('1 nueva', { exact: true }).waitFor()
  await page.getByText(/carta\.docx: No se encontró ninguna respuesta/).waitFor()
  await settled(page)
  expect(await inspect(page)).toEqual([])
})

stage('a label that was not recognised is said once, and its answer joins the others', async () => {
  await page.getByLabel('«Cel.»').selectOption('telefono_publico')
  await page.getByRole('button', { name: 'Leer los archivos con esto' }).click()
  await page.getByText('2 nuevas', { exact: true }).waitFor()
  await page.setViewportSize(PHONE)
  await page.getByText('Ver las respuestas: se guardarán 2').click()
  await settled(page)
  expect(await inspect(page)).toEqual([])
})

stage('another file that says something else is not saved until she chooses', async () => {
  await page.getByLabel('Archivos', { exact: true }).setInputFiles([await file('otra.docx', `Nombre: ${persona.nombre}`, `Trayectoria: ${HISTORIA} Mi correo es yo@example.org.`, `Historia laboral: ${HISTORIA} Y más.`)]) // prettier-ignore
  await page.getByText('2 por leer antes de guardarlas', { exact: true }).waitFor()
  await page.getByText(/Otro archivo \(ella\.docx\) dice otra cosa/).waitFor()
  await page.getByText(/Parece traer un correo o una cuenta/).waitFor()
  await settled(page)
  expect(await inspect(page)).toEqual([])
  await page.getByLabel('Mostrar').selectOption('porLeer')
  await page.getByRole('button', { name: 'Vale lo que dice ella.docx' }).click()
  await page.getByRole('button', { name: 'Guardar 2 respuestas' }).waitFor()
  expect(await page.getByRole('article').filter({ visible: true }).count()).toBe(1)
  await page.getByLabel('Mostrar').selectOption('todas')
})

stage('she is asked before she leaves what nobody saved', async () => {
  await page.getByRole('link', { name: 'Candidaturas' }).first().click()
  await page.getByRole('heading', { name: 'Falta guardar 2 respuestas' }).waitFor()
  await page.getByRole('button', { name: 'Quedarse' }).click()
  await heading(page, 'Capturar desde archivos')
})

stage('she saves them, and they are captured', async () => {
  await page.getByRole('button', { name: 'Guardar 2 respuestas' }).click()
  await page.getByText('Se guardaron 2 respuestas de 1 persona').waitFor()
  await page.getByText('2 respuestas guardadas').waitFor()
  await page.getByText('2 ya capturadas').waitFor()
  const rows = await askDatabase<{ respuestas: Record<string, string> }>(
    folderAt(url),
    'select respuestas from captura.seccion where candidatura_id = $1',
    [persona.id],
  )
  expect(Object.assign({}, ...rows.map(({ respuestas }) => respuestas))).toMatchObject({
    telefono_publico: '7771234567',
    historia_profesional: HISTORIA,
  })
  expect(faults).toEqual([])
})
