import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { signIn } from '../../support/browser/consola.ts'
import { accountOf } from '../../support/cuentas-demo.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const SHOTS = join(__dirname, '../../../.cache/derechos')
const EXPLANATION = 'Queja recibida en la Unidad de Transparencia.'
const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let revisa: Page
let ella: Page
let unidad: Page
const faults: string[] = []

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  revisa = await newPage()
  ella = await newPage()
  unidad = await newPage()
})
afterAll(() => browser?.close())

async function newPage(): Promise<Page> {
  const context = await newPerson(browser)
  faultsOf(context, faults)
  return context.newPage()
}

/** Asserts that axe finds nothing, and photographs the page on desktop and phone for later review. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  expect(await inspect(page)).toEqual([])
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(SHOTS, `${name}-${viewport.width}.png`), fullPage: true })
  }
  await page.setViewportSize(DESKTOP)
}

stage('a reviewer sees no identity answer before she says what she opens them for', async () => {
  await signIn(revisa, url, 'verificacion1')
  const api = await enterApi(url, 'validacion.pan')
  const { body } = await api.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=validada&limite=50')
  await revisa.goto(`${url}/consola/revision/${body.elementos[1]?.id}`)
  await step(revisa, 'the reason', async () => {
    await revisa.getByText('Las respuestas de identidad están cerradas').waitFor()
    await revisa.getByRole('button', { name: 'Abrir las respuestas' }).click()
    await revisa.getByText('Elija para qué las abre').first().waitFor()
    await revisa.getByLabel('Atender una queja o un requerimiento').check()
    await look(revisa, 'motivo')
    await revisa.getByLabel('Explique el motivo').fill(EXPLANATION)
    await revisa.getByRole('button', { name: 'Abrir las respuestas' }).click()
    await revisa.getByText(`Hoy las abrió para: ${EXPLANATION}`).waitFor()
    await revisa.getByRole('heading', { name: 'Discapacidad' }).waitFor()
  })
  await look(revisa, 'abiertas')
})

interface Vista {
  secciones: { cuestionario: string; clave: string; version: number; respuestas: Record<string, unknown> }[]
}

/** She authorises the treatment and answers the first identity section, as far as she has: there is something to read. */
async function responder(persona: ApiAccount, id: string): Promise<void> {
  const { body: aviso } = await persona.get<{ id: string }>('/avisos-privacidad/vigente')
  const choices = { avisoId: aviso.id, tratamiento: true, publicacion: false, estadistica: true }
  expect((await persona.put(`/candidaturas/${id}/consentimiento`, choices)).status).toBe(200)
  const { body } = await persona.get<Vista>(`/candidaturas/${id}/captura`)
  const seccion = body.secciones.find(({ clave }) => clave === 'indigena')
  const json = { version: seccion?.version ?? 0, respuestas: { indigena_autoadscripcion: 'No' } }
  expect((await persona.put(`/candidaturas/${id}/captura/identidad/indigena`, json)).status).toBe(200)
}

stage('a persona sees who read hers', async () => {
  const persona = await enterApi(url, 'candidata')
  const id = (await persona.get<{ elementos: { id: string }[] }>('/candidaturas')).body.elementos[0]?.id ?? ''
  await responder(persona, id)
  await (await enterApi(url, 'captura.pan')).get(`/candidaturas/${id}/captura`)
  await signIn(ella, url, 'candidata')
  await ella.getByRole('link', { name: 'Quién ha leído mis respuestas' }).click()
  await step(ella, 'the list', async () => {
    await ella.getByText('Capturarlas o revisarlas en su nombre').first().waitFor()
    await ella
      .getByText(/^Captura · Partido Acción Nacional/)
      .first()
      .waitFor()
  })
  await look(ella, 'lecturas')
})

