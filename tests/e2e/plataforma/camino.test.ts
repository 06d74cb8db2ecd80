import type { Browser, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import {
  approvedList,
  CAMINO,
  deliverAccount,
  drawPortrait,
  drawSignedForm,
  readPublic,
  supuesto,
  type PublicCandidatura,
} from '../../support/browser/camino.ts'
import {
  confirm,
  counterOf,
  findCandidatura,
  folioOf,
  heading,
  next,
  openPlace,
  preferNotToSay,
  saved,
  write,
} from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const stage = stages()

const { url } = sharedSimulacro()
let browser: Browser
let secretaria: Page
let captura: Page
let validacion: Page
let verificacion: Page
let otraVerificacion: Page
let visor: Page
const faults: string[] = []
let candidaturaId = ''
let folio = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const screens = [DESKTOP, PHONE, DESKTOP, DESKTOP, DESKTOP, PHONE] as const
  const pages = await Promise.all(screens.map(newPage))
  ;[secretaria, captura, validacion, verificacion, otraVerificacion, visor] = pages as [Page, Page, Page, Page, Page, Page]
})

afterAll(async () => {
  await browser?.close()
})

stage('the secretaría imports a new candidatura, seen in a dry run before, and delivers the account of its party', async () => {
  await signIn(secretaria, url, 'secretaria')
  await openPlace(secretaria, 'Importar')
  await heading(secretaria, 'Importar candidaturas aprobadas')
  const csv = { name: 'lista-aprobada.csv', mimeType: 'text/csv', buffer: Buffer.from(await approvedList(url)) }
  await secretaria.getByLabel('Archivo de la lista').setInputFiles(csv)
  await secretaria.getByRole('button', { name: 'Revisar el archivo' }).click()
  await step(secretaria, 'the dry run', async () => {
    await secretaria.getByText('Todavía no se ha escrito nada', { exact: true }).waitFor()
    await secretaria.getByRole('row', { name: CAMINO.nombre }).getByText('Crear', { exact: true }).waitFor()
  })
  expect(await publicMatches()).toBe(0)
  await secretaria.getByRole('button', { name: 'Confirmar la importación' }).click()
  await confirm(secretaria, 'Confirmar la importación')
  expect(await folioOf(secretaria, 'La importación se confirmó')).not.toBe('')
  await secretaria.getByRole('link', { name: 'Ir a la entrega de cuentas' }).click()
  await step(secretaria, 'the delivery', () => deliverAccount(secretaria, CAMINO.acuerdo))
})

stage('the operator of the party finds it and captures the curricular cuestionario, with the counter in sight', async () => {
  await signIn(captura, url, 'captura.pan')
  await findCandidatura(captura, CAMINO.nombre)
  candidaturaId = /candidaturas\/([\w-]+)/.exec(captura.url())?.[1] ?? ''
  await captura.getByRole('link', { name: 'Capturar' }).click()
  await step(captura, 'contacto', captureContacto)
  await step(captura, 'estudios', captureEstudios)
  await step(captura, 'the texts', captureTexts)
})

stage('a photograph and the signed form of the consent are received with their acuses', async () => {
  await step(captura, 'fotografía', sendFotografia)
  await step(captura, 'consentimiento', sendConsentimiento)
})

stage('the identity cuestionario is captured, and the operator may not send', async () => {
  await step(captura, 'indígena', async () => {
    await heading(captura, 'Autoadscripción indígena')
    await captura
      .getByRole('group', { name: /¿Se identifica como una persona indígena/ })
      .getByLabel('Sí')
      .check()
    await captura.getByLabel('¿A qué pueblo y/o comunidad indígena pertenece?').selectOption('Náhuatl')
  })
  await step(captura, 'the other sections', async () => {
    for (let stop = 0; stop < 20 && (await captura.locator('h1').innerText()) !== 'Revisar y enviar'; stop += 1) {
      await preferNotToSay(captura)
      await next(captura)
    }
    await captura.getByText('No falta nada', { exact: true }).waitFor()
    await captura.getByText(/quien valida por el actor político la envía/).waitFor()
  })
})

