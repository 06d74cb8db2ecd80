import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { CAMINO, drawPortrait } from '../../support/browser/camino.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
const CORREO = 'ella.camino@simulacro.example'
const PASSWORD = 'tortuga verde camina lento'
/** Taps of each step with all texts at hand; a field that is filled is one. Counted in November 2026: they do not grow. */
const PRESUPUESTO = { activar: 5, llegar: 1, secciones: 20, fotografia: 4, decisiones: 2, terminar: 2 }
let browser: Browser
let partido: Page
let instituto: Page
let ella: Page
let id = ''
let nombre = ''
/** Far more than any step takes on a machine at rest: a page that waits in vain is found. */
const SECONDS = 90
const hechos: string[] = []
let taps = 0

/** Personas of her party without an account, each with a name of her own. */
const LIBRES = `select min(c.id::text) as id, n.nombre from captura.candidatura c join captura.persona p on p.id = c.persona_id
  join captura.actor_politico a on a.id = c.responsable_id
  cross join lateral (select concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre) n
  where a.clave = 'PAN' and c.estatus = 'aprobada' and not exists (select 1 from acceso.cuenta u where u.candidatura_id = c.id)
  group by n.nombre having count(*) = 1 order by n.nombre limit 3`

beforeAll(async () => {
  browser = await launchBrowser()
  const pages = await Promise.all([DESKTOP, DESKTOP, PHONE].map(newPage))
  ;[partido, instituto, ella] = [must(pages[0]), must(pages[1]), must(pages[2])]
  const [found] = await askDatabase<{ id: string; nombre: string }>(
    folderAt(url),
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre from captura.candidatura c
     join captura.persona p on p.id = c.persona_id join captura.actor_politico a on a.id = c.responsable_id
     where a.clave = 'PAN' and c.estatus = 'aprobada' and c.estatus_captura = 'sin_captura' and c.captura_vence > '2024-04-20'
     order by c.id desc limit 1`,
  )
  ;({ id, nombre } = must(found))
})
afterAll(() => browser?.close())

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await newPerson(browser, { viewport })
  faultsOf(context, faults)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const device = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...device, automaticPresenceSimulation: true } })
  return page
}

async function tap(locator: Locator): Promise<void> {
  taps += 1
  await locator.click()
}

async function type(locator: Locator, text: string): Promise<void> {
  taps += 1
  await locator.fill(text)
}

/** One step, held to its taps and to the seconds that a machine takes for it; a failure names both. */
async function counted(what: keyof typeof PRESUPUESTO, act: () => Promise<void>): Promise<void> {
  const since = performance.now()
  taps = 0
  await step(ella, what, act)
  const seconds = (performance.now() - since) / 1000
  hechos.push(`${what}: ${taps} taps, ${seconds.toFixed(1)} s`)
  expect([taps <= PRESUPUESTO[what] && seconds <= SECONDS, hechos]).toEqual([true, hechos])
}

const button = (name: string | RegExp) => ella.getByRole('button', { name })
const seguir = () => tap(button('Guardar y seguir'))

/** Newest mail to an address; empty before there is one. */
function mailTo(correo: string): string {
  const folder = join(folderAt(url), 'correo')
  const mails = readdirSync(folder).sort().reverse()
  const found = mails.map((name) => readFileSync(join(folder, name), 'latin1')).find((mail) => mail.includes(`To: ${correo}`))
  return (found ?? '').replaceAll(/=\r?\n/g, '')
}

/** Address of the newest mail to her. */
const linkOf = () => eventually(async () => /\/consola\/invitacion\/([\w-]{43})/.exec(mailTo(CORREO))?.[1], 'her invitation')

stage('her party invites her from the page of her candidatura, and reads the message before', async () => {
  await signIn(partido, url, 'captura.pan')
  await partido.goto(`${url}/consola/candidaturas/${id}`)
  await partido.getByRole('button', { name: 'Invitar a la persona' }).click()
  await partido.getByLabel(`Correo de ${nombre}`).fill(CORREO)
  await partido.getByRole('button', { name: 'Revisar antes de proponer' }).click()
  await partido.getByText('Conóceles: llene el cuestionario de su candidatura').waitFor()
  await settled(partido)
  expect(await inspect(partido)).toEqual([])
  await partido.getByRole('button', { name: 'Proponer 1 invitación' }).click()
  await partido.getByText('Quedó propuesta 1 invitación').waitFor()
})

stage('another person confirms it', async () => {
  await signIn(instituto, url, 'secretaria')
  await instituto.goto(`${url}/consola/cuentas`)
  const card = instituto.getByRole('article', { name: nombre })
  await card.getByRole('button', { name: 'Confirmar y enviar la invitación' }).click()
  await instituto.getByRole('dialog').getByRole('button', { name: 'Confirmar y enviar la invitación' }).click()
  await instituto.getByText(`La invitación se envió a ${CORREO}`).waitFor()
})

stage('her link expired: she asks for another, and her party sends it with one tap', async () => {
  const first = await linkOf()
  const own = 'cuenta_id in (select id from acceso.cuenta where correo = $1)'
  await askDatabase(folderAt(url), `update acceso.enlace set vence_en = now() - interval '1 hour' where ${own}`, [CORREO])
  await ella.goto(`${url}/consola/invitacion/${first}`)
  await ella.getByText('La invitación ya se usó o venció').waitFor()
  expect(await inspect(ella)).toEqual([])
  await button('Pedir otra').click()
  await ella.getByText('Ya pedimos otra invitación').waitFor()
  await partido.goto(`${url}/consola/`)
  await partido.getByRole('link', { name: /Enviar otra invitación/ }).click()
  await settled(partido)
  expect(await inspect(partido)).toEqual([])
  await partido.getByRole('button', { name: `Enviar otra invitación a ${nombre}` }).click()
  await partido.getByText(`Se le envió otra invitación a ${nombre}`).waitFor()
})

stage('activating her account signs her in', () =>
  counted('activar', async () => {
    const token = await eventually(async () => (await linkOf()) ?? false, 'the second link')
    await ella.goto(`${url}/consola/invitacion/${token}`)
    await type(ella.getByLabel('Contraseña nueva'), PASSWORD)
    await tap(button(/^(Continuar|Activar la cuenta)$/))
    await tap(button('Registrar este equipo'))
    await tap(ella.getByLabel('Ya guardé mis códigos de recuperación'))
    await tap(button('Continuar'))
    await heading(ella, 'Mi candidatura')
  }),
)

stage('her first section is one tap away', () =>
  counted('llegar', async () => {
    await tap(ella.locator('.ui-button--primary'))
    await button('Guardar y seguir').waitFor()
  }),
)

const TEXTOS = ['Historia profesional', 'Trayectoria y motivos', 'Propuestas']

/** Answers what must be answered: her long texts, and the lists of her studies. */
async function answerPage(): Promise<void> {
  const title = await ella.locator('h1').innerText()
  const casa = ella.getByLabel('Dirección de la casa de campaña')
  const usada = ella.getByRole('checkbox', { name: 'Dirección de la casa de campaña' })
  if (await usada.isVisible()) await tap(usada)
  else if (await casa.isVisible()) await type(casa, 'Calle del Ensayo 1, Centro')
  const boxes = TEXTOS.includes(title) ? await ella.locator('main textarea:visible').all() : []
  for (const box of boxes) if ((await box.inputValue()) === '') await type(box, CAMINO.historia)
  for (const list of await ella.locator('main select:visible').all()) {
    if ((await list.inputValue()) !== '') continue
    taps += 1
    await list.selectOption({ index: 1 })
  }
  const group = ella.locator('main fieldset:has(input[type=radio]):not(:has(input[type=radio]:checked))')
  while (title === 'Estudios' && (await group.count()) > 0) await tap(group.first().getByRole('radio').last())
}

stage('she fills her sections, one thing a page', () =>
  counted('secciones', async () => {
    for (let stop = 0; stop < 30 && (await ella.locator('h1').innerText()) !== 'Fotografía'; stop += 1) {
      await answerPage()
      const place = ella.url()
      await seguir()
      await eventually(async () => ella.url() !== place, 'the next page')
    }
    await heading(ella, 'Fotografía')
  }),
)

stage('her photograph', () =>
  counted('fotografia', async () => {
    const picture = { name: 'retrato.jpg', mimeType: 'image/jpeg', buffer: await drawPortrait() }
    taps += 1
    await ella.getByLabel('Archivo de la fotografía').setInputFiles(picture)
    await ella.getByRole('img', { name: 'Vista previa de la fotografía recortada' }).waitFor()
    await type(ella.getByLabel('Fecha en que se tomó'), '2024-04-10')
    await type(ella.getByLabel('Descripción de la fotografía'), CAMINO.alternativo)
    await seguir()
    await ella.getByText('La fotografía se recibió').waitFor()
    await heading(ella, 'Sus decisiones')
  }),
)

stage('her decision not to answer the questions of identity', () =>
  counted('decisiones', async () => {
    await tap(ella.getByRole('group', { name: /reciba y use mis respuestas/ }).getByLabel('No lo autorizo'))
    await seguir()
    await heading(ella, 'Revisar y avisar')
  }),
)

stage('she says that she finished, and has her folio', () =>
  counted('terminar', async () => {
    await tap(button(/^Ya terminé/))
    await eventually(
      async () => (await ella.getByRole('dialog').count()) > 0 || (await ella.locator('.c-acuse__folio').count()) > 0,
      'an answer',
    )
    const dialog = ella.getByRole('dialog')
    if ((await dialog.count()) > 0) await tap(dialog.getByRole('button', { name: /^Ya terminé/ }))
    const folio = await ella.locator('.c-acuse__folio').first().innerText()
    await ella.getByRole('heading', { name: 'Qué sigue' }).waitFor()
    await ella.getByText(`Folio de su aviso: ${folio}.`).waitFor()
    await ella.getByText('Partido Acción Nacional tiene hasta:').waitFor()
  }),
)

const VARIAS = ['varias.una@simulacro.example', 'varias.dos@simulacro.example']

stage('the institute invites several chosen at once, and leaves out those whose address is not theirs', async () => {
  const elegidas = await askDatabase<{ id: string; nombre: string }>(folderAt(url), LIBRES)
  const correos = [...VARIAS, CORREO]
  await partido.goto(`${url}/consola/invitaciones/nueva`)
  for (const [at, { nombre: otra }] of elegidas.entries()) {
    await partido.getByRole('searchbox', { name: 'Buscar a una persona por su nombre' }).fill(otra)
    await partido.getByRole('button', { name: 'Buscar', exact: true }).click()
    await partido
      .getByRole('button', { name: `Agregar a ${otra}` })
      .first()
      .click()
    await partido.getByLabel(`Correo de ${otra}`).fill(correos[at] ?? '')
  }
  await partido.getByRole('button', { name: 'Revisar antes de proponer' }).click()
  await partido.getByText('No: Ese correo ya es de otra cuenta.').waitFor()
  await partido.getByRole('button', { name: 'Proponer las 2 invitaciones' }).click()
  await partido.getByText('Quedaron propuestas 2 invitaciones').waitFor()
})

stage('another person confirms them with one act, and each gets her mail', async () => {
  await instituto.goto(`${url}/consola/cuentas`)
  await instituto.getByRole('heading', { name: '2 invitaciones de personas candidatas por enviar' }).waitFor()
  for (const correo of VARIAS) await instituto.getByText(correo).first().waitFor()
  await settled(instituto)
  expect(await inspect(instituto)).toEqual([])
  await instituto.getByRole('button', { name: 'Confirmar y enviar las 2' }).click()
  const dialog = instituto.getByRole('dialog', { name: '¿Enviar 2 invitaciones?' })
  await dialog.getByRole('button', { name: 'Confirmar y enviar las 2' }).click()
  await instituto.getByText('Salieron 2 invitaciones').waitFor()
  for (const correo of VARIAS) await eventually(async () => mailTo(correo).includes('/consola/invitacion/'), `the mail to ${correo}`)
})

stage('no page threw an error on the way', () => {
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
})
