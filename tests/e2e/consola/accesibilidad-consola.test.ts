import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { inspectAll, inspectInTrouble, settled, type Estado } from '../../support/browser/accesibilidad.ts'
import { finishCancelacion, loseCancelacion, previewCancelacion } from '../../support/browser/cambios.ts'
import { signIn } from '../../support/browser/consola.ts'
import {
  askComplete,
  chooseSome,
  conflict,
  frame,
  offline,
  previewCancel,
  refused,
  uploadFaulty,
  uploadUnknown,
} from '../../support/browser/tropiezos.ts'
import { accountOf } from '../../support/cuentas-demo.ts'
import { enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const C = '/consola'
const GOOD = 'B'.repeat(43)
let browser: Browser
let account: ApiAccount
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  account = await enterApi(url, 'captura.pan')
})

afterAll(async () => {
  await browser?.close()
})

test('signing in, recovering and activating have no violation', async () => {
  const context = await newContext()
  // Its mail is read by nobody here: the one answer that a good link has.
  await context.route(`**/api/v1/acceso/restablecer/${GOOD}`, (route) => route.fulfill({ status: 204 }))
  const vistas: Estado[] = [
    { nombre: 'sign-in', path: `${C}/` },
    { nombre: 'sign-in, blank', path: `${C}/entrar`, prepare: pressing('Entrar') },
    {
      nombre: 'sign-in, refused',
      path: `${C}/entrar`,
      prepare: (page) => enter(page, { ...accountOf('comision'), contrasena: 'no-es-la-suya' }),
    },
    { nombre: 'sign-in, second factor', path: `${C}/entrar`, prepare: (page) => enter(page, accountOf('transparencia')) },
    { nombre: 'sign-in after expiry', path: `${C}/entrar?motivo=vencido` },
    { nombre: 'recovery', path: `${C}/recuperar` },
    { nombre: 'recovery, sent', path: `${C}/recuperar`, prepare: recover },
    { nombre: 'recovery that expired', path: `${C}/restablecer/${'A'.repeat(43)}` },
    { nombre: 'new password', path: `${C}/restablecer/${GOOD}` },
    { nombre: 'new password, refused', path: `${C}/restablecer/${GOOD}`, prepare: pressing('Guardar la contraseña') },
    { nombre: 'invitation that expired', path: `${C}/invitacion/${'A'.repeat(43)}` },
    { nombre: 'no such page', path: `${C}/no/existe` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('the screens of a party have no violation: today, lists, a candidatura, its account', async () => {
  const context = await inside('captura.pan')
  const observada = await candidaturaIn('observada')
  const vistas: Estado[] = [
    { nombre: 'today', path: `${C}/` },
    { nombre: 'today, menu open', path: `${C}/`, prepare: openMenu },
    { nombre: 'no permission', path: `${C}/bitacora` },
    { nombre: 'candidaturas', path: `${C}/candidaturas` },
    { nombre: 'candidaturas, filtered', path: `${C}/candidaturas?estatusCaptura=observada&cargo=regiduria` },
    { nombre: 'candidaturas, empty', path: `${C}/candidaturas?q=zzzzzz` },
    { nombre: 'candidatura', path: `${C}/candidaturas/${observada}` },
    { nombre: 'candidatura out of reach', path: `${C}/candidaturas/00000000-0000-4000-8000-000000000000` },
    { nombre: 'novedades', path: `${C}/novedades` },
    { nombre: 'novedades, unread', path: `${C}/novedades?ver=sin-leer` },
    { nombre: 'dispositivos', path: `${C}/dispositivos` },
    { nombre: 'aviso', path: `${C}/avisos-privacidad` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('the captura has no violation in any of its stops and states', async () => {
  const context = await inside('captura.pan')
  const [fresh, begun, observed, sent] = await Promise.all(['sin_captura', 'en_captura', 'observada', 'validada'].map(candidaturaIn))
  const at = (id: string | undefined, stop: string) => `${C}/candidaturas/${id}/captura/${stop}`
  const vistas: Estado[] = [
    ...['contacto', 'estudios', 'historia', 'trayectoria', 'propuestas'].map((seccion) => ({
      nombre: `captura ${seccion}, missing`,
      path: at(fresh, `curricular/${seccion}?revisar=1`),
    })),
    { nombre: 'captura with menu folded open', path: at(begun, 'curricular/estudios'), prepare: openStops },
    { nombre: 'captura, conflict', path: at(fresh, 'curricular/historia'), prepare: conflict },
    { nombre: 'captura, refused', path: at(fresh, 'curricular/contacto'), prepare: refused },
    { nombre: 'captura, offline', path: at(fresh, 'curricular/trayectoria'), prepare: offline },
    { nombre: 'captura observada', path: at(observed, '') },
    { nombre: 'captura sent', path: at(sent, 'curricular/propuestas') },
    { nombre: 'fotografía, blank', path: at(fresh, 'fotografia'), prepare: pressing('Enviar la fotografía') },
    { nombre: 'fotografía, framing', path: at(fresh, 'fotografia'), prepare: frame },
    { nombre: 'consentimiento, blank', path: at(fresh, 'consentimiento'), prepare: pressing('Enviar el formato y las elecciones') },
    { nombre: 'identidad without consent', path: at(fresh, 'identidad/indigena') },
    { nombre: 'identidad', path: at(sent, 'identidad/discapacidad') },
    { nombre: 'the end, missing', path: at(fresh, 'envio') },
    { nombre: 'the end, sent', path: at(sent, 'envio') },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('waiting, busy and offline have no violation', async () => {
  const id = await candidaturaIn('en_captura')
  const paths = ['/', '/candidaturas', `/candidaturas/${id}`, `/candidaturas/${id}/captura/curricular/contacto`].map((path) => C + path)
  const trouble = { paths, api: /\/api\/v1\/(?!acceso|proceso)/, retry: 'Intentar de nuevo' }
  expect(await inspectInTrouble(await inside('captura.pan'), url, trouble)).toEqual([])
})

test('the screens of the persona candidata and of the validating account have no violation', async () => {
  const own = await enterApi(url, 'candidata')
  const { body } = await own.get<{ candidaturaId: string }>('/acceso/yo')
  const ready = await candidaturaIn('completa')
  const candidata: Estado[] = [
    { nombre: 'own page', path: `${C}/mi-candidatura` },
    { nombre: 'own candidatura', path: `${C}/candidaturas/${body.candidaturaId}` },
    { nombre: 'own consent', path: `${C}/candidaturas/${body.candidaturaId}/captura/consentimiento` },
    { nombre: 'one question', path: `${C}/candidaturas/${body.candidaturaId}/captura/curricular/propuestas/propuesta_1` },
  ]
  const validacion: Estado[] = [
    { nombre: 'the end, ready', path: `${C}/candidaturas/${ready}/captura/envio` },
    { nombre: 'the end, asking', path: `${C}/candidaturas/${ready}/captura/envio`, prepare: pressing('Enviar a revisión del instituto') },
  ]
  expect(await inspectAll(await inside('candidata'), url, candidata)).toEqual([])
  expect(await inspectAll(await inside('validacion.pan'), url, validacion)).toEqual([])
})

test('the review has no violation', async () => {
  const context = await inside('verificacion2')
  const reviewer = await enterApi(url, 'comision')
  const list = async (estatus: string) =>
    (await reviewer.get<{ elementos: { id: string }[] }>(`/candidaturas?estatusCaptura=${estatus}&limite=1`)).body.elementos[0]?.id
  const vistas: Estado[] = [
    { nombre: 'today of the reviewer', path: `${C}/` },
    { nombre: 'queue', path: `${C}/revision` },
    { nombre: 'review', path: `${C}/revision/${await list('validada')}` },
    {
      nombre: 'review, observation blank',
      path: `${C}/revision/${await list('validada')}`,
      prepare: pressing('Devolver con esta observación'),
    },
    { nombre: 'review of an observada', path: `${C}/revision/${await list('observada')}` },
    { nombre: 'review of a verificada', path: `${C}/revision/${await list('verificada')}` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('the screens of the institute have no violation: import, publication, accounts, bitácora, clock', async () => {
  const secretaria: Estado[] = [
    { nombre: 'import', path: `${C}/importaciones` },
    { nombre: 'import, blank', path: `${C}/importaciones`, prepare: pressing('Revisar el archivo') },
    { nombre: 'import, dry run with faults', path: `${C}/importaciones`, prepare: uploadFaulty },
    { nombre: 'import, unknown columns', path: `${C}/importaciones`, prepare: uploadUnknown },
    { nombre: 'directory, more filters', path: `${C}/candidaturas?cargo=sindicatura`, prepare: pressing('Filtros (1)') },
    { nombre: 'directory, some chosen', path: `${C}/candidaturas?cargo=sindicatura&actor=PRD`, prepare: chooseSome },
    { nombre: 'directory, naming a view', path: `${C}/candidaturas?plazo=vencida`, prepare: pressing('Vistas', 'Guardar estos filtros') },
    { nombre: 'directory, columns', path: `${C}/candidaturas`, prepare: pressing('Columnas') },
    { nombre: 'bulk cancel, nobody', path: `${C}/candidaturas/cancelar` },
    { nombre: 'bulk cancel, previewed', path: `${C}/candidaturas?cargo=sindicatura&actor=PRD`, prepare: previewCancel },
    { nombre: 'exports', path: `${C}/exportaciones` },
    { nombre: 'exports, complete without reason', path: `${C}/exportaciones`, prepare: askComplete },
    { nombre: 'warnings', path: `${C}/advertencias` },
    { nombre: 'warnings, empty', path: `${C}/advertencias?regla=ninguna` },
    { nombre: 'facts to confirm', path: `${C}/por-confirmar` },
    { nombre: 'facts to confirm, blank', path: `${C}/por-confirmar?materia=reglas`, prepare: confirmBlank },
    { nombre: 'reported errors, none', path: `${C}/reportes` },
    { nombre: 'templates', path: `${C}/plantillas` },
    { nombre: 'template of a convocatoria', path: `${C}/plantillas/convocatoria` },
    { nombre: 'publication', path: `${C}/publicacion` },
    { nombre: 'publication, asking', path: `${C}/publicacion`, prepare: pressing('Publicar ahora') },
  ]
  const administracion: Estado[] = [
    { nombre: 'accounts', path: `${C}/cuentas` },
    { nombre: 'accounts, blank', path: `${C}/cuentas`, prepare: pressing('Proponer una cuenta', 'Proponer la cuenta') },
    { nombre: 'pack', path: `${C}/paquete` },
    { nombre: 'diagnosis', path: `${C}/diagnostico` },
    { nombre: 'clock', path: `${C}/reloj` },
    { nombre: 'clock, blank', path: `${C}/reloj`, prepare: pressing('Mover el reloj') },
  ]
  const auditoria: Estado[] = [
    { nombre: 'bitácora', path: `${C}/bitacora` },
    { nombre: 'bitácora, checked', path: `${C}/bitacora`, prepare: pressing('Comprobar la cadena') },
  ]
  expect(await inspectAll(await inside('secretaria'), url, secretaria)).toEqual([])
  expect(await inspectAll(await inside('administracion'), url, administracion)).toEqual([])
  expect(await inspectAll(await inside('auditoria'), url, auditoria)).toEqual([])
})

test('the legal life of a candidatura has no violation: acuerdos, entregas, each act and its story', async () => {
  const reader = await enterApi(url, 'comision')
  const first = async (path: string) => (await reader.get<{ elementos: { id: string }[] }>(path)).body.elementos[0]?.id
  const acuerdo = `${C}/acuerdos/${await first('/acuerdos')}`
  const candidatura = `${C}/candidaturas/${await first('/candidaturas?actor=MP&cargo=regiduria&municipio=17028&limite=1')}`
  const vistas: Estado[] = [
    { nombre: 'acuerdos', path: `${C}/acuerdos` },
    { nombre: 'acuerdos, more places', path: `${C}/acuerdos`, prepare: pressing('Más') },
    { nombre: 'acuerdos, none', path: `${C}/acuerdos?q=zzzzzz` },
    { nombre: 'acuerdo', path: acuerdo },
    { nombre: 'acuerdo, completing', path: `${acuerdo}/completar`, prepare: pressing('Guardar lo agregado') },
    { nombre: 'acuerdo, correcting', path: `${acuerdo}/corregir`, prepare: pressing('Guardar la corrección') },
    { nombre: 'acuerdo, blank', path: `${C}/acuerdos/nuevo`, prepare: pressing('Registrar el acuerdo') },
    { nombre: 'entregas', path: `${C}/entregas` },
    { nombre: 'entregas, done', path: `${C}/entregas?ver=hechas&actor=MP` },
    { nombre: 'candidatura of the institute', path: candidatura },
    { nombre: 'sustituir, blank', path: `${candidatura}/sustituir`, prepare: pressing('Continuar y revisar') },
    { nombre: 'corregir, blank', path: `${candidatura}/corregir`, prepare: pressing('Continuar y revisar') },
    { nombre: 'restituir, not now', path: `${candidatura}/restituir` },
    { nombre: 'cancelar, preview', path: `${candidatura}/cancelar`, prepare: previewCancelacion },
    { nombre: 'cancelar, too late', path: `${candidatura}/cancelar`, prepare: loseCancelacion },
    { nombre: 'cancelar, done', path: `${candidatura}/cancelar`, prepare: finishCancelacion },
  ]
  expect(await inspectAll(await inside('secretaria'), url, vistas)).toEqual([])
})

test('no page of the consola is refused anything by its Content Security Policy', () => {
  expect(faults).toEqual([])
})

async function newContext(): Promise<BrowserContext> {
  const context = await newPerson(browser)
  faultsOf(context, faults)
  return context
}

async function inside(user: string): Promise<BrowserContext> {
  const context = await newContext()
  const page = await context.newPage()
  await signIn(page, url, user)
  await page.close()
  return context
}

async function candidaturaIn(estatus: string): Promise<string> {
  const { body } = await account.get<{ elementos: { id: string }[] }>(`/candidaturas?estatusCaptura=${estatus}&limite=1`)
  return body.elementos[0]?.id ?? ''
}

function pressing(...names: string[]): (page: Page) => Promise<void> {
  return async (page) => {
    await settled(page)
    for (const name of names) await page.getByRole('button', { name, exact: true }).first().click()
    await settled(page)
  }
}

async function enter(page: Page, { correo, contrasena }: { correo: string; contrasena: string }): Promise<void> {
  await page.getByLabel('Correo electrónico').fill(correo)
  await page.getByLabel('Contraseña', { exact: true }).fill(contrasena)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.getByRole('alert').or(page.getByLabel('Código de seis dígitos')).first().waitFor()
}

async function recover(page: Page): Promise<void> {
  await page.getByLabel('Correo electrónico').fill('nadie@simulacro.example')
  await page.getByRole('button', { name: 'Enviar el enlace' }).click()
  await page.getByText('Revise su correo').waitFor()
}

/** Opens the form of the first fact and sends it blank. */
async function confirmBlank(page: Page): Promise<void> {
  await settled(page)
  await page.getByText('Confirmar', { exact: true }).first().click()
  await pressing('Confirmar')(page)
}

async function openMenu(page: Page): Promise<void> {
  await page.setViewportSize(PHONE)
  await settled(page)
  await page.getByRole('button', { name: 'Menú' }).click()
}

async function openStops(page: Page): Promise<void> {
  await page.setViewportSize(PHONE)
  await settled(page)
  await page
    .getByText(/^\d+ de \d+ secciones completas$/)
    .first()
    .click()
}
