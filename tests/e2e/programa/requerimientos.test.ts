import type { Browser, Page } from 'playwright-core'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { askDatabase } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

const stage = stages()
const faults: string[] = []
let browser: Browser
let server: SimulacroServer
let folder: string
let revisa: Page
let secretaria: Page
let partido: Page
let id = ''

beforeAll(async () => {
  const { built, prepared } = sharedSimulacro()
  folder = copyFolder(prepared)
  server = await startServer({ built, folder })
  browser = await launchBrowser()
  const pages = await Promise.all([DESKTOP, DESKTOP, PHONE].map(newPage))
  ;[revisa, secretaria, partido] = pages as [Page, Page, Page]
  const [row] = await askDatabase<{ id: string }>(
    folder,
    `select c.id from captura.candidatura c join captura.actor_politico r on r.id = c.responsable_id
     where r.clave = 'PRI' and c.estatus = 'aprobada' and c.estatus_captura = 'validada' order by c.orden limit 1`,
  )
  id = row?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
  await removeDataFolder(folder)
})

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await newPerson(browser, { viewport })
  faultsOf(context, faults)
  return context.newPage()
}

const requerimientos = (page: Page) => page.goto(`${server.url}/consola/requerimientos`)

stage('a reviewer finds the ground by a word, with its text written, and completes it', async () => {
  await signIn(revisa, server.url, 'verificacion1')
  await revisa.goto(`${server.url}/consola/revision/${id}`)
  await step(revisa, 'the ground', async () => {
    await revisa.getByRole('button', { name: 'Observar la sección Propuestas' }).click()
    await revisa.getByLabel('Buscar por palabra').fill('lemas')
    const texto = revisa.getByLabel('Qué debe atenderse')
    await revisa.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#obs-texto')?.value === 'Contiene lemas o imágenes de campaña.',
    )
    await revisa.getByText('Quite los lemas y las imágenes de campaña, y deje lo demás.').waitFor()
    expect(await revisa.locator('#obs-supuesto option').allInnerTexts()).not.toContain('La fotografía tiene más de tres meses')
    await texto.press('End')
    await texto.pressSequentially(' Está en la segunda propuesta.')
  })
  expect(await inspect(revisa)).toEqual([])
  await step(revisa, 'the observation', async () => {
    await revisa.getByRole('button', { name: 'Devolver con esta observación' }).click()
    await folioOf(revisa, 'El acto quedó registrado')
    await revisa.getByText('Contiene lemas o imágenes de campaña. Está en la segunda propuesta.').first().waitFor()
  })
})

stage('the secretaría issues the letter of one actor with all of its observaciones, and notifies it by mail', async () => {
  await signIn(secretaria, server.url, 'secretaria')
  await requerimientos(secretaria)
  await step(secretaria, 'the choice', async () => {
    await heading(secretaria, 'Requerimientos de observaciones')
    const actor = secretaria.getByLabel('Actor político')
    await actor.selectOption(
      (await actor.locator('option', { hasText: 'Partido Revolucionario Institucional' }).getAttribute('value')) ?? '',
    )
    await secretaria.getByText(/^\d+ de \d+ observaciones elegidas$/).waitFor()
  })
  expect(await inspect(secretaria)).toEqual([])
  await step(secretaria, 'the issue', async () => {
    await secretaria.getByRole('button', { name: /^Emitir con \d+ observaciones$/ }).click()
    await secretaria.getByRole('dialog').getByRole('button', { name: 'Emitir', exact: true }).click()
    await folioOf(secretaria, 'Se emitió el requerimiento OBS-0001')
  })
  await step(secretaria, 'the notification', async () => {
    await secretaria.getByRole('button', { name: 'Notificar OBS-0001' }).click()
    expect(await inspect(secretaria)).toEqual([])
    await secretaria.getByRole('dialog').getByRole('button', { name: 'Notificar', exact: true }).click()
    await folioOf(secretaria, 'Se notificó el requerimiento OBS-0001')
    await secretaria.getByText('Sin acuse').waitFor()
  })
})

stage('its actor político keeps the letter, acknowledges it, and reads beside the observation how to mend it', async () => {
  await signIn(partido, server.url, 'captura.pri')
  await requerimientos(partido)
  await step(partido, 'the letter', async () => {
    const [file] = await Promise.all([
      partido.waitForEvent('download'),
      partido.getByRole('button', { name: 'Descargar OBS-0001 en PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('requerimiento-OBS-0001.pdf')
  })
  expect(await inspect(partido)).toEqual([])
  await step(partido, 'the acuse', async () => {
    await partido.getByRole('button', { name: 'Acusar de recibo OBS-0001' }).click()
    await folioOf(partido, 'Acusó de recibo el requerimiento OBS-0001')
  })
  await partido.goto(`${server.url}/consola/candidaturas/${id}/captura`)
  await step(partido, 'the remedy', () =>
    partido.getByText('Quite los lemas y las imágenes de campaña, y deje lo demás.').first().waitFor(),
  )
  expect(faults).toEqual([])
})
