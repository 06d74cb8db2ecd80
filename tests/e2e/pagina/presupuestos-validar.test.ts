/** Budget of the last night: how many clicks validate 152 complete candidaturas, and an account that is exact after a lost answer. */
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { leaveCompletas } from '../../support/mundos/completas.ts'
import { askDatabase } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

const BUDGET = 12
const CUANTAS = 152
const stage = stages()
const faults: string[] = []
let browser: Browser
let context: BrowserContext
let server: SimulacroServer
let folder: string
let page: Page

beforeAll(async () => {
  const { built, prepared } = sharedSimulacro()
  folder = copyFolder(prepared)
  server = await startServer({ built, folder })
  await leaveCompletas(folder, { actor: 'PRI', cuantas: CUANTAS })
  browser = await launchBrowser()
  context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, server.url, 'validacion.pri')
})
afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
  await removeDataFolder(folder)
})

const countValidadas = async () => {
  const [row] = await askDatabase<{ actos: number; acuses: number }>(
    folder,
    `select (select count(*)::int from publico.acuse where acto = 'candidatura.validada') as acuses,
       (select count(*)::int from bitacora.acto where contenido::jsonb ->> 'acto' = 'candidatura.validada') as actos`,
  )
  return row
}

stage('one complete candidatura is validated and the next of the list opens, with the acuse of the one before', async () => {
  await page.goto(`${server.url}/consola/candidaturas?estatusCaptura=completa&estatus=aprobada`)
  const names = page.locator('#candidaturas tbody tr a[id^="candidatura-"]')
  const [first = '', second = ''] = await step(page, 'the list', async () => {
    await names.nth(1).waitFor()
    return names.allInnerTexts()
  })
  await names.first().click()
  await heading(page, first)
  await page.goto(`${page.url()}/captura/envio`)
  await page.getByRole('button', { name: 'Enviar y abrir la siguiente' }).click()
  await confirm(page, 'Enviar y abrir la siguiente')
  expect(await folioOf(page, `La captura de ${first} se envió al instituto`)).toMatch(/^[\dA-Z]{5}-/)
  await page.getByRole('link', { name: second, exact: true }).waitFor()
  expect(await inspect(page)).toEqual([])
  await leaveCompletas(folder, { actor: 'PRI', cuantas: CUANTAS })
})

stage(`${CUANTAS} complete candidaturas are validated in ${BUDGET} clicks at most, from the page of today`, async () => {
  const before = await countValidadas()
  await page.goto(`${server.url}/consola/`)
  let clicks = 0
  const click = async (what: Locator) => {
    await what.click()
    clicks += 1
  }
  await click(page.getByRole('link', { name: `Validar ${CUANTAS} candidaturas completas` }))
  await page.getByRole('status').getByText(`${CUANTAS} candidaturas`).waitFor()
  await click(page.locator('#candidaturas thead').getByRole('checkbox'))
  await click(page.getByRole('button', { name: `Elegir las ${CUANTAS} de este filtro` }))
  await page.getByText(`${CUANTAS} candidaturas elegidas`).waitFor()
  await click(page.getByRole('button', { name: 'Validar seleccionadas' }))
  await heading(page, 'Validar seleccionadas')
  await page.getByRole('heading', { name: `${CUANTAS} candidaturas están listas para validarse` }).waitFor()
  expect(await inspect(page)).toEqual([])
  await click(page.getByRole('button', { name: `Validar ${CUANTAS} candidaturas` }))

  // The second part is done and its answer is lost on the way.
  let parts = 0
  await page.route('**/api/v1/validaciones', async (route) => {
    parts += 1
    if (parts !== 2) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await click(page.getByRole('dialog').getByRole('button', { name: `Validar ${CUANTAS} candidaturas` }))
  await page.getByText('La validación se detuvo antes de terminar').waitFor()
  expect(await inspect(page)).toEqual([])
  await click(page.getByRole('button', { name: /^Seguir con las/ }))
  await page.getByText(`Se validaron ${CUANTAS} candidaturas`).waitFor()

  expect(clicks).toBeLessThanOrEqual(BUDGET)
  const after = await countValidadas()
  expect([(after?.actos ?? 0) - (before?.actos ?? 0), (after?.acuses ?? 0) - (before?.acuses ?? 0)]).toEqual([CUANTAS, CUANTAS])
  expect(await inspect(page)).toEqual([])
})

stage('the account is a file with every acuse, and it is still there after a reload', async () => {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar la cuenta con sus acuses (CSV)' }).click()
  const lines = (await readFile(await (await file).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(CUANTAS + 1)
  const folios = lines.slice(1).map((line) => /"([\dA-Z]{5}-[\dA-Z]{5}-[\dA-Z]{5})"/.exec(line)?.[1])
  expect(new Set(folios).size).toBe(CUANTAS)
  await page.reload()
  await page.getByText(`Se validaron ${CUANTAS} candidaturas`).waitFor()
  await page.getByText(folios[0] ?? '', { exact: true }).waitFor()
})

stage('those that cannot be validated are named with their reasons, on the phone too', async () => {
  await page.setViewportSize(PHONE)
  await page.goto(`${server.url}/consola/candidaturas?estatus=aprobada`)
  await settled(page)
  for (const box of (await page.locator('#candidaturas tbody').getByRole('checkbox').all()).slice(0, 30)) await box.check()
  await page.getByRole('button', { name: 'Validar seleccionadas' }).click()
  await page.getByRole('heading', { name: /se quedan? fuera$/ }).waitFor()
  await page.getByText(/ya validadas?$/).click()
  await page.getByText('Ya se validó y el instituto la está revisando.').first().waitFor()
  expect(await inspect(page)).toEqual([])
  expect(faults).toEqual([])
})