stage('Transparencia receives a request, proves the identity and answers it within its term', async () => {
  await signIn(unidad, url, 'transparencia')
  await unidad.getByRole('link', { name: 'Derechos ARCO' }).first().click()
  await unidad.getByRole('heading', { level: 2, name: 'No hay solicitudes' }).waitFor()
  await unidad.getByRole('link', { name: 'Recibir una solicitud' }).click()
  await step(unidad, 'the request', async () => {
    await unidad.getByRole('button', { name: 'Registrar la solicitud' }).click()
    await unidad.getByText('Elija a la persona').first().waitFor()
    await unidad.getByLabel('Busque a la persona por su nombre').fill('maria')
    await unidad
      .getByRole('radio', { name: /· Diputaciones/ })
      .first()
      .check()
    await look(unidad, 'derecho-nueva')
    await unidad.getByRole('radio', { name: 'Acceso', exact: true }).check()
    await unidad.getByLabel('Recibida el').fill('2024-04-19')
    await unidad.getByLabel('Qué pide').fill('Pido saber qué datos míos guarda el instituto.')
    await unidad.getByRole('button', { name: 'Registrar la solicitud' }).click()
    await unidad.getByText(/^Responder en 20 días hábiles, a más tardar el/).waitFor()
  })
  await step(unidad, 'the answer', async () => {
    await unidad
      .getByLabel('Documento con que acreditó su identidad')
      .setInputFiles({ name: 'ine.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nfirma\n%%EOF') })
    await unidad.getByLabel('Texto del acto').fill('Procede: se entrega todo lo que se guarda de ella.')
    await unidad.getByRole('button', { name: 'Acreditar su identidad' }).click()
    await unidad.getByRole('radio', { name: 'Responder', exact: true }).check()
    await unidad.getByRole('radio', { name: 'No procede', exact: true }).check()
    expect(await unidad.getByLabel('Causa por la que no procede').inputValue()).toBe('')
    await unidad.getByRole('radio', { name: 'Procede', exact: true }).check()
    // The account of a person signs with her name.
    expect(await unidad.getByLabel('Quién firma el oficio').inputValue()).toBe(accountOf('transparencia').nombre)
    await look(unidad, 'derecho-acto')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText(/^Notificar la respuesta en 20 días hábiles, a más tardar el/).waitFor()
    await unidad.getByRole('button', { name: 'Descargar todos sus datos' }).waitFor()
  })
  await look(unidad, 'derecho')
  await unidad.getByRole('link', { name: 'Todas las solicitudes' }).click()
  await unidad.getByRole('link', { name: 'ARCO/2024/001' }).waitFor()
  await look(unidad, 'derechos')
})

