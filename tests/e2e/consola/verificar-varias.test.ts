import type { Browser } from 'playwright-core'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { confirm, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { askDatabase } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

let browser: Browser
let server: SimulacroServer
let folder: string

beforeAll(async () => {
  const { built, prepared } = sharedSimulacro()
  folder = copyFolder(prepared)
  server = await startServer({ built, folder })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
  await removeDataFolder(folder)
})

/** Says that the institute allows it, which the server reads when it starts. */
async function allow(): Promise<void> {
  const { built } = sharedSimulacro()
  await askDatabase(folder, `update captura.proceso set catalogos = jsonb_set(catalogos, '{revision,varias,permitido}', 'true')`)
  await server.end('SIGTERM')
  server = await startServer({ built, folder })
}

test('a reviewer verifies together what she opened, only where the institute allows it, and is told of the rest', async () => {
  const [opened, unopened] = await askDatabase<{ id: string }>(
    folder,
    `select c.id from captura.candidatura c where c.estatus = 'aprobada' and c.estatus_captura = 'validada'
     and not exists (select from captura.observacion o where o.candidatura_id = c.id and o.cerrada_en is null)
     and not exists (select from captura.consentimiento k where k.candidatura_id = c.id and k.revision in ('pendiente', 'rechazada'))
     order by c.orden limit 2`,
  )
  const faults: string[] = []
  const context = await newPerson(browser)
  faultsOf(context, faults)
  const page = await context.newPage()
  await signIn(page, server.url, 'verificacion1')
  await page.goto(`${server.url}/consola/revision`)
  await page.getByRole('button', { name: 'Revisar la siguiente' }).waitFor()
  expect(await page.getByRole('button', { name: 'Verificar varias' }).count()).toBe(0)

  await allow()
  const reviewer = await (await newPerson(browser)).newPage()
  await signIn(reviewer, server.url, 'verificacion1')
  await reviewer.goto(`${server.url}/consola/revision/${opened?.id}`)
  await reviewer.getByRole('heading', { level: 1 }).waitFor()
  await reviewer.getByRole('button', { name: 'Siguiente', exact: true }).waitFor()
  await reviewer.goto(`${server.url}/consola/revision`)
  await reviewer.getByRole('button', { name: 'Verificar varias' }).click()
  await heading(reviewer, 'Candidaturas')
  for (const each of [opened, unopened])
    await reviewer
      .locator('#candidaturas tbody tr', { has: reviewer.locator(`#candidatura-${each?.id}`) })
      .getByRole('checkbox')
      .check()
  await reviewer.getByRole('button', { name: 'Verificar seleccionadas' }).click()
  await reviewer.getByRole('heading', { name: '1 candidatura está lista para verificarse' }).waitFor()
  await reviewer.getByText('1 validada que falta revisar').click()
  await reviewer.getByText('Usted no la ha abierto desde que se validó.').waitFor()
  expect(await reviewer.locator(`a[href$="/revision/${unopened?.id}"]`).count()).toBe(1)
  expect(await inspect(reviewer)).toEqual([])

  await reviewer.getByRole('button', { name: 'Verificar 1 candidatura' }).click()
  await confirm(reviewer, 'Verificar 1 candidatura')
  await reviewer.getByText('Se verificó 1 candidatura').waitFor()
  await reviewer.getByText('1 candidatura quedó fuera.').waitFor()
  expect(await inspect(reviewer)).toEqual([])
  const [after] = await askDatabase<{ estatus: string }>(
    folder,
    'select estatus_captura as estatus from captura.candidatura where id = $1',
    [opened?.id],
  )
  expect(after?.estatus).toBe('verificada')
  expect(faults).toEqual([])
})
