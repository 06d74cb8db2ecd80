import type { Page } from 'playwright-core'
import { COLUMNAS_IMPORTACION } from '@conoceles/domain'
import { settled } from './accesibilidad.ts'
import { drawPortrait } from './camino.ts'

/** States of the consola that take a mishap to be seen. */

/** Somebody else saved the section of the professional history first. */
export async function conflict(page: Page): Promise<void> {
  const actual = { version: 7, respuestas: { historia_profesional: 'Lo que otra persona guardó antes.' } }
  await answerCaptura(page, { status: 409, code: 'captura.version_distinta', actual })
  await page.getByLabel('Historia profesional o laboral').fill('Lo que se escribió aquí.')
  await page.getByText('Lo que otra persona guardó antes.').waitFor()
}

/** The server refuses an address. */
export async function refused(page: Page): Promise<void> {
  await page.getByLabel('Facebook').fill('esto no es una dirección')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  // Told once, at its question.
  await page.locator('[aria-invalid="true"]').first().waitFor()
}

export async function offline(page: Page): Promise<void> {
  await page.route('**/captura/**', (route) =>
    route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.getByLabel('Trayectoria política').fill('Sin línea.')
  await page.getByText('Sin conexión: lo escrito está guardado en este equipo').first().waitFor()
}

export async function frame(page: Page): Promise<void> {
  await page
    .getByLabel('Archivo de la fotografía')
    .setInputFiles({ name: 'retrato.jpg', mimeType: 'image/jpeg', buffer: await drawPortrait() })
  await page.getByRole('img', { name: 'Vista previa de la fotografía recortada' }).waitFor()
}

/** A list whose only row is full of faults. */
export async function uploadFaulty(page: Page): Promise<void> {
  const row = COLUMNAS_IMPORTACION.map((columna) => (columna === 'clave' ? 'fila-con-faltas' : 'xx')).join(',')
  const buffer = Buffer.from(`${COLUMNAS_IMPORTACION.join(',')}\n${row}\n`)
  await page.getByLabel('Archivo de la lista').setInputFiles({ name: 'con-faltas.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Revisar el archivo' }).click()
  await page.getByText('Todavía no se ha escrito nada', { exact: true }).waitFor()
  await settled(page)
}

/** A list of somebody who calls the columns otherwise, and forgot one of them. */
export async function uploadUnknown(page: Page): Promise<void> {
  const buffer = Buffer.from('ID;Puesto;Lugar\n1;regiduria;17007\n')
  await page.getByLabel('Archivo de la lista').setInputFiles({ name: 'otras-columnas.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Revisar el archivo' }).click()
  await page.getByRole('button', { name: 'Revisar con estas columnas' }).click()
  await page.getByText('No se puede revisar el archivo todavía').waitFor()
}

export async function chooseSome(page: Page): Promise<void> {
  await page
    .getByLabel(/^Elegir a /)
    .first()
    .check()
  await page.getByText(/^\d+ candidaturas? elegidas?$/).waitFor()
  await settled(page)
}

/** Previews a cancelación of several; it is not done. */
export async function previewCancel(page: Page): Promise<void> {
  await chooseSome(page)
  await page.getByRole('button', { name: 'Cancelar seleccionadas' }).click()
  await page.getByLabel('Causa').selectOption({ label: 'Renuncia' })
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await page.getByRole('table', { name: 'Qué pasaría con cada una' }).waitFor()
  await settled(page)
}

export async function askComplete(page: Page): Promise<void> {
  await page.getByLabel(/^Todo lo capturado/).check()
  await page.getByRole('button', { name: 'Descargar el libro completo' }).click()
  await page.getByText('Diga para qué se exporta').waitFor()
  await settled(page)
}

async function answerCaptura(page: Page, problem: { status: number; code: string; actual: object }): Promise<void> {
  const body = JSON.stringify({ type: 'about:blank', title: 'Prueba', requestId: 'prueba', ...problem })
  await page.route('**/captura/**', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: problem.status, contentType: 'application/problem+json', body })
      : route.continue(),
  )
}
