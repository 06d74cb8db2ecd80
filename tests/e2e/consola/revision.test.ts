import type { Browser, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { readPublic, supuesto } from '../../support/browser/camino.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, readSeccion, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const stage = stages()
const SECCION = 'propuestas'
const ROUND_1 = 'Diga a qué taller se refiere la primera propuesta.'
const ANSWER = 'Se refiere al taller del barrio, que ya se nombra en el segundo párrafo.'
const ROUND_2 = 'Sigue sin decirlo: escríbalo en la primera propuesta.'
const HALF = 'Lo que otra acción no debe borrar.'
const REASON = 'Hay un error de dedo en la segunda propuesta.'

interface Publica {
  secciones: { clave: string; estatus: string; pausa: { hasta: string | null } | null; campos: { clave: string; valor: string | null }[] }[]
}

const { url } = sharedSimulacro()
let browser: Browser
let observa: Page
let otra: Page
let captura: Page
let validacion: Page
let visor: Page
let account: ApiAccount
let id = ''
let before = ''
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const pages = await Promise.all([DESKTOP, DESKTOP, PHONE, DESKTOP, PHONE].map(newPage))
  ;[observa, otra, captura, validacion, visor] = pages as [Page, Page, Page, Page, Page]
  account = await enterApi(url, 'validacion.pri')
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=validada&limite=50')
  id = body.elementos.at(-1)?.id ?? ''
  before = await textNow()
})
afterAll(() => browser?.close())

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await newPerson(browser, { viewport })
  faultsOf(context, faults)
  return context.newPage()
}

async function textNow(): Promise<string> {
  return String((await readSeccion(account, id, SECCION)).respuestas.propuesta_1)
}

async function published() {
  const { secciones } = await readPublic<Publica>(url, `/candidaturas/${id}`)
  const found = secciones.find(({ clave }) => clave === SECCION)
  return {
    estatus: found?.estatus,
    texto: found?.campos.find(({ clave }) => clave === 'propuesta_1')?.valor ?? null,
    pausa: found?.pausa ?? null,
  }
}

async function review(page: Page): Promise<void> {
  await page.goto(`${url}/consola/revision/${id}`)
  await page.getByRole('heading', { name: 'Comprobaciones' }).waitFor()
}

/** The actor político sends it, at the end of the captura. */
async function send(): Promise<void> {
  await validacion.goto(`${url}/consola/candidaturas/${id}/captura/envio`)
  await step(validacion, 'the sending', async () => {
    await heading(validacion, 'Revisar y enviar')
    await validacion.getByRole('button', { name: 'Enviar a revisión del instituto' }).click()
    await confirm(validacion, 'Enviar a revisión del instituto')
    await folioOf(validacion, 'La captura se envió al instituto')
  })
}

stage('a reviewer observes with the keyboard, and may not close what she observed', async () => {
  await signIn(observa, url, 'verificacion1')
  await review(observa)
  await step(observa, 'the observation', async () => {
    await observa.getByRole('heading', { name: 'Verificar', exact: true }).click()
    await observa.keyboard.press('o')
    await observa.getByLabel('Sección', { exact: true }).first().selectOption({ label: 'Propuestas' })
    await observa
      .getByLabel('Supuesto')
      .first()
      .selectOption({ label: supuesto('contenido_restringido') })
    await observa.getByLabel('Qué debe atenderse').fill(ROUND_1)
    await observa.getByRole('button', { name: 'Devolver con esta observación' }).click()
    await folioOf(observa, 'El acto quedó registrado')
    await observa.getByText('Cerrar esta observación').click()
    await observa.getByText('Usted hizo esta observación: la cierra otra persona revisora.').first().waitFor()
  })
  expect(await inspect(observa)).toEqual([])
})

stage('the operator is told what falls due, reads the observation with its term, and answers in words', async () => {
  await signIn(captura, url, 'captura.pri')
  await step(captura, 'the task', async () => {
    await captura.getByText(/^Responder (una observación|[\d,]+ observaciones)$/).waitFor()
  })
  await captura.goto(`${url}/consola/candidaturas/${id}/captura`)
  await step(captura, 'the answer', async () => {
    await heading(captura, 'Propuestas')
    await captura.getByText(ROUND_1).waitFor()
    await captura
      .getByText(/^Vence/)
      .first()
      .waitFor()
    await captura.getByText('Responder sin cambiar el texto').click()
    await captura.getByRole('button', { name: 'Enviar la respuesta' }).click()
    await captura.getByText('Explique por qué, en 10 caracteres o más').first().waitFor()
    await captura.getByLabel('Su respuesta').fill(ANSWER)
  })
  expect(await inspect(captura)).toEqual([])
  await step(captura, 'the acuse', async () => {
    await captura.getByRole('button', { name: 'Enviar la respuesta' }).click()
    await folioOf(captura, 'La respuesta se recibió')
    await captura.getByText(ANSWER).waitFor()
  })
  await signIn(validacion, url, 'validacion.pri')
  await send()
})

stage('the reviewer observes again: a second round', async () => {
  await review(observa)
  await step(observa, 'the second round', async () => {
    await observa.getByText(ANSWER).first().waitFor()
    await observa.getByRole('button', { name: 'No se atendió: observar de nuevo' }).click()
    await observa.getByText('Será la ronda 2 de la misma observación.').waitFor()
    await observa.getByLabel('Qué debe atenderse').fill(ROUND_2)
    await observa.getByRole('button', { name: 'Devolver con esta observación' }).click()
    await folioOf(observa, 'El acto quedó registrado')
    await observa.getByText('(ronda 2)').waitFor()
  })
})

