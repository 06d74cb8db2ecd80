import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const TEXTO = 'El teléfono que aparece no es el de la oficina de Tomasa'
let browser: Browser
let page: Page
let faults: string[]
let folio = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
})

/** From the footer of a page to the folio, with a plain link and a plain form. */
async function reportar(where: Page, { texto, publica }: { texto: string; publica: boolean }): Promise<string> {
  await where.goto(`${url}/cargos`)
  await where.getByRole('link', { name: 'Reportar un error en esta página' }).click()
  await where.getByRole('heading', { level: 1, name: 'Reportar un error en una página' }).waitFor()
  await where.getByText('Es la página «Qué hace cada cargo». /cargos').waitFor()
  await where.getByLabel('¿Qué está mal?').fill(texto)
  if (publica) await where.getByLabel('Quiero una respuesta pública').check()
  await where.getByRole('button', { name: 'Enviar el reporte' }).click()
  await where.getByRole('heading', { level: 1, name: 'Recibimos tu reporte' }).waitFor()
  const said = await where.getByText(/Tu folio es E-/).innerText()
  expect(await where.getByRole('link', { name: 'Volver a la página que reportaste' }).getAttribute('href')).toBe('/cargos')
  return /E-[2-9A-Z]{8}/.exec(said)?.[0] ?? ''
}

stage('somebody reports an error on a phone without JavaScript and gets a folio', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  folio = await reportar(await context.newPage(), { texto: TEXTO, publica: true })
  expect(folio).toMatch(/^E-[2-9A-Z]{8}$/)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

stage('the form names whose page it is, with JavaScript and without it, and repeats nothing that an address says', async () => {
  const [{ id = '', nombre = '' } = {}] = (await readPublic<{ elementos: { id: string; nombre: string }[] }>(url, '/candidaturas?limite=1'))
    .elementos
  const { elementos } = await readPublic<{ elementos: { clave: string; cargoNombre: string; lugar: string }[] }>(url, '/contiendas')
  const [{ clave = '', cargoNombre = '', lugar = '' } = {}] = elementos
  for (const javaScriptEnabled of [false, true]) {
    const context = await newPerson(browser, { javaScriptEnabled, viewport: PHONE })
    const where = await context.newPage()
    for (const [path, said] of [
      [`/candidaturas/${id}`, `Es la página de ${nombre}.`],
      [`/contiendas/${clave}`, `Es la página de ${cargoNombre}, ${lugar}.`],
      ['/voten-por-nadie', 'La página es /voten-por-nadie'],
    ] as const) {
      await where.goto(`${url}/reportar-error?pagina=${encodeURIComponent(path)}`)
      await where.getByText(said).waitFor()
    }
    await context.close()
  }
})

stage('the same with JavaScript: what was typed before it came is sent', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const own = faultsOf(context)
  expect(await reportar(await context.newPage(), { texto: 'Con JavaScript también llega', publica: false })).toMatch(/^E-/)
  expect(own).toEqual([])
  await context.close()
})

const ROTO = 'Los acentos de JesÃºs están mal </textarea><b id="eco">'

stage('a refused report stays in the form with its reason beside it, without JavaScript and with it', async () => {
  for (const javaScriptEnabled of [false, true]) {
    // From a network of its own: each may send few in a minute.
    const extraHTTPHeaders = { 'x-forwarded-for': javaScriptEnabled ? '10.201.1.1' : '10.202.1.1' }
    const context = await newPerson(browser, { javaScriptEnabled, viewport: PHONE, extraHTTPHeaders })
    const own = faultsOf(context)
    const where = await context.newPage()
    await where.goto(`${url}/reportar-error?pagina=%2Fcargos`)
    await where.getByLabel('¿Qué está mal?').fill(ROTO)
    await where.getByLabel('Quiero una respuesta pública').check()
    await where.getByRole('button', { name: 'Enviar el reporte' }).click()
    await where.getByText('No recibimos tu reporte').waitFor()
    const field = where.getByLabel('¿Qué está mal?')
    expect([await field.inputValue(), await where.locator('#eco').count()]).toEqual([ROTO, 0])
    expect(await where.locator('#texto-error').innerText()).toContain('El texto llegó con los acentos rotos')
    expect(await field.getAttribute('aria-describedby')).toContain('texto-error')
    expect(await where.getByText('Lo que escribiste sigue aquí.').isVisible()).toBe(true)
    expect(await where.getByLabel('Quiero una respuesta pública').isChecked()).toBe(true)
    expect(where.url()).not.toContain('acentos%20de')
    if (javaScriptEnabled) expect(await inspect(where)).toEqual([])
    await field.fill(`Ahora se lee bien ${javaScriptEnabled}`)
    await where.getByRole('button', { name: 'Enviar el reporte' }).click()
    await where.getByRole('heading', { level: 1, name: 'Recibimos tu reporte' }).waitFor()
    expect(own).toEqual([])
    await context.close()
  }
})

