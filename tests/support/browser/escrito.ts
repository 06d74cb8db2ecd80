import type { BrowserContext, Page } from 'playwright-core'
import { eventually, step } from './browser.ts'
import { readSeccion, type ApiAccount } from '../servidor/simulacro-server-api.ts'

/** The question in which a test writes, and its text. */
export const FIELD = 'Historia profesional o laboral'
export const TEXT = 'Lo que se escribe a las 23:50 del último día no se pierde aunque la línea se caiga.'

export const sectionOf = (url: string, id: string) => `${url}/consola/candidaturas/${id}/captura/curricular/historia`

export async function openSection(context: BrowserContext, url: string, id: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(sectionOf(url, id))
  await step(page, 'the section', () => page.getByLabel(FIELD).waitFor())
  return page
}

/** On the screen and on the server. */
export async function expectKept(page: Page, account: ApiAccount, { id, text }: { id: string; text: string }): Promise<void> {
  await step(page, 'the written text', async () => {
    await page
      .getByText(/^Guardado/)
      .first()
      .waitFor()
    expect(await page.getByLabel(FIELD).inputValue()).toBe(text)
  })
  await eventually(
    async () => (await readSeccion(account, id, 'historia')).respuestas.historia_profesional === text,
    'the text on the server',
  )
}

/** Ends a tab without the last gasp that it has when it is closed in order. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  page.goto('chrome://crash').catch(() => undefined)
  await crashed
  await page.close()
}

/** A refusal as the API answers it. */
export function refusal(status: number, code: string, title: string) {
  return {
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title, status, code, requestId: 'prueba', errors: [] }),
  }
}
