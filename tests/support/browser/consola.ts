import type { Page } from 'playwright-core'
import { step } from './browser.ts'
import { accountOf, keepFactor } from '../cuentas-demo.ts'

/** Signs in with one press of a demonstration account and waits for its page of today. Its factor stays recent. */
export async function signIn(page: Page, url: string, user: string): Promise<void> {
  const { correo, nombre } = accountOf(user)
  await step(page, `${user} signs in`, async () => {
    await page.goto(`${url}/consola/`)
    await page.getByRole('button', { name: nombre, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: user === 'candidata' ? 'Mi candidatura' : 'Lo que toca hoy' }).waitFor()
    await keepFactor(url, correo)
  })
}

/** Whether it opened the account, at the page of that heading. */
export async function enterCode(page: Page, codigo: string, name = 'Lo que toca hoy'): Promise<boolean> {
  const inside = page.getByRole('heading', { level: 1, name })
  await page.getByLabel('Código de seis dígitos').fill(codigo)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.getByRole('alert').or(inside).first().waitFor()
  return inside.isVisible()
}
