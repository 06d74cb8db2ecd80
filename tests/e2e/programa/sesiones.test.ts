import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, reload, stages, step } from '../../support/browser/browser.ts'
import { inspect, inspectAll, settled } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi } from '../../support/servidor/simulacro-server-api.ts'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { holdSesion } from '../../support/servidor/simulacro-sesiones.ts'

const { url } = sharedSimulacro()
const C = '/consola'
/** Nobody else of the tests touches this duty. */
const INFORME = '11.5/2024-04'
const ACUERDO = 'SIMULACRO/CO/901/2024'
const OTRO_ACUERDO = 'SIMULACRO/CO/902/2024'
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]
let sesion = ''

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
  // A vote on an informe approves it only where a version had been sent before.
  const sent = await askDatabase(
    folderAt(url),
    `insert into captura.entregable_version (id, proceso_id, entregable, numero, clase, fecha, nota, documento_id, folio, registrada_en)
     select gen_random_uuid(), p.id, $1, 1, 'proyecto', '2024-04-19', 'Proyecto', d.id, 'SIMULACRO', '2024-04-19T18:00:00Z'
     from captura.proceso p, captura.documento d limit 1 returning id`,
    [INFORME],
  )
  expect(sent).toHaveLength(1)
})

afterAll(async () => {
  await browser?.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const violations = async (where: string) => expect([where, await inspect(page)]).toEqual([where, []])

stage('the sesiones of the organs are found by organ and year, with the filters in the address', async () => {
  // In the first row of the menu: it is of every week.
  await page.getByRole('link', { name: 'Sesiones', exact: true }).click()
  await heading(page, 'Sesiones')
  await page.getByLabel('Órgano').selectOption({ label: 'Comité de Transparencia' })
  await page.getByText('Diferida').last().waitFor()
  expect(page.url()).toContain('organo=comite_transparencia')
  await page.getByLabel('Órgano').selectOption({ label: 'Consejo Estatal Electoral' })
  await page.getByLabel('Estatus').selectOption({ label: 'Convocada' })
  await page.getByText('1 sesión', { exact: true }).waitFor()
  await page.getByRole('cell', { name: 'Presentar al Pleno el informe de avance cuantitativo de abril' }).waitFor()
  await page.getByText(/^Falta convocar a sesión para \d+ aprobaci(ón|ones)$/).waitFor()
  const falta = page.getByText(/^No hay ninguna sesión convocada ni prevista .* La convoca Presidencia \(persona ficticia\)/).first()
  // Many are folded, so that they leave the page to the sesiones.
  if (!(await falta.isVisible())) await page.getByText('Cuáles son y cuándo se convoca').click()
  await falta.waitFor()
})

stage('a sesión is programmed with an entregable found by typing, and its draft survives a reload', async () => {
  await page.goto(`${url}${C}/sesiones/nueva`)
  await heading(page, 'Programar una sesión')
  await step(page, 'a form without its data leads to each field', async () => {
    await button('Programar la sesión').click()
    await page.getByRole('link', { name: 'Elija el órgano' }).waitFor()
    await violations('plan with errors')
  })
  await page.getByLabel('Órgano').selectOption({
    label: 'Comisión Ejecutiva Temporal para el Desarrollo de las Actividades del Sistema "Candidatas y Candidatos, Conóceles"',
  })
  await step(page, 'an entregable that was marked and not added is on the agenda once the form is sent', async () => {
    await page.getByLabel('Agregar un entregable del calendario').fill('mayo avance cuantitativo')
    await page.getByRole('radio', { name: '11.15 Avance cuantitativo: mayo de 2024' }).check()
    await button('Programar la sesión').click()
    await page.getByText(/Aprueba la actividad 11\.15/).waitFor()
    await button(/^Quitar el punto 3$/).click()
  })
  await page.getByLabel('Clase de sesión').selectOption({ label: 'Extraordinaria urgente' })
  await page.getByLabel('Fecha').fill('2024-04-20')
  await page.getByLabel('Hora').fill('08:00')
  await page.getByLabel('Agregar un entregable del calendario').fill('2024-04')
  await page.getByRole('radio', { name: '11.5 Informe mensual: abril de 2024' }).check()
  await button('Agregar al orden del día').click()
  await page.getByText(/Aprueba la actividad 11\.5/).waitFor()
  await step(page, 'an item is moved by keyboard, and the focus goes with it', async () => {
    await page.getByRole('button', { name: 'Subir el punto 3' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/es ahora el punto 2/).waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('punto-1-subir')
    await page.getByRole('button', { name: 'Bajar el punto 2' }).click()
  })
  await reload(page)
  await page.getByText('Recuperamos lo que había escrito').waitFor()
  expect(await page.getByLabel('Título del punto 3').inputValue()).toMatch(/Informes mensuales/)
  await violations('plan restored')
  await button('Programar la sesión').click()
  await page.getByText('La sesión quedó programada').waitFor()
  sesion = new URL(page.url()).pathname
})

stage('it is called: what should be known first is told and stops nothing', async () => {
  await page.getByLabel('Día y hora en que se convocó').fill('2024-04-20T07:00')
  await button('Revisar la convocatoria').click()
  await page.getByRole('heading', { name: 'Revise antes de convocar' }).waitFor()
  await page.getByText('Integrante Uno (persona ficticia), ').waitFor()
  await violations('convocatoria, review')
  await button('Convocar').click()
  await page.getByText('La sesión quedó convocada').waitFor()
  await page.getByText('No se conoce el plazo que debe mediar', { exact: false }).first().waitFor()
  await page.getByText('Presidencia (persona ficticia)', { exact: true }).waitFor()
})

stage('it is held: attendance, quorum as it is marked, votes by keyboard, a review, one act', async () => {
  await page.getByRole('link', { name: 'Asentar asistencia y votos' }).click()
  await heading(page, 'Asentar asistencia y votos')
  await page.getByText('Todavía no hay quórum').waitFor()
  await page.getByText('Con voto hay 0, y el quórum pide 2.').waitFor()
  await page.getByLabel(/^Presidencia \(persona ficticia\)/).check()
  await page.getByText('Con voto hay 1, y el quórum pide 2.').waitFor()
  await page.getByLabel(/^Integrante Uno/).check()
  await page.getByText('Hay quórum: 2 de 3 con voto; se necesitan 2.').waitFor()
  await step(page, 'a missing datum leads to its field', async () => {
    await button('Continuar y revisar').click()
    await page.getByRole('link', { name: 'Escriba a qué hora terminó' }).waitFor()
    await page.getByRole('link', { name: /Falta el voto de Presidencia .* en el punto 2/ }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^voto-/)
    await violations('held with errors')
  })
  await page.getByLabel('Hora de término').fill('08:30')
  for (const at of [0, 1]) {
    await page.getByLabel('Hora del voto').nth(at).fill('08:20')
    await page.getByRole('button', { name: 'Todos a favor' }).nth(at).click()
  }
  await step(page, 'a person who was not there is absent; a vote is changed with the keyboard', async () => {
    expect(await page.getByLabel('Voto de Integrante Dos (persona ficticia)').first().inputValue()).toBe('ausente')
    await page.getByLabel('Voto de Integrante Uno (persona ficticia)').nth(1).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText('Resultado: No aprobado').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByText('Resultado: Aprobado').nth(1).waitFor()
  })
  await page.getByLabel('Número del acuerdo').nth(1).fill(ACUERDO)
  await reload(page)
  await page.getByText('Recuperamos lo que había escrito').waitFor()
  expect(await page.getByLabel('Número del acuerdo').nth(1).inputValue()).toBe(ACUERDO)
  await button('Continuar y revisar').click()
  await heading(page, 'Revise antes de asentar')
  await page.getByText(/Contará en el calendario como su aprobación de: 11\.5/).waitFor()
  await violations('review')
  await button('Asentar la sesión').click()
  await page.getByText('La asistencia y los votos quedaron asentados').waitFor()
  await page.getByText('2 a favor, 0 en contra, 0 en abstención, 1 ausente').first().waitFor()
  await violations('held')
})

stage('the entregable shows as approved with its acuerdo, and leads back to the sesión', async () => {
  await page.goto(`${url}${C}/actividades/${INFORME.replace('/', '~')}`)
  const comision = page.getByRole('region', { name: 'Aprobación de la Comisión' })
  await comision.getByText(ACUERDO).waitFor()
  await comision.getByText('sábado 20 de abril de 2024, 08:20').waitFor()
  await page.getByRole('link', { name: /sesión extraordinaria urgente de 2024/ }).click()
  await heading(page, '1.ª sesión extraordinaria urgente de 2024')
  expect(new URL(page.url()).pathname).toBe(sesion)
  await page.getByRole('link', { name: `Acuerdo ${ACUERDO}` }).click()
  await heading(page, ACUERDO)
})

stage('an error in a vote is corrected with its reason, and what was told before stays in sight', async () => {
  await page.goto(`${url}${sesion}/corregir`)
  await heading(page, 'Corregir día, asistencia o votos')
  await page.getByLabel('¿Qué estaba mal y de dónde sale lo correcto?').fill('El acta dice que Integrante Dos llegó y votó en contra.')
  await page.getByLabel(/^Integrante Dos/).check()
  for (const at of [0, 1]) await page.getByLabel('Voto de Integrante Dos (persona ficticia)').nth(at).selectOption({ label: 'En contra' })
  await button('Continuar y revisar').click()
  await button('Asentar la corrección').click()
  await page.getByText('La corrección quedó asentada').waitFor()
  await page.getByText('2 a favor, 1 en contra, 0 en abstención, 0 ausentes').first().waitFor()
  await page.getByText('Lo que se asentó antes de corregir').waitFor()
})

stage('a day that was typed wrongly is corrected: its acuerdo moves along, and the day that it said stays in sight', async () => {
  const held = await holdSesion(await enterApi(url, 'secretaria'), { fecha: '2024-04-18', acuerdo: OTRO_ACUERDO })
  await page.goto(`${url}${C}/sesiones/${held}/corregir`)
  await heading(page, 'Corregir día, asistencia o votos')
  await page.getByLabel('¿Qué estaba mal y de dónde sale lo correcto?').fill('El acta dice que fue el viernes.')
  await step(page, 'a day left blank leads to its field', async () => {
    await page.getByLabel('Día en que fue').fill('')
    await button('Continuar y revisar').click()
    await page.getByRole('link', { name: 'Escriba la fecha' }).waitFor()
    await violations('day with errors')
  })
  await step(page, 'while it is not known who acted on that day nothing goes on, and it is asked again', async () => {
    await context.route('**/api/v1/integrantes**', (asked) => asked.abort())
    await page.getByLabel('Día en que fue').fill('2024-04-19')
    await page.getByText('No se pudo cargar').waitFor()
    await button('Continuar y revisar').click()
    await page.getByRole('link', { name: 'Falta saber quiénes integraban el órgano ese día' }).waitFor()
    await context.unroute('**/api/v1/integrantes**')
    await button('Intentar de nuevo').click()
    await page.getByLabel(/^Presidencia \(persona ficticia\)/).waitFor()
  })
  await button('Continuar y revisar').click()
  await heading(page, 'Revise antes de asentar')
  await page.getByText('viernes 19 de abril de 2024').waitFor()
  await page.getByText('jueves 18 de abril de 2024').last().waitFor()
  await violations('day, review')
  await button('Asentar la corrección').click()
  await page.getByText('La corrección quedó asentada').waitFor()
  await page.getByText('Era el jueves 18 de abril de 2024').waitFor()
  await page
    .getByRole('link', { name: `Acuerdo ${OTRO_ACUERDO}` })
    .first()
    .click()
  await heading(page, OTRO_ACUERDO)
  await page.getByText('viernes 19 de abril de 2024, 10:30').waitFor()
})

stage('holders of charges on a day are asked for, registered and ended', async () => {
  await page.goto(`${url}${C}/sesiones/integrantes?organo=comision&dia=2023-09-07`)
  await heading(page, 'Integrantes de los órganos')
  const despacho = page.getByRole('row').filter({ hasText: 'Encargo de Despacho (persona ficticia)' })
  await despacho.getByText('Actúa ese día').waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: 'Secretaría Ejecutiva (persona ficticia)' })
    .first()
    .getByText('Lo suple otra persona')
    .waitFor()
  await page.getByLabel('Día', { exact: true }).fill('2023-09-21')
  await page.getByLabel('Día', { exact: true }).blur()
  await despacho.getByText('No ese día').waitFor()
  await page.getByText('Registrar un cargo').click()
  await page.getByLabel('Nombre', { exact: true }).fill('Invitada Ficticia del Simulacro')
  await page.getByLabel('Cargo', { exact: true }).selectOption({ label: 'Integrante' })
  await page.getByLabel('Primer día en el cargo').fill('2024-05-01')
  await page.getByLabel('Acuerdo u oficio que da el cargo').fill('SIMULACRO/9')
  await button('Registrar el cargo').click()
  await page.getByText('El cargo quedó registrado').waitFor()
  await page.getByRole('link', { name: 'Terminar el cargo de Invitada Ficticia del Simulacro' }).click()
  await page.locator('#fin-hasta').fill('2024-04-30')
  await page.getByLabel('Acuerdo, oficio o hecho con el que termina').fill('SIMULACRO/10')
  await button('Terminar el cargo').click()
  await page.getByText('No puede terminar antes de empezar', { exact: false }).waitFor()
  await page.locator('#fin-hasta').fill('2024-05-02')
  await button('Terminar el cargo').click()
  await page.getByText('El cargo quedó terminado').waitFor()
})

stage('its pages have no violation', async () => {
  const vistas = [
    { nombre: 'list', path: `${C}/sesiones` },
    { nombre: 'list, empty', path: `${C}/sesiones?estatus=cancelada&anio=2024` },
    { nombre: 'sesión called', path: `${C}/sesiones?estatus=convocada`, prepare: openFirst },
    { nombre: 'sesión put off', path: `${C}/sesiones?estatus=diferida`, prepare: openFirst },
    { nombre: 'members', path: `${C}/sesiones/integrantes?organo=pleno` },
    { nombre: 'sesión that does not exist', path: `${C}/sesiones/00000000-0000-4000-8000-000000000000` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  expect(faults).toEqual([])
})

async function openFirst(at: Page): Promise<void> {
  await at.getByRole('rowheader').getByRole('link').first().click()
  await at.getByRole('heading', { name: 'Orden del día', exact: true }).waitFor()
  await settled(at)
}
