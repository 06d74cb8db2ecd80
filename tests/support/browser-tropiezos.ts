import type { Page } from 'playwright-core'
import { COLUMNAS_IMPORTACION } from '@conoceles/domain'
import { settled } from './browser-accesibilidad.ts'
import { drawPortrait } from './browser-camino.ts'

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
  await page.getByRole('alert').waitFor()
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

async function answerCaptura(page: Page, problem: { status: number; code: string; actual: object }): Promise<void> {
  const body = JSON.stringify({ type: 'about:blank', title: 'Prueba', requestId: 'prueba', ...problem })
  await page.route('**/captura/**', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: problem.status, contentType: 'application/problem+json', body })
      : route.continue(),
  )
}
