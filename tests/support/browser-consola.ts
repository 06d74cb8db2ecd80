import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { pack } from '@conoceles/proceso-morelos-2024'
import { createDemoCuentas } from '../../apps/api/src/simulacro/cuentas.ts'
import { step } from './browser.ts'
import { pause } from './simulacro-server.ts'

interface DemoAccount {
  correo: string
  contrasena: string
  totp: string | null
}

const ACCOUNTS: DemoAccount[] = createDemoCuentas(pack, { candidaturas: [], capturas: [] })

/** A demonstration account by the first part of its correo ("captura.pan"). */
export function accountOf(user: string): DemoAccount {
  const found = ACCOUNTS.find(({ correo }) => correo.startsWith(`${user}@`))
  if (!found) throw new Error(`there is no demonstration account ${user}`)
  return found
}

const STEP_MS = 30_000
/** Several files of tests may want the same account at once. */
const TRIES = 4

export function codeOf(totp: string): string {
  return new TOTP({ secret: Secret.fromBase32(totp) }).generate()
}

/** Until another code is in force: each one opens the account only once. */
export function untilNextCode(): Promise<void> {
  return pause(STEP_MS - (Date.now() % STEP_MS) + 100)
}

/** Signs in through the screen and waits for what one has to do today. */
export async function signIn(page: Page, url: string, user: string): Promise<void> {
  const { correo, contrasena, totp } = accountOf(user)
  await step(page, `${user} signs in`, async () => {
    await page.goto(`${url}/consola/`)
    await page.getByLabel('Correo electrónico').fill(correo)
    await page.getByLabel('Contraseña', { exact: true }).fill(contrasena)
    await page.getByRole('button', { name: 'Entrar' }).click()
    if (totp !== null) await enterCode(page, totp)
    await page.getByRole('heading', { level: 1, name: 'Lo que toca hoy' }).waitFor()
  })
}

async function enterCode(page: Page, totp: string): Promise<void> {
  const field = page.getByLabel('Código de seis dígitos')
  const refused = page.getByRole('alert')
  const inside = page.getByRole('heading', { level: 1, name: 'Lo que toca hoy' })
  for (let tries = 0; tries < TRIES; tries += 1) {
    // Somebody else of the tests used the code of a moment ago.
    if (tries > 0) await untilNextCode()
    await field.fill(codeOf(totp))
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByRole('button', { name: 'Entrar' }).and(page.locator(':not([aria-busy])')).or(inside).first().waitFor()
    await refused.or(inside).first().waitFor()
    if (await inside.isVisible()) return
  }
}
