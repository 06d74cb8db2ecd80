import { createHash, randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const PASSWORD = 'tortuga verde camina lento'
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** An invitation whose mail is read by nobody: the token of its link. */
async function invite(correo: string): Promise<string> {
  const [id, token] = [randomUUID(), randomUUID().replaceAll('-', 'x').padEnd(43, 'x')]
  await askDatabase(
    folderAt(url),
    `insert into acceso.cuenta (id, correo, nombre, rol, estatus, creada_en) values ($1, $2, 'Persona Invitada', 'comision', 'invitada', now())`,
    [id, correo],
  )
  await askDatabase(
    folderAt(url),
    `insert into acceso.enlace (sha256, cuenta_id, tipo, vence_en) values ($1, $2, 'invitacion', now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest('hex'), id],
  )
  return token
}

async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const device = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...device, automaticPresenceSimulation: true } })
}

async function enterPassword(page: Page, correo: string): Promise<void> {
  await page.getByLabel('Correo electrónico').fill(correo)
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Entrar' }).click()
}

test('a person activates her account with a passkey, leaves and enters with it; her pages have no violation', async () => {
  const correo = 'invitada.factores@simulacro.example'
  const context = await newPerson(browser)
  const faults = faultsOf(context)
  const page = await context.newPage()
  await addAuthenticator(page)
  await page.goto(`${url}/consola/invitacion/${await invite(correo)}`)
  await page.getByLabel('Contraseña nueva').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continuar' }).click()
  const wrong: string[] = []
  await page.getByRole('button', { name: 'Registrar este equipo' }).waitFor()
  wrong.push(...(await inspect(page)))
  await page.getByRole('button', { name: 'Registrar este equipo' }).click()
  await page.getByRole('heading', { name: 'Códigos de recuperación', exact: true }).waitFor()
  wrong.push(...(await inspect(page)))
  await page.getByLabel('Ya guardé mis códigos de recuperación').check()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lo que toca hoy' }).waitFor()
  await page.goto(`${url}/consola/factores`)
  await page.getByText('Es la única forma').waitFor()
  await settled(page)
  wrong.push(...(await inspect(page)))
  await page.getByRole('button', { name: 'Salir' }).click()
  await enterPassword(page, correo)
  await page.getByRole('button', { name: 'Confirmar que soy yo' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(wrong).toEqual([])
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
  await context.close()
})
