import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser, newPerson, faultsOf, step } from '../support/browser.ts'
import { readPublic } from '../support/browser-camino.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

type Data = Record<string, unknown>

interface Candidatura {
  id: string
  nombre: string
  secciones: { campos: { valor: unknown }[] }[]
}

interface Row {
  id: string
  nombre: string
  estatusCaptura: string
}

const { url, built } = sharedSimulacro()
let proceso: { nombre: string; cargos: { nombre: string }[] }

beforeAll(async () => {
  proceso = await readPublic(url, '/proceso')
})

test('the home is rendered without a browser, with the question and the contests of the state', () => {
  const html = render('/', { '/publico/proceso': proceso })
  expect(html).toContain('¿Quiénes aparecen en mi boleta?')
  for (const { nombre } of proceso.cargos) expect(html).toContain(nombre)
})

test('the list is rendered with its rows', async () => {
  const path = '/publico/candidaturas?cargo=diputacion_mr'
  const { elementos } = await readPublic<{ elementos: Row[] }>(url, '/candidaturas?cargo=diputacion_mr')
  const html = render('/candidaturas?cargo=diputacion_mr', {
    '/publico/proceso': proceso,
    [path]: await readPublic(url, path.replace('/publico', '')),
  })
  expect(elementos.length).toBeGreaterThan(10)
  for (const { nombre, id } of elementos) {
    expect(html).toContain(nombre)
    expect(html).toContain(`/candidaturas/${id}`)
  }
})

test('a candidatura is rendered with its texts, and the browser takes the page over as it is', async () => {
  const { id, data, candidatura } = await published()
  const html = render(`/candidaturas/${id}`, data)
  expect(html).toContain(candidatura.nombre)
  const texts = candidatura.secciones.flatMap(({ campos }) => campos.map(({ valor }) => valor)).filter((valor) => typeof valor === 'string')
  expect(texts.length).toBeGreaterThan(3)
  for (const text of texts) expect(html).toContain(escapeHtml(text.split('\n')[0] ?? ''))
  expect(await hydrate(`/candidaturas/${id}`, data)).toEqual([])
})

test('who left is rendered as a notice with the link to who entered, and the browser takes it over as it is', async () => {
  const { id, data, candidatura } = await published()
  const entra = { id: '00000000-0000-4000-8000-000000000001', nombre: 'Xochiquetzal Ensayo Relevo' }
  const salida = {
    tipo: 'sustituida',
    desde: '2024-05-30',
    acuerdo: { numero: 'ENSAYO/300', fecha: '2024-05-29' },
    causa: 'Renuncia',
    entra,
  }
  const left = { ...candidatura, estatus: 'sustituida', salida, secciones: [], distintivos: [], fotografia: null, estatusCaptura: null }
  const known = { ...data, [`/publico/candidaturas/${id}`]: left }
  const html = render(`/candidaturas/${id}`, known)
  const told = ['Ya no compite desde el jueves 30 de mayo de 2024.', 'ENSAYO/300', 'Causa: Renuncia.', `/candidaturas/${entra.id}`]
  for (const text of [candidatura.nombre, ...told]) expect(html).toContain(text)
  expect(html).not.toContain('Pendiente')
  expect(await hydrate(`/candidaturas/${id}`, known)).toEqual([])
})

test('a table of statistics is rendered with its finding and its rows, and the browser takes it over as it is', async () => {
  const path = '/publico/estadisticas/edad'
  const tabla = await readPublic<{ titulo: string; filas: { nombre: string }[] }>(url, '/estadisticas/edad')
  const data = { '/publico/proceso': proceso, [path]: tabla }
  const html = render('/estadisticas/edad', data)
  for (const text of [tabla.titulo, 'El renglón más numeroso es', ...tabla.filas.map(({ nombre }) => nombre)]) expect(html).toContain(text)
  expect(await hydrate('/estadisticas/edad', data)).toEqual([])
})

/** Runs the built entry in a Node of its own: it brings everything that it needs. */
function inNode(call: string, input: object): string {
  const script = `import { text } from 'node:stream/consumers'
const { entry, template, path, data } = JSON.parse(await text(process.stdin))
const { render, renderDocument } = await import(entry)
process.stdout.write(await ${call})`
  const entry = `file://${join(built.visorServer, 'entry-server.js')}`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify({ entry, ...input }),
    encoding: 'utf8',
    maxBuffer: 20_000_000,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function render(path: string, data: Data): string {
  return inNode('render(path, data)', { path, data })
}

async function published(): Promise<{ id: string; data: Data; candidatura: Candidatura }> {
  const { elementos } = await readPublic<{ elementos: Row[] }>(url, '/candidaturas?cargo=presidencia_municipal&conPropuestas=true')
  const id = elementos.find(({ estatusCaptura }) => estatusCaptura === 'verificada')?.id ?? ''
  const candidatura = await readPublic<Candidatura>(url, `/candidaturas/${id}`)
  return { id, candidatura, data: { '/publico/proceso': proceso, [`/publico/candidaturas/${id}`]: candidatura } }
}

/** Hands the rendered document to a browser; says what went wrong when its script took it over. */
async function hydrate(path: string, data: Data): Promise<string[]> {
  const template = readFileSync(join(built.visor, 'index.html'), 'utf8')
  const body = inNode('renderDocument(template, path, data)', { template, path, data })
  const browser = await launchBrowser()
  try {
    const context = await newPerson(browser)
    const faults = faultsOf(context)
    context.on('console', (message) => {
      if (/hydrat/i.test(message.text())) faults.push(message.text())
    })
    const page = await context.newPage()
    await page.route(url + path, async (route) => {
      const { headers } = await route.fetch().then((answer) => ({ headers: answer.headers() }))
      await route.fulfill({ body, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } })
    })
    await page.goto(url + path)
    await step(page, 'the live page', async () => {
      await page.getByRole('link', { name: 'Candidaturas', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Candidaturas' }).waitFor()
    })
    return faults
  } finally {
    await browser.close()
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