stage('words that another site sends are not shown on a page of ours', async () => {
  const body = new URLSearchParams({ pagina: '/', texto: ROTO })
  const headers = { 'sec-fetch-site': 'cross-site', 'x-forwarded-for': '10.9.9.9' }
  const answer = await fetch(`${url}/api/v1/publico/reportes`, { method: 'POST', body, headers, redirect: 'manual' })
  expect([answer.status, await answer.text()]).toEqual([303, ''])
})

stage('the institute answers in public, in words of its own', async () => {
  await signIn(page, url, 'secretaria')
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Errores reportados', exact: true }).click()
  await heading(page, 'Errores reportados')
  const card = page.getByRole('article', { name: folio })
  await card.getByText(TEXTO).waitFor()
  expect(await inspect(page)).toEqual([])
  await card.getByText('Contestar en público').click()
  await card.getByRole('button', { name: 'Publicar la respuesta' }).click()
  await card.getByRole('link', { name: 'Escriba la pregunta, con diez letras o más' }).waitFor()
  expect(await inspect(page)).toEqual([])
  await card.getByLabel('Pregunta, en palabras del Instituto').fill('¿El teléfono que aparece es el de la oficina?')
  await card.getByLabel('Respuesta', { exact: true }).fill('No. Lo corregimos hoy.')
  await card.getByRole('button', { name: 'Publicar la respuesta' }).click()
  await page.getByText('La respuesta se publica con el siguiente corte').waitFor()
})

stage('the person who reported finds the answer by the folio, and nobody finds what she wrote', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const reader = await context.newPage()
  for (let turn = 0; turn < 100; turn++) {
    await reader.goto(`${url}/errores-reportados`)
    if ((await reader.getByText(`Folio ${folio}`).count()) > 0) break
    await reader.waitForTimeout(200)
  }
  await reader.getByRole('heading', { name: '¿El teléfono que aparece es el de la oficina?' }).waitFor()
  expect(await reader.locator('main').innerText()).not.toContain('Tomasa')
  await context.close()
})

stage('a fact of the pack is confirmed with its document by a first person, and undone', async () => {
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Por confirmar', exact: true }).click()
  await heading(page, 'Por confirmar')
  await page.getByLabel('Materia').selectOption({ label: 'Reglas y plazos' })
  const row = page.getByRole('row').filter({ hasText: 'Propietaria y suplente de una fórmula son del mismo género.' })
  await row.getByText('Confirmar', { exact: true }).first().click()
  await row.getByLabel('Documento que lo dice').fill('Acuerdo IMPEPAC/CEE/900/2024')
  await row.getByLabel('Fecha del documento').fill('2024-03-01')
  await row.getByRole('button', { name: 'Confirmar', exact: true }).click()
  await row.getByText(/^Usted lo confirmó: Acuerdo IMPEPAC.CEE.900.2024, .*1 de marzo de 2024/).waitFor()
  expect(await inspect(page)).toEqual([])
  await row.getByText('Deshacer la confirmación', { exact: true }).first().click()
  await row.getByLabel('Por qué').fill('Era el acuerdo de otro proceso')
  await row.getByRole('button', { name: 'Deshacer la confirmación' }).click()
  await page.getByText('El dato está otra vez por confirmar.').waitFor()
  expect(faults).toEqual([])
})
