import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openExpediente } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { faultsOf, launchBrowser, newPerson, reload, stages, step } from '../../support/browser/browser.ts'
import { inspectAll, settled } from '../../support/browser/accesibilidad.ts'
import { fillPersona, onePage, openAct, registerAcuerdo, review } from '../../support/browser/cambios.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

const C = '/consola'
const ACUERDO = 'ENSAYO/REMISION/2350/2024'
const OFICIO = 'IMPEPAC/SE/ENSAYO/10/2024'
const PDF = { name: 'soporte.pdf', mimeType: 'application/pdf', buffer: onePage() }

const { built, prepared } = sharedSimulacro()
const stage = stages()
const folder = copyFolder(prepared)
const downloads = mkdtempSync(join(tmpdir(), 'conoceles-e2e-descargas-'))
// One of its own: its clock moves.
let server: SimulacroServer
let administracion: ApiAccount
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]
let address: string

beforeAll(async () => {
  server = await startServer({ built, folder })
  administracion = await enterApi(server.url, 'administracion')
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await moveClock('2024-04-20T23:55:00-06:00')
  await signIn(page, server.url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
  await removeDataFolder(folder)
  rmSync(downloads, { recursive: true })
})

async function moveClock(ahora: string): Promise<void> {
  const { status } = await administracion.put('/reloj', { ahora })
  expect(status).toBe(200)
}

async function save(button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()])
  const path = join(downloads, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

stage('a sustitución approved at 23:50 owes its list until the end of the next day', async () => {
  const reader = await enterApi(server.url, 'comision')
  const query = new URLSearchParams({ cargo: 'diputacion_mr', calidad: 'propietaria', limite: '1' })
  const { body } = await reader.get<{ elementos: { id: string; nombre: string }[] }>(`/candidaturas?${query}`)
  const { id, nombre } = body.elementos[0] ?? { id: '', nombre: '' }
  await openAct(page, `${server.url}${C}/candidaturas/${id}`, 'Sustituir')
  await fillPersona(page, { nombre: 'Noctiluca', primerApellido: 'Ensayo', segundoApellido: 'Tardío', sexo: 'Mujer', fechaNacimiento: '1979-11-02' }) // prettier-ignore
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await registerAcuerdo(page, ACUERDO, { dia: '2024-04-20', hora: '23:50' })
  await heading(page, `Sustituir a ${nombre}`)
  await review(page, `Revise la sustitución de ${nombre}`)
  await page.getByRole('button', { name: 'Registrar la sustitución' }).click()
  await heading(page, 'La sustitución quedó registrada')
  await page.goto(`${server.url}${C}/remisiones`)
  await heading(page, 'Remisiones al INE')
  const owed = page.getByRole('row').filter({ hasText: ACUERDO })
  expect(await owed.innerText()).toMatch(/domingo 21 de abril de 2024[\s\S]*Por vencer/)
})

stage('its oficio is prepared with the words of the pack, and what is missing leads to its field', async () => {
  await moveClock('2024-04-22T00:10:00-06:00')
  await reload(page)
  await page.getByRole('row').filter({ hasText: ACUERDO }).getByRole('link', { name: 'Preparar el oficio' }).click()
  await heading(page, 'Preparar una remisión')
  await step(page, 'the proposal', async () => {
    expect(await page.getByLabel('Cuerpo del oficio').inputValue()).toContain(`Acuerdo ${ACUERDO}`)
    await page.getByText('El machote tiene partes por confirmar').waitFor()
  })
  await page.getByRole('button', { name: 'Guardar el oficio' }).click()
  await page.getByRole('link', { name: 'Escriba el número de oficio' }).click()
  await page.getByLabel('Número de oficio').fill(OFICIO)
  await page.getByLabel('Nombre de quien firma').fill('Persona Ficticia del Ensayo')
  await page.getByLabel('Con copia para').fill('Archivo del ensayo')
  await page.getByLabel(/^Agregar un documento/).setInputFiles(PDF)
  await page.getByRole('button', { name: 'Quitar soporte.pdf' }).waitFor()
  await step(page, 'the typed text is not lost', async () => {
    await reload(page)
    await page.getByText('Recuperamos lo que había escrito').waitFor()
    expect(await page.getByLabel('Número de oficio').inputValue()).toBe(OFICIO)
  })
  await page.getByRole('button', { name: 'Guardar el oficio' }).dblclick()
  await heading(page, OFICIO)
  await page.getByText('El oficio quedó guardado').waitFor()
  await page.getByText('su plazo ya venció.', { exact: false }).waitFor()
  address = page.url()
})

stage('it is printed to be signed, and handed out to be edited', async () => {
  const pdf = await save('Descargar PDF')
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await save('Descargar DOCX')
  expect([readFileSync(docx).subarray(0, 2).toString(), docx.endsWith('oficio-IMPEPAC-SE-ENSAYO-10-2024.docx')]).toEqual(['PK', true])
})

stage('sent at 00:10 of the day after it is late by ten minutes, and everything says so', async () => {
  await page.getByRole('button', { name: 'Dejar constancia del envío' }).click()
  await page.getByRole('link', { name: 'Escriba cuándo' }).waitFor()
  await page.getByLabel('¿Cuándo se envió?').fill('2024-04-22T00:10')
  await page.getByRole('radio', { name: 'Sistema de comunicación INE-OPL' }).check()
  await page.getByLabel(/^Oficio firmado \(PDF\)/).setInputFiles(PDF)
  await page.getByText('Huella SHA-256:').waitFor()
  await page.getByRole('button', { name: 'Dejar constancia del envío' }).click()
  await page.getByText('El envío quedó registrado').waitFor()
  await page.getByText('Cumplida tarde, 10 min').waitFor()
  await page.goto(`${server.url}${C}/remisiones?ver=enviada`)
  const row = page.getByRole('row').filter({ hasText: OFICIO })
  expect(await row.innerText()).toMatch(/lunes 22 de abril de 2024, 00:10[\s\S]*Tarde, 10 min/)
  await row.getByRole('link', { name: OFICIO }).click()
  await page.getByRole('link', { name: new RegExp(ACUERDO) }).click()
  const remision = page.getByRole('region', { name: 'Remisión al INE' })
  await remision.getByText('Cumplida tarde, 10 min').waitFor()
  expect(await page.getByRole('link', { name: `Oficio ${OFICIO}` }).getAttribute('href')).toBe(new URL(address).pathname)
})

stage('the expediente of what it remitted is downloaded and proves itself', async () => {
  const source = await openExpediente(await save('Descargar el expediente'))
  const rutas = await source.rutas()
  const report = await verifyExpediente(source, () => undefined)
  source.close()
  expect(report.archivos).toBe(rutas.length - 2)
  expect(rutas.filter((ruta) => /oficio-firmado|anexo-01|oficio\.pdf/.test(ruta))).toHaveLength(2)
  await page.getByText('El archivo se descargó').waitFor()
})

stage('its acuse is added, once', async () => {
  await page.goto(address)
  await page.getByLabel('¿Cuándo la recibió el INE?').fill('2024-04-22T00:05')
  await page.getByLabel('Folio que dio el INE').fill('ENSAYO-INE-1')
  await page.getByRole('button', { name: 'Registrar el acuse de recepción' }).click()
  await page.getByRole('link', { name: 'No puede ser antes del envío.' }).waitFor()
  await page.getByLabel('¿Cuándo la recibió el INE?').fill('2024-04-22T00:10')
  await page.getByRole('button', { name: 'Registrar el acuse de recepción' }).click()
  await page.getByText('El acuse quedó registrado').waitFor()
  await page.getByText('Recibida por el INE').first().waitFor()
  expect(await page.getByRole('button', { name: 'Registrar el acuse de recepción' }).count()).toBe(0)
})

stage('a wrong entry is corrected with a reason, and what it said stays in sight', async () => {
  await page.goto(address)
  await step(page, 'the acuse', async () => {
    await page.getByText('Corregir lo registrado del acuse').click()
    const acuse = page.locator('details', { hasText: 'Corregir lo registrado del acuse' })
    expect(await acuse.getByLabel('Folio que dio el INE').inputValue()).toBe('ENSAYO-INE-1')
    await acuse.getByRole('button', { name: 'Guardar la corrección' }).click()
    await acuse.getByRole('link', { name: 'Cambie al menos un dato' }).waitFor()
    await acuse.getByLabel('Folio que dio el INE').fill('ENSAYO-INE-2')
    await acuse.getByLabel('Por qué se corrige').fill('El folio se copió mal.')
    await acuse.getByRole('button', { name: 'Guardar la corrección' }).click()
    await page.getByText('La corrección quedó registrada').waitFor()
    await page.getByText('Recibida el lunes 22 de abril de 2024, 00:10, con el folio ENSAYO-INE-1.').waitFor()
    await page.getByText('El folio se copió mal.', { exact: false }).waitFor()
  })
  await step(page, 'the sending, which was in time after all', async () => {
    await page.getByText('Corregir lo registrado del envío').click()
    const envio = page.locator('details', { hasText: 'Corregir lo registrado del envío' })
    await envio.getByLabel('¿Cuándo se envió?').fill('2024-04-22T00:11')
    await envio.getByLabel('Por qué se corrige').fill('La hora del sistema era otra.')
    await envio.getByRole('button', { name: 'Guardar la corrección' }).click()
    await envio.getByRole('link', { name: /recibió el INE|Todavía no llega/ }).waitFor()
    await envio.getByLabel('¿Cuándo se envió?').fill('2024-04-21T23:58')
    await envio.getByRole('button', { name: 'Guardar la corrección' }).click()
    await page.getByText('Cumplida en tiempo').waitFor()
    await page.getByText('Enviada el lunes 22 de abril de 2024, 00:10', { exact: false }).waitFor()
  })
})

stage('an acuerdo of which the day was typed wrongly is corrected, and its duty moves', async () => {
  await page.goto(`${server.url}${C}/acuerdos?q=${encodeURIComponent(ACUERDO)}`)
  await page.getByRole('link', { name: ACUERDO }).click()
  await page.getByRole('link', { name: 'Corregir lo que consta' }).click()
  await heading(page, 'Corregir el acuerdo')
  await page.getByRole('button', { name: 'Guardar la corrección' }).click()
  await page.getByRole('link', { name: 'Explique por qué, con al menos diez caracteres' }).waitFor()
  await page.getByLabel('Día en que se aprobó').fill('2024-04-19')
  await page.getByLabel('Por qué se corrige').fill('El acta dice el día diecinueve.')
  await step(page, 'the typed text is not lost', async () => {
    await reload(page)
    await page.getByText('Recuperamos lo que había escrito').waitFor()
    expect(await page.getByLabel('Día en que se aprobó').inputValue()).toBe('2024-04-19')
  })
  await page.getByRole('button', { name: 'Guardar la corrección' }).click()
  await page.getByText('La corrección quedó registrada').waitFor()
  await page.getByText(`Acuerdo ${ACUERDO}, del sábado 20 de abril de 2024, 23:50`, { exact: false }).waitFor()
  await page.goto(`${server.url}${C}/actividades/eventos?q=${encodeURIComponent(ACUERDO)}`)
  await heading(page, 'Lo que abrió plazos')
  const row = page.getByRole('row').filter({ hasText: ACUERDO })
  expect(await row.innerText()).toMatch(/viernes 19 de abril de 2024, 23:50[\s\S]*Vale/)
  await page.goto(address)
  await page.getByText(/^Cumplida tarde, /).waitFor()
})

stage('its pages have no violation', async () => {
  const vistas = [
    { nombre: 'remisiones that are due', path: `${C}/remisiones` },
    { nombre: 'received', path: `${C}/remisiones?ver=acusada` },
    { nombre: 'nothing found', path: `${C}/remisiones?ver=acusada&q=zzzz` },
    { nombre: 'form', path: `${C}/remisiones/nueva?entregables=11.14` },
    {
      nombre: 'form, blank',
      path: `${C}/remisiones/nueva`,
      prepare: async (each: Page) => {
        await settled(each)
        await each.getByRole('button', { name: 'Guardar el oficio' }).click()
      },
    },
    { nombre: 'remisión received', path: new URL(address).pathname },
    {
      nombre: 'remisión, being corrected',
      path: new URL(address).pathname,
      prepare: async (each: Page) => {
        for (const que of ['envío', 'acuse']) await each.getByText(`Corregir lo registrado del ${que}`).click()
        await each.getByRole('button', { name: 'Guardar la corrección' }).first().click()
      },
    },
    { nombre: 'remisión that does not exist', path: `${C}/remisiones/00000000-0000-4000-8000-000000000000` },
    { nombre: 'calendar with its expediente', path: `${C}/actividades` },
    { nombre: 'entregable with its remisiones', path: `${C}/actividades/11.1` },
  ]
  expect(await inspectAll(context, server.url, vistas)).toEqual([])
})

stage('annulled it stays, and what it had fulfilled is owed again', async () => {
  await page.goto(address)
  await page.getByText('Anular esta remisión').first().click()
  await page.getByLabel('¿Por qué?').fill('El oficio del ensayo iba sin firma.')
  await page.getByRole('button', { name: 'Anular esta remisión' }).click()
  await page.getByText('La remisión quedó anulada').waitFor()
  await page.getByText('El oficio del ensayo iba sin firma.').waitFor()
  await page.goto(`${server.url}${C}/remisiones`)
  expect(await page.getByRole('row').filter({ hasText: ACUERDO }).innerText()).toMatch(/Vencida/)
  expect(faults).toEqual([])
})