stage('the validating account sends it and receives an acuse that the visor holds for authentic', async () => {
  await signIn(validacion, url, 'validacion.pan')
  folio = await validar()
  expect(folio).toMatch(/^[\w-]+$/)
  expect(JSON.stringify(await readPublic<PublicCandidatura>(url, `/candidaturas/${candidaturaId}`))).not.toContain(CAMINO.propuesta)
  await visor.goto(`${url}/acuses`)
  await visor.getByLabel('Folio del acuse').fill(folio)
  await visor.getByRole('button', { name: 'Verificar el acuse' }).click()
  await step(visor, 'the acuse', () => visor.getByText('El acuse es auténtico').waitFor())
})

stage('the institute reads the signed form, accepts it, and observes one section with its ground', async () => {
  await signIn(verificacion, url, 'verificacion1')
  await verificacion.goto(`${url}/consola/revision/${candidaturaId}`)
  await step(verificacion, 'the form', reviewFormato)
  await step(verificacion, 'the observation', async () => {
    await verificacion.getByRole('button', { name: 'Observar la sección Propuestas' }).click()
    await verificacion.getByLabel('Supuesto').selectOption({ label: supuesto('propaganda') })
    await verificacion.getByLabel('Qué debe atenderse').fill(CAMINO.observacion)
    await verificacion.getByRole('button', { name: 'Devolver con esta observación' }).click()
    await folioOf(verificacion, 'El acto quedó registrado')
  })
})

stage('the operator reads the observation, corrects the section, and it is sent again', async () => {
  await captura.goto(`${url}/consola/candidaturas/${candidaturaId}/captura`)
  await step(captura, 'the correction', async () => {
    await heading(captura, 'Propuestas')
    await captura.getByText(CAMINO.observacion).waitFor()
    await write(captura, 'Propuesta 2', CAMINO.corregida)
    await saved(captura)
  })
  await validar()
})

stage('a reviewer who observed does not verify; a section that another person verifies is public by itself', async () => {
  await verificacion.reload()
  await verificacion.getByText('Usted observó la sección «Propuestas»: la verifica otra persona revisora.').waitFor()
  await signIn(otraVerificacion, url, 'verificacion2')
  await otraVerificacion.goto(`${url}/consola/revision/${candidaturaId}`)
  await otraVerificacion.getByRole('button', { name: 'Verificar la captura' }).click()
  const answer = otraVerificacion.waitForResponse((response) => response.url().endsWith('/verificar'))
  await otraVerificacion.getByRole('button', { name: 'Sí, verificar' }).click()
  expect((await answer).status()).toBe(200)
  const page = await eventually(async () => {
    const read = await readPublic<PublicCandidatura>(url, `/candidaturas/${candidaturaId}`)
    return read.secciones.every(({ estatus }) => estatus === 'publicada') && read
  }, 'the publication')
  expect(JSON.stringify(page)).toContain(CAMINO.corregida)
  await folioOf(otraVerificacion, 'El acto quedó registrado')
})

stage('the visor shows name, proposals, photograph and badge, and the private correo is nowhere', async () => {
  const bodies: Promise<string>[] = []
  visor.on('response', (response) => bodies.push(response.text().catch(() => '')))
  await visor.goto(`${url}/candidaturas/${candidaturaId}`)
  await step(visor, 'the page', async () => {
    await heading(visor, CAMINO.nombre)
    for (const text of [CAMINO.propuesta, CAMINO.corregida, CAMINO.genero, CAMINO.motivo, CAMINO.historia])
      await visor.getByText(text).waitFor()
    const portrait = visor.getByRole('img', { name: CAMINO.alternativo })
    await eventually(() => portrait.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0), 'the photograph')
    await visor.getByText('La persona autorizó publicar que pertenece a este grupo.').waitFor()
  })
  const everything = [await visor.content(), ...(await Promise.all(bodies))]
  for (const secret of [CAMINO.canario, CAMINO.observada, 'Náhuatl', 'Prefiero no contestar']) {
    expect(everything.filter((body) => body.includes(secret))).toEqual([])
  }
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await newPerson(browser, { viewport })
  faultsOf(context, faults)
  return context.newPage()
}

async function publicMatches(): Promise<number> {
  const { total } = await readPublic<{ total: number }>(url, `/candidaturas?q=${encodeURIComponent(CAMINO.nombre)}`)
  return total
}