const PDF = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF`) })

stage('a persona asks with her own account, completes what she is asked, and reads the answer with its document', async () => {
  await ella.goto(`${url}/consola/`)
  await step(ella, 'her requests, none yet', async () => {
    await ella.getByRole('link', { name: 'Mis derechos' }).first().click()
    await ella.getByRole('heading', { level: 2, name: 'Todavía no ha pedido nada' }).waitFor()
  })
  await look(ella, 'propios-vacio')
  await ella.getByRole('link', { name: 'Pedir algo sobre mis datos' }).click()
  await step(ella, 'she asks', async () => {
    await ella.getByRole('button', { name: 'Seguir' }).click()
    await ella.getByText('Elija el derecho').first().waitFor()
    await ella.getByRole('radio', { name: /rectificación/ }).check()
    await ella.getByRole('button', { name: 'Seguir' }).click()
    await ella.getByRole('radio', { name: /^Los datos de mi registro/ }).check()
    await ella.getByRole('button', { name: 'Seguir' }).click()
    await ella.getByLabel('Dígalo con sus palabras').fill('Mi segundo apellido está mal.')
    await look(ella, 'propia-nueva')
    await ella.getByRole('button', { name: 'Seguir' }).click()
    // A last look; one goes back to any answer, and a way back by the browser loses nothing.
    await ella.getByRole('link', { name: 'Cambiar: Dígalo con sus palabras' }).click()
    await ella.getByLabel('Dígalo con sus palabras').fill('Mi segundo apellido está mal escrito en mi página.')
    await ella.getByRole('button', { name: 'Seguir' }).click()
    await ella.goBack()
    await ella.getByLabel('Dígalo con sus palabras').waitFor()
    await ella.getByRole('button', { name: 'Seguir' }).click()
    await look(ella, 'propia-revisar')
    await ella.getByRole('button', { name: 'Enviar la solicitud' }).click()
    await ella.getByText('Recibimos lo que envió').waitFor()
    await ella.getByText(/^Le respondemos en 20 días hábiles, a más tardar el/).waitFor()
  })
  await step(ella, 'she proves who she is', async () => {
    await ella.getByRole('button', { name: 'Entregar el documento' }).click()
    await ella.getByText('Elija el documento').first().waitFor()
    await ella.getByLabel('Documento con que acredita su identidad').setInputFiles(PDF('credencial.pdf'))
    await ella.getByRole('button', { name: 'Entregar el documento' }).click()
    await ella.getByText('La Unidad de Transparencia lo revisará.').waitFor()
    await look(ella, 'propia')
  })
  await unidad.getByRole('link', { name: 'Derechos ARCO' }).first().click()
  await unidad.reload()
  await unidad.getByRole('link', { name: 'ARCO/2024/002' }).click()
  await step(unidad, 'Transparencia accepts it and asks for more', async () => {
    await unidad.getByText('La persona entregó su documento de identidad').waitFor()
    await look(unidad, 'derecho-por-acreditar')
    await unidad.getByRole('button', { name: 'Aceptarlo y acreditar su identidad' }).click()
    await unidad.getByText('Identidad de la titular, acreditada', { exact: true }).waitFor()
    await unidad.getByRole('radio', { name: /^Prevenir/ }).check()
    await unidad.getByLabel('Qué le falta a la solicitud').fill('Diga cómo se escribe y acompañe su acta de nacimiento.')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText(/^Notificar la prevención en 5 días hábiles, a más tardar el/).waitFor()
    await unidad.getByRole('radio', { name: /^Notificar/ }).check()
    await unidad.getByLabel('Por qué medio se notificó').selectOption({ label: 'Este sistema, con la cuenta de la persona' })
    await unidad.getByLabel('Día en que se entregó').fill('2024-04-20')
    await unidad.getByLabel('Quién lo recibió y cómo consta').fill('La leyó con su cuenta.')
    await look(unidad, 'derecho-notificar')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText(/^La persona atiende la prevención en 10 días hábiles, a más tardar el/).waitFor()
  })
  await ella.goto(`${url}/consola/`)
  await ella.getByRole('link', { name: 'Completar su solicitud sobre sus datos' }).click()
  await ella.getByRole('link', { name: 'ARCO/2024/002' }).click()
  await step(ella, 'she completes it', async () => {
    await ella.getByLabel('Lo que contesta').fill('Se escribe con zeta. Acompaño el acta.')
    await ella.getByRole('button', { name: 'Enviar', exact: true }).click()
    await ella.getByText(/^Le respondemos en 20 días hábiles, a más tardar el/).waitFor()
    await ella.getByLabel('Documento', { exact: true }).setInputFiles(PDF('acta.pdf'))
    await ella.getByLabel('Qué es', { exact: true }).fill('Acta de nacimiento')
    await ella.getByLabel('Acompaña a').selectOption({ index: 1 })
    await ella.getByRole('button', { name: 'Agregar el documento' }).click()
    await ella.getByRole('button', { name: 'Descargar «Acta de nacimiento.pdf»' }).waitFor()
    await look(ella, 'propia-documentos')
  })
  await unidad.reload()
  await step(unidad, 'the answer, with its document', async () => {
    const arrives = unidad.waitForEvent('download')
    await unidad.getByRole('button', { name: 'Descargar «Acta de nacimiento.pdf»' }).click()
    expect((await arrives).suggestedFilename()).toMatch(/^documento-ARCO-2024-002-[2-9A-Z]{4}\.pdf$/)
    await unidad.getByRole('radio', { name: 'Responder', exact: true }).check()
    await unidad.getByRole('radio', { name: 'Procede', exact: true }).check()
    await unidad.getByLabel('Texto del acto').fill('Procede: se corrige el apellido.')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByLabel('Documento', { exact: true }).setInputFiles(PDF('respuesta.pdf'))
    await unidad.getByLabel('Qué es', { exact: true }).fill('Constancia de la corrección')
    await unidad.getByRole('button', { name: 'Agregar el documento' }).click()
    await unidad.getByRole('button', { name: 'Descargar «Constancia de la corrección.pdf»' }).waitFor()
  })
  await ella.reload()
  await ella.getByText('Procede: se corrige el apellido.').waitFor()
  await ella.getByRole('button', { name: 'Descargar «Constancia de la corrección.pdf»' }).waitFor()
  await look(ella, 'propia-respondida')
  expect(faults).toEqual([])
})

stage('a person who never proves her identity is answered too: it does not proceed, and nothing stays owed', async () => {
  await unidad.goto(`${url}/consola/derechos/nueva`)
  await step(unidad, 'a paper that arrived months ago', async () => {
    await unidad.getByLabel('Busque a la persona por su nombre').fill('maria')
    await unidad
      .getByRole('radio', { name: /· Diputaciones/ })
      .first()
      .check()
    await unidad.getByRole('radio', { name: 'Acceso', exact: true }).check()
    await unidad.getByLabel('Recibida el').fill('2023-04-30')
    await unidad.getByLabel('Qué pide').fill('Pido saber qué datos míos guarda el instituto.')
    await unidad.getByRole('button', { name: 'Registrar la solicitud' }).click()
    await unidad
      .getByText(/^No puede ser anterior al 1 de septiembre de 2023/)
      .first()
      .waitFor()
    await unidad.getByLabel('Recibida el').fill('2024-02-01')
    await unidad.getByRole('button', { name: 'Registrar la solicitud' }).click()
    await unidad.getByText(/^Venció hace/).waitFor()
  })
  await step(unidad, 'the only act that is left', async () => {
    await unidad.getByRole('radio', { name: 'Responder', exact: true }).check()
    expect(await unidad.getByRole('radio', { name: 'Procede', exact: true }).count()).toBe(0)
    await unidad.getByRole('radio', { name: 'No procede', exact: true }).check()
    await unidad.getByLabel('Por qué no procede', { exact: true }).fill('No procede.')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText('Escriba por qué no procede, en 20 caracteres o más.').first().waitFor()
    const causa = unidad.getByLabel('Causa por la que no procede')
    expect(await causa.inputValue()).toBe('')
    await unidad.getByText('Elija la causa por la que no procede.').first().waitFor()
    await causa.selectOption('acreditacion')
    await unidad.getByLabel('Por qué no procede', { exact: true }).fill('No procede: no acreditó su identidad.')
    await unidad
      .getByText(/^Faltan el número de la resolución, su fecha y su sentido/)
      .first()
      .waitFor()
    await unidad.getByText('Falta confirmarlo: el oficio no lo cita.').waitFor()
    await unidad.getByRole('radio', { name: 'Responder sin su voto' }).check()
    await unidad.getByLabel('Por qué se responde sin el voto del Comité').fill('El Comité sesiona después de que vence el plazo.')
    await look(unidad, 'derecho-sin-acreditar')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText('Improcedente', { exact: true }).waitFor()
  })
  await unidad.goto(`${url}/consola/`)
  await step(unidad, 'its answer is owed until it was delivered', async () => {
    await unidad.getByRole('link', { name: /^Notificar la respuesta a un.* ARCO\/2024\/003/ }).click()
    await unidad.getByText('Falta notificar', { exact: true }).waitFor()
    await unidad.getByRole('radio', { name: /^Notificar/ }).check()
    await unidad.getByLabel('Por qué medio se notificó').selectOption({ label: 'Correo postal' })
    await unidad.getByLabel('Domicilio al que se envió').fill('Calle de los Pinos 4, Cuernavaca')
    await unidad.getByLabel('Día en que se envió').fill('2024-04-20')
    await unidad.getByLabel('Día en que la persona lo recibió').fill('2034-04-20')
    await unidad.getByLabel('Comprobante de envío').fill('MX-1')
    await unidad.getByLabel('Quién lo recibió y cómo consta').fill('Ella.')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText('Quién lo recibió y cómo consta: escriba al menos 10 caracteres').first().waitFor()
    await unidad.getByLabel('Quién lo recibió y cómo consta').fill('La recibió en su domicilio.')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText('No puede ser posterior a hoy.').first().waitFor()
    await unidad.getByLabel('Día en que la persona lo recibió').fill('2024-04-20')
    await look(unidad, 'derecho-por-notificar')
    await unidad.getByRole('button', { name: 'Registrar el acto' }).click()
    await unidad.getByText(/^La persona puede recurrir en 15 días hábiles, a más tardar el/).waitFor()
    expect(await unidad.getByText('Falta notificar', { exact: true }).count()).toBe(0)
  })
  await unidad.goto(`${url}/consola/`)
  await step(unidad, 'nothing of it is owed', async () => {
    await unidad.getByRole('heading', { level: 1 }).waitFor()
    await unidad
      .getByRole('link', { name: /ARCO\/2024\/001/ })
      .first()
      .waitFor()
    expect(await unidad.getByRole('link', { name: /ARCO\/2024\/003/ }).count()).toBe(0)
  })
  expect(faults).toEqual([])
})

stage('a breach is registered by one person and its notices are confirmed by another', async () => {
  const act = async (page: Page, acto: RegExp) => {
    await page.getByRole('radio', { name: acto }).check()
    await page.getByLabel('Por qué, o qué se hizo').fill('Consta en el acta de la Unidad.')
    await page.getByRole('button', { name: 'Registrar el acto' }).click()
  }
  await unidad.goto(`${url}/consola/vulneraciones/nueva`)
  await step(unidad, 'the finding, and the personas whose data they are', async () => {
    await unidad.getByLabel('Clase').selectOption({ label: 'Uso, acceso o tratamiento no autorizado' })
    await unidad.getByLabel('Qué pasó', { exact: true }).fill('Una cuenta leyó respuestas que no tenía por qué leer.')
    await unidad.getByLabel('Cuándo se halló').fill('2024-04-20T08:00')
    await unidad.getByLabel('Quién la halló').fill('La Unidad de Transparencia')
    await unidad.getByLabel(/^Respuestas del cuestionario de identidad/).check()
    for (const campo of ['Acciones correctivas inmediatas', 'Recomendaciones a las personas', 'Dónde obtener más información'])
      await unidad.getByLabel(campo).fill('Lo que corresponde en este simulacro.')
    await unidad.getByText('Buscar en la bitácora de quiénes se leyeron los datos').click()
    await unidad.getByRole('button', { name: 'Buscar lecturas' }).click()
    await unidad.getByRole('button', { name: /^Agregar a/ }).click()
    await look(unidad, 'vulneracion-nueva')
    await unidad.getByRole('button', { name: 'Registrar', exact: true }).click()
  })
  await step(unidad, 'its clock runs, and its notices are proposed', async () => {
    await unidad.getByRole('heading', { level: 1, name: /^VUL\/2024\/001/ }).waitFor()
    await act(unidad, /^Confirmar que afecta/)
    await unidad.getByText(/^Sin dilación alguna\./).waitFor()
    await act(unidad, /^Proponer las notificaciones/)
    await unidad.getByText('Espera a una segunda persona').waitFor()
    await look(unidad, 'vulneracion')
  })
  const segunda = await newPage()
  await signIn(segunda, url, 'secretaria')
  await step(segunda, 'the second person', async () => {
    await segunda.getByRole('link', { name: /^Confirmar las notificaciones de una vulneración/ }).click()
    await act(segunda, /^Confirmar las notificaciones/)
    await segunda.getByText('Falta enviar', { exact: true }).waitFor()
  })
  expect(faults).toEqual([])
})

stage('the lists of Transparencia have no violation', async () => {
  for (const [name, path] of Object.entries({
    vulneraciones: 'vulneraciones',
    proteccion: 'proteccion',
    'mis-actos': 'mis-actos',
    'derechos-filtrados': 'derechos?derecho=acceso',
  })) {
    await unidad.goto(`${url}/consola/${path}`)
    await unidad.getByRole('heading', { level: 1 }).waitFor()
    if (name === 'derechos-filtrados') await unidad.getByText('Cuántas son por año, mes y derecho').click()
    if (name === 'proteccion') await unidad.locator('summary', { hasText: 'Registrar una versión' }).click()
    await look(unidad, name)
  }
  expect(faults).toEqual([])
})
