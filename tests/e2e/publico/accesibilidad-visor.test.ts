import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { inspect, inspectAll, inspectInTrouble, settled, type Estado } from '../../support/browser/accesibilidad.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { ENTRA, givenSalidas } from '../../support/browser/salidas.ts'
import { GALERIA, openGaleria } from '../../support/browser/galeria.ts'
import { enterApi, unbegun } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser
let context: BrowserContext
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
})

afterEach(() => context.unrouteAll())

afterAll(async () => {
  await browser?.close()
})

test('home, ballot, statistics and notices have no violation', async () => {
  const vistas: Estado[] = [
    { nombre: 'home', path: '/' },
    { nombre: 'home, section refused', path: '/', prepare: pressing('Ver mi boleta') },
    { nombre: 'home, municipio refused', path: '/', prepare: pressing('Ver por municipio') },
    { nombre: 'ballot without a place', path: '/boleta' },
    { nombre: 'ballot by municipio', path: '/boleta#municipio=17007' },
    { nombre: 'ballot that came with its page', path: '/boleta?municipio=17007&distrito=D02' },
    { nombre: 'list of the device, empty', path: '/mi-lista' },
    { nombre: 'ballot of a municipio of sistemas normativos', path: `/boleta#municipio=${await normativo()}` },
    { nombre: 'ballot of an unknown section', path: '/boleta#seccion=9999' },
    { nombre: 'aviso integral', path: '/aviso-privacidad' },
    { nombre: 'qué se publica', path: '/que-se-publica' },
    { nombre: 'accessibility statement', path: '/accesibilidad' },
    { nombre: 'report of an error', path: '/reportar-error?pagina=%2Fcargos' },
    { nombre: 'report that was refused', path: '/reportar-error?pagina=%2Fcargos&motivo=cupo' },
    { nombre: 'report that was received', path: '/reporte-recibido?folio=E-7K3M9QHA' },
    { nombre: 'reported errors', path: '/errores-reportados' },
    { nombre: 'contiendas', path: '/contiendas' },
    { nombre: 'one contienda', path: '/contiendas/presidencia_municipal-17007' },
    { nombre: 'aviso simplificado', path: '/aviso-privacidad/simplificado' },
    { nombre: 'statistics', path: '/estadisticas' },
    { nombre: 'statistics of a group', path: '/estadisticas/indigena' },
    { nombre: 'statistics by municipio', path: '/estadisticas/municipio' },
    { nombre: 'statistics of how complete each actor is', path: '/estadisticas/informacion' },
    { nombre: 'statistics that do not exist', path: '/estadisticas/ninguna' },
    { nombre: 'no such page', path: '/no/existe' },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('the list has no violation: full, filtered, empty, with its filters open', async () => {
  const vistas: Estado[] = [
    { nombre: 'list', path: '/candidaturas' },
    { nombre: 'list, one page more', path: '/candidaturas', prepare: pressing('Mostrar más candidaturas') },
    { nombre: 'list, filtered', path: '/candidaturas?q=maria&cargo=regiduria&municipio=17007&calidad=propietaria&conPropuestas=true' },
    { nombre: 'list, empty', path: '/candidaturas?q=zzzzzz' },
    { nombre: 'list, of a party instead of a name', path: '/candidaturas?q=morena' },
    { nombre: 'list, of an endless word', path: `/candidaturas?q=${'x'.repeat(300)}` },
    { nombre: 'list, filters open', path: '/candidaturas?cargo=regiduria', prepare: openFilters },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('a candidatura has no violation, whatever is known of it', async () => {
  const known = await Promise.all(
    ['verificada', 'validada', 'observada', 'en_captura', 'sin_captura'].map(async (estatus) => ({
      nombre: `candidatura ${estatus}`,
      path: `/candidaturas/${await candidaturaIn(estatus)}`,
    })),
  )
  const vistas: Estado[] = [
    ...known,
    { nombre: 'candidatura with photograph', path: `/candidaturas/${await candidaturaWithPhotograph()}` },
    { nombre: 'candidatura that is not published', path: '/candidaturas/00000000-0000-4000-8000-000000000000' },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('a persona who left, her successor and the planilla that stays have no violation, in the list and on their pages', async () => {
  const { cancelada, companera, sustituida, entra } = await givenSalidas(url)
  const vistas: Estado[] = [
    { nombre: 'candidatura cancelled', path: `/candidaturas/${cancelada.id}` },
    { nombre: 'candidatura of its planilla', path: `/candidaturas/${companera}` },
    { nombre: 'candidatura substituted', path: `/candidaturas/${sustituida.id}` },
    { nombre: 'candidatura that entered', path: `/candidaturas/${entra}` },
    { nombre: 'list with a notice', path: `/candidaturas?cargo=sindicatura&municipio=${cancelada.municipio}` },
    { nombre: 'list that finds who was substituted', path: `/candidaturas?q=${encodeURIComponent(sustituida.nombre)}` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  const page = await context.newPage()
  await page.goto(`${url}/candidaturas/${sustituida.id}`)
  await page.getByRole('link', { name: ENTRA.nombreCompleto }).click()
  await page.getByRole('heading', { level: 1, name: ENTRA.nombreCompleto }).waitFor()
  await page.getByRole('link', { name: sustituida.nombre }).waitFor()
  await page.close()
})

test('the form of the acuses has no violation: blank, refused, unknown, authentic', async () => {
  const vistas: Estado[] = [
    { nombre: 'acuse', path: '/acuses' },
    { nombre: 'acuse, blank', path: '/acuses', prepare: pressing('Verificar el acuse') },
    { nombre: 'acuse, unknown', path: '/acuses/AAAA-AAAA-AAAA' },
    { nombre: 'acuse, authentic', path: `/acuses/${await newFolio()}` },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
})

test('waiting, busy and offline have no violation', async () => {
  // Rendered pages need no answer; these ask the API for one.
  const paths = ['/boleta#municipio=17007', '/acuses/AAAA-AAAA-AAAA']
  const trouble = { paths, api: /\/api\/v1\//, retry: 'Intentar otra vez' }
  expect(await inspectInTrouble(context, url, trouble)).toEqual([])
})

test('no page of the visor is refused anything by its Content Security Policy', () => {
  expect(faults).toEqual([])
})

test('the gallery of components has no violation', async () => {
  const remove = await openGaleria(context)
  try {
    expect(await inspectAll(context, GALERIA, [{ nombre: 'gallery', path: '/', prepare: (page) => page.locator('h1').waitFor() }])).toEqual(
      [],
    )
  } finally {
    remove()
  }
})

test('these checks see what they look for', async () => {
  const own = await newPerson(browser)
  const seen = faultsOf(own)
  const page = await own.newPage()
  await page.goto(url)
  await settled(page)
  await page.evaluate(() => {
    const wide = document.createElement('div')
    Object.assign(wide.style, { minWidth: '400px', minHeight: '20px' })
    wide.append(document.createElement('img'))
    document.querySelector('main')?.prepend(wide)
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
  })
  const wrong = (await inspect(page)).join('\n')
  expect(wrong).toContain('image-alt')
  expect(wrong).toContain('320 px, letters at 100%: scrolls sideways')
  expect(seen.join('\n')).toContain('Content Security Policy')
  await own.close()
})

function pressing(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await settled(page)
    await page.getByRole('button', { name }).click()
    await settled(page)
  }
}

async function openFilters(page: Page): Promise<void> {
  await page.setViewportSize(PHONE)
  await settled(page)
  await page.getByRole('button', { name: /^Filtros/ }).click()
  await page.getByRole('dialog').waitFor()
}

interface Row {
  id: string
  estatusCaptura: string
  fotografia: string | null
}

async function rows(): Promise<Row[]> {
  const pages = ['diputacion_mr', 'presidencia_municipal', 'regiduria'].map((cargo) =>
    readPublic<{ elementos: Row[] }>(url, `/candidaturas?cargo=${cargo}&limite=50`),
  )
  return (await Promise.all(pages)).flatMap(({ elementos }) => elementos)
}

async function candidaturaIn(estatus: string): Promise<string> {
  return idOf((await rows()).find(({ estatusCaptura }) => estatusCaptura === estatus))
}

async function candidaturaWithPhotograph(): Promise<string> {
  return idOf((await rows()).find(({ fotografia }) => fotografia !== null))
}

function idOf(row: Row | undefined): string {
  if (!row) throw new Error('the simulacro has no such candidatura in its first pages')
  return row.id
}

async function normativo(): Promise<string> {
  const { municipios } = await readPublic<{ municipios: { clave: string; regimen: string }[] }>(url, '/proceso')
  return municipios.find(({ regimen }) => regimen !== municipios[0]?.regimen)?.clave ?? ''
}

async function newFolio(): Promise<string> {
  const account = await enterApi(url, 'captura.pan')
  const [id = ''] = await unbegun(account, 1)
  const { body } = await account.put<{ acuse: { folio: string } }>(`/candidaturas/${id}/captura/curricular/contacto`, {
    version: 0,
    respuestas: { facebook: 'https://facebook.com/ensayo' },
  })
  return body.acuse.folio
}
