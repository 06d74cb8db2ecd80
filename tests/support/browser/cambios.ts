import type { Page } from 'playwright-core'
import { step } from './browser.ts'
import { settled } from './accesibilidad.ts'
import { heading } from './captura.ts'

/** From the page of a candidatura to the form of an act. */
export async function openAct(page: Page, address: string, name: string): Promise<void> {
  await step(page, `the form of «${name}»`, async () => {
    await page.goto(address)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('button', { name: 'Continuar y revisar' }).waitFor()
    await settled(page)
  })
}

export interface PersonaEscrita {
  nombre: string
  primerApellido: string
  segundoApellido: string
  sexo: string
  fechaNacimiento: string
}

/** Fills in the persona who enters, when nobody of the register is that persona. */
export async function fillPersona(page: Page, persona: PersonaEscrita): Promise<void> {
  await page.getByLabel('Nombre', { exact: true }).fill(persona.nombre)
  await page.getByLabel('Primer apellido').fill(persona.primerApellido)
  await page.getByLabel('Segundo apellido').fill(persona.segundoApellido)
  await page.getByLabel(persona.sexo, { exact: true }).check()
  await page.getByLabel('Fecha de nacimiento').fill(persona.fechaNacimiento)
}

/** Leaves the form of an act to register its acuerdo, with its document, and comes back. */
export async function registerAcuerdo(page: Page, numero: string, { dia, hora } = { dia: '2024-04-19', hora: '18:30' }): Promise<void> {
  await page.getByRole('link', { name: 'Registrar un acuerdo que no está aquí' }).click()
  await heading(page, 'Registrar un acuerdo')
  await step(page, `the acuerdo ${numero}`, async () => {
    await page.getByLabel('Número del acuerdo').fill(numero)
    await page.getByLabel('Órgano que lo aprobó').selectOption({ index: 1 })
    await page.getByLabel('Día en que se aprobó').fill(dia)
    await page.getByLabel('Hora en que se aprobó').fill(hora)
    await page.getByLabel('Asunto').fill('Cambios de candidaturas de la prueba')
    await page.getByLabel(/^Documento firmado/).setInputFiles({ name: 'acuerdo.pdf', mimeType: 'application/pdf', buffer: onePage() })
    await page.getByText('Huella SHA-256:').waitFor()
    await page.getByRole('button', { name: 'Registrar el acuerdo' }).click()
  })
}

export async function chooseAcuerdo(page: Page, numero: string): Promise<void> {
  await page.getByLabel('Acuerdo que lo ordena').fill(numero)
  await page.getByRole('radio', { name: numero }).check()
}

/** From the form to the preview of the change. */
export async function review(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await step(page, 'the preview of the change', async () => {
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Qué va a pasar' }).waitFor()
  })
}

/** A cancelación ready to be done, up to its preview. */
export async function previewCancelacion(page: Page): Promise<void> {
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await chooseAcuerdo(page, 'SIMULACRO/ACU/006/2024')
  await review(page, /^Revise la cancelación de /)
}

/** Somebody else acted first. */
export async function loseCancelacion(page: Page): Promise<void> {
  await answerCancelacion(page, {
    status: 409,
    body: { type: 'about:blank', title: 'Prueba', status: 409, code: 'candidatura.version_distinta' },
  })
  await page.getByText('Otra persona cambió esta candidatura mientras usted trabajaba').waitFor()
}

/** The last page of an act, without doing it. */
export async function finishCancelacion(page: Page): Promise<void> {
  const acuse = {
    folio: '7KQ2M-9XWTB-4HFRC',
    acto: 'candidatura.cancelada',
    sha256: 'ab',
    sal: 'cd',
    recibidoEn: '2024-04-20T16:00:00Z',
    firma: 'ef',
    enlace: '/acuses/x',
  }
  await answerCancelacion(page, { status: 200, body: { advertencias: [], acuse } })
  await heading(page, 'La cancelación quedó registrada')
}

async function answerCancelacion(page: Page, { status, body }: { status: number; body: object }): Promise<void> {
  await previewCancelacion(page)
  await page.route('**/cancelar', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status, contentType: 'application/json', body: JSON.stringify({ requestId: 'prueba', ...body }) })
      : route.continue(),
  )
  await page.getByRole('button', { name: 'Cancelar la candidatura' }).click()
}

/** A PDF with one blank page. */
export function onePage(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>',
  ]
  const body = objects.map((text, index) => `${index + 1} 0 obj${text}endobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`)
}
