import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Vista {
  secciones: { cuestionario: string; clave: string; version: number; respuestas: Record<string, unknown> }[]
}

const { url } = sharedSimulacro()
const stage = stages()
const SECCION = 'propuestas'
const MIA = 'Abrir una biblioteca en cada colonia.'
const SUYA = 'Abrir un taller en cada colonia.'
let browser: Browser
let ella: Page
let id = ''
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faultsOf(context, faults)
  ella = await context.newPage()
  const persona = await enterApi(url, 'candidata')
  id = (await persona.get<{ elementos: { id: string }[] }>('/candidaturas')).body.elementos[0]?.id ?? ''
  await save(persona, MIA)
  await save(await enterApi(url, 'captura.pan'), SUYA)
  await signIn(ella, url, 'candidata')
})
afterAll(() => browser?.close())

async function save(account: ApiAccount, propuesta: string): Promise<void> {
  const { body } = await account.get<Vista>(`/candidaturas/${id}/captura`)
  const seccion = body.secciones.find(({ clave }) => clave === SECCION)
  const respuestas = { ...seccion?.respuestas, propuesta_1: propuesta }
  const saved = await account.put(`/candidaturas/${id}/captura/curricular/${SECCION}`, { version: seccion?.version ?? 0, respuestas })
  expect(saved.status).toBe(200)
}

stage('a persona sees who captured what in her name, and compares it with what she had written', async () => {
  await ella.goto(`${url}/consola/candidaturas/${id}/captura/curricular/${SECCION}`)
  await settled(ella)
  await ella.getByText('Lo que otra cuenta capturó en su nombre (1)').click()
  await ella.getByText(/: Captura, de Partido Acción Nacional\. Último guardado: sábado 20 de abril de 2024/).waitFor()
  await ella.getByText('Otra cuenta cambió esta sección en su nombre').waitFor()
  await ella.getByText('Comparar con lo que usted había escrito').click()
  await ella.locator('del', { hasText: 'biblioteca' }).waitFor()
  await ella.locator('ins', { hasText: 'taller' }).waitFor()
  expect(await inspect(ella)).toEqual([])
  expect(faults).toEqual([])
})