async function captureContacto(): Promise<void> {
  await heading(captura, 'Medios de contacto')
  await captura.getByLabel('Facebook').fill('https://facebook.com/yolotzin.ensayo')
  await captura.getByLabel('Correo electrónico para aclaraciones').fill(CAMINO.canario)
  await saved(captura)
  await next(captura)
}

async function captureEstudios(): Promise<void> {
  await heading(captura, 'Estudios')
  await captura.getByLabel('Grado máximo de estudios', { exact: true }).selectOption('Licenciatura')
  await captura.getByLabel('Título').check()
  await captura
    .getByRole('group', { name: /Otra formación académica/ })
    .getByLabel('Renglón 1')
    .fill('Diplomado en presupuesto participativo')
  await saved(captura)
  await next(captura)
}

async function captureTexts(): Promise<void> {
  await heading(captura, 'Historia profesional')
  await captura.getByLabel('Historia profesional o laboral').fill('Una frase corta')
  expect(await counterOf(captura, 'Historia profesional o laboral')).toBe('Faltan 267 caracteres de 280, sin contar espacios')
  await write(captura, 'Historia profesional o laboral', CAMINO.historia)
  expect(await counterOf(captura, 'Historia profesional o laboral')).toMatch(/^Quedan 4,\d{3} caracteres de 5,000, sin contar espacios$/)
  await next(captura)
  await write(captura, 'Trayectoria política o participación social', CAMINO.trayectoria)
  await write(captura, '¿Por qué quiere ocupar un cargo público?', CAMINO.motivo)
  await next(captura)
  await write(captura, 'Propuesta 1', CAMINO.propuesta)
  await write(captura, 'Propuesta 2', CAMINO.observada)
  await write(captura, 'Propuesta en materia de género', CAMINO.genero)
  await saved(captura)
  await next(captura)
}

async function sendFotografia(): Promise<void> {
  await heading(captura, 'Fotografía')
  const picture = { name: 'retrato.jpg', mimeType: 'image/jpeg', buffer: await drawPortrait() }
  await captura.getByLabel('Archivo de la fotografía').setInputFiles(picture)
  await captura.getByRole('img', { name: 'Vista previa de la fotografía recortada' }).waitFor()
  await captura.getByLabel('Fecha en que se tomó').fill('2024-04-10')
  await captura.getByLabel('Descripción de la fotografía').fill(CAMINO.alternativo)
  await captura.getByRole('button', { name: 'Enviar la fotografía' }).click()
  await folioOf(captura, 'La fotografía se recibió')
  await next(captura)
}

async function sendConsentimiento(): Promise<void> {
  await heading(captura, 'Consentimiento')
  for (const question of [/trate sus respuestas/, /publique a qué grupo/, /se usen en estadísticas/])
    await captura.getByRole('group', { name: question }).getByLabel('Sí').check()
  await captura.getByLabel('Fecha en que la persona lo firmó').fill('2024-04-15')
  await captura.getByLabel('Formato firmado').setInputFiles({ name: 'formato.png', mimeType: 'image/png', buffer: await drawSignedForm() })
  await captura.getByRole('button', { name: 'Enviar el formato y las elecciones' }).click()
  await folioOf(captura, 'El consentimiento se recibió')
  await next(captura)
}

/** The act of the actor político, at the end of the captura. */
async function validar(): Promise<string> {
  await validacion.goto(`${url}/consola/candidaturas/${candidaturaId}/captura/envio`)
  return step(validacion, 'the sending', async () => {
    await heading(validacion, 'Revisar y enviar')
    await validacion.getByRole('button', { name: 'Enviar a revisión del instituto' }).click()
    await confirm(validacion, 'Enviar a revisión del instituto')
    return folioOf(validacion, 'La captura se envió al instituto')
  })
}

async function reviewFormato(): Promise<void> {
  await heading(verificacion, CAMINO.nombre)
  const download = verificacion.waitForEvent('download')
  await verificacion.getByRole('button', { name: 'Descargar el formato firmado' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.png$/)
  await verificacion.getByLabel('Sí, se acepta').check()
  await verificacion.getByRole('button', { name: 'Guardar la revisión del formato' }).click()
  await verificacion.getByText('Aceptado', { exact: true }).waitFor()
}