stage('corrected and sent again, another person closes it and verifies: then it is public', async () => {
  const { version, respuestas } = await readSeccion(account, id, SECCION)
  const corrected = { ...respuestas, propuesta_1: `${before} Es el taller del barrio.` }
  const saved = await account.put(`/candidaturas/${id}/captura/curricular/${SECCION}`, { version, respuestas: corrected })
  expect(saved.status).toBe(200)
  await send()
  expect((await published()).texto).toBeNull()
  await signIn(otra, url, 'verificacion2')
  await review(otra)
  await step(otra, 'closing and verifying', async () => {
    await otra.getByLabel('Qué debe atenderse').fill(HALF)
    await otra.getByText('Cerrar esta observación').click()
    await otra.getByLabel('Por qué se cierra').fill('Ya dice de qué taller se trata.')
    await otra.getByRole('button', { name: 'Dar por atendida' }).click()
    await folioOf(otra, 'El acto quedó registrado')
    await otra.getByText('Cerrar esta observación').waitFor({ state: 'detached' })
    expect(await otra.getByLabel('Qué debe atenderse').inputValue()).toBe(HALF)
    await otra.getByRole('button', { name: 'Verificar la captura' }).click()
    await otra.getByRole('button', { name: 'Sí, verificar' }).click()
    await otra.getByText('El instituto la verificó').first().waitFor()
  })
  await eventually(async () => (await published()).texto === corrected.propuesta_1, 'the publication')
})

stage('a correction asked for after publication opens only its section, and what is published stays', async () => {
  await validacion.goto(`${url}/consola/candidaturas/${id}`)
  await step(validacion, 'the request', async () => {
    await validacion.getByRole('link', { name: 'Solicitar una corrección' }).click()
    await heading(validacion, 'Solicitar una corrección')
    await validacion.getByRole('button', { name: 'Enviar la solicitud' }).click()
    await validacion.getByText('Elija la sección').first().waitFor()
    await validacion.getByLabel('Sección por corregir').selectOption({ label: 'Propuestas' })
    await validacion.getByLabel('Qué se quiere corregir y por qué').fill(REASON)
  })
  expect(await inspect(validacion)).toEqual([])
  await validacion.getByRole('button', { name: 'Enviar la solicitud' }).click()
  await folioOf(validacion, 'La solicitud se recibió')
  await review(otra)
  await step(otra, 'accepting', async () => {
    await otra.getByText(REASON).first().waitFor()
    await otra.getByLabel('Por qué se acepta o se rechaza').fill('Es un error de dedo.')
    await otra.getByRole('button', { name: 'Aceptar: se abre sólo esta sección' }).click()
    await folioOf(otra, 'El acto quedó registrado')
  })
  await captura.goto(`${url}/consola/candidaturas/${id}/captura`)
  await step(captura, 'the open section', async () => {
    await heading(captura, 'Propuestas')
    await captura.getByText('El instituto aceptó que corrija esta sección').waitFor()
    await captura.getByLabel('Propuesta 1').fill(`${before} Es el taller del barrio, corregido.`)
    await captura.getByText(/^Guardado a las/).waitFor()
  })
  expect((await published()).texto).toBe(`${before} Es el taller del barrio.`)
})

stage('a pause leaves a sober notice in the place of the section, and ends by decision', async () => {
  await review(otra)
  await step(otra, 'pausing', async () => {
    await otra.getByText('Pausar una sección publicada').click()
    await otra.locator('#pausa-seccion').selectOption({ label: 'Propuestas' })
    await otra.locator('#pausa-supuesto').selectOption({ label: supuesto('propaganda') })
    await otra.locator('#pausa-motivo').fill('Se recibió una queja y se revisa.')
    await otra.getByLabel('Último día de la pausa (opcional)').fill('2024-04-19')
    await otra.getByRole('button', { name: 'Pausar la sección' }).click()
    await otra.getByText('El último día no puede ser anterior a hoy').first().waitFor()
    await otra.getByLabel('Último día de la pausa (opcional)').fill('2024-12-31')
  })
  expect(await inspect(otra)).toEqual([])
  await otra.getByRole('button', { name: 'Pausar la sección' }).click()
  await folioOf(otra, 'El acto quedó registrado')
  await eventually(async () => (await published()).estatus === 'pausada', 'the pause')
  await visor.goto(`${url}/candidaturas/${id}`)
  await visor.getByText(/pausó esta parte\. Se revisa si el texto incluye lemas.*martes 31 de diciembre de 2024/).waitFor()
  expect(await visor.content()).not.toContain('taller del barrio')
  expect(await inspect(visor)).toEqual([])
  await step(otra, 'ending it', async () => {
    await otra.getByText('Terminar la pausa').click()
    await otra.getByLabel('Por qué termina').fill('La queja no procede.')
    await otra.getByRole('button', { name: 'Volver a publicar' }).click()
    await folioOf(otra, 'El acto quedó registrado')
  })
  await eventually(async () => (await published()).estatus === 'publicada', 'the return')
})

stage('the reviewer of a candidatura that was never sent is told so, and nothing of it', async () => {
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=en_captura&limite=1')
  await otra.goto(`${url}/consola/revision/${body.elementos[0]?.id}`)
  await otra.getByRole('heading', { name: 'El actor político todavía no la envía' }).waitFor()
  expect(await otra.getByText('En blanco:').count()).toBe(0)
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})
