// Records the examples of the public contract from a running simulacro: `npm run ejemplos -- http://localhost:3000`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { ROOT } from './lib/run.mjs'

const [address = 'http://localhost:3000'] = process.argv.slice(2)
const FILE = join(ROOT, 'apps/api/src/shared/http/ejemplos/ejemplos.json')
const PUBLICO = '/api/v1/publico'
/** Stands for the address of any installation. */
const CUALQUIERA = 'https://conoceles.example'

/** A second question, where one does not show what the operation is for. */
const OTHERS = {
  listCandidaturasPublicas: ['/candidaturas?cargo=presidencia_municipal&municipio=17007&limite=2', '/candidaturas?q=maria&limite=2'],
  getCandidaturaPublica: ['/candidaturas/{id}', '/candidaturas/{sinCaptura}'],
  getContienda: ['/contiendas/{clave}', '/contiendas/gubernatura-17'],
  getEstadistica: ['/estadisticas/edad', '/estadisticas/indigena'],
  listCambiosEntreCortes: ['/cortes/0/cambios/1', '/cortes/1/cambios/2'],
  getFotografiaPublica: ['/fotografias/{fotografia}'],
}

/** Names in place of fields: sections, addresses and schemas. */
const IS_MAP = /^[\d/A-Z]/

/** A hash or a signature has no spaces, and stays whole. */
const IS_SENTENCE = /^(?=.* )[^]{140}/
const IS_TEXT = /^text\/|json|\+xml/
/** One row of these is as good as many. */
const ROWS = /csv|jsonl/

const before = JSON.parse(readFileSync(FILE, 'utf8'))
const { paths } = parse(readFileSync(join(ROOT, 'openapi.yaml'), 'utf8'))
const values = await discover()
const found = {}
for (const [path, { get }] of Object.entries(paths)) {
  if (!get || !(path === PUBLICO || path.startsWith(`${PUBLICO}/`))) continue
  const asked = OTHERS[get.operationId] ?? [path.slice(PUBLICO.length)]
  const recorded = await Promise.all(asked.map((each) => record(fill(each), Object.keys(get.responses['200'].content)[0])))
  const whole = recorded.filter((each) => each !== null)
  // A simulacro has no answer to some: theirs stay as they were written.
  found[get.operationId] = whole.length > 0 ? whole : before[get.operationId]
}
writeFileSync(FILE, await format(JSON.stringify(found), { ...(await resolveConfig(FILE)), parser: 'json' }))
console.log(`${Object.keys(found).length} operations, ${Object.values(found).flat().length} examples.`)

/** Values of the parameters of this simulacro. */
async function discover() {
  const read = async (path) => (await fetch(`${address}${PUBLICO}${path}`)).json()
  const { elementos } = await read('/contiendas/presidencia_municipal-17007')
  const retratada = elementos.find(({ fotografia, conPropuestas }) => fotografia !== null && conPropuestas)
  const { id: sinCaptura } = elementos.find(({ estatusCaptura }) => estatusCaptura === 'sin_captura')
  const { versiones } = await read(`/candidaturas/${retratada.id}/historia`)
  return {
    ...{ id: retratada.id, sinCaptura, fotografia: retratada.fotografia.split('/').at(-1), sha256: versiones[0].sha256 },
    ...{ clave: 'presidencia_municipal-17007', tabla: 'edad', tipo: 'simplificado', version: 1, de: 1, numero: 1 },
  }
}

function fill(template) {
  return template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
}

/** Answers null where the system has nothing of it. */
async function record(path, medio) {
  if (path.includes('{')) return null
  const answer = await fetch(`${address}${PUBLICO}${path}`)
  if (!answer.ok) return null
  const pide = PUBLICO + path
  if (!IS_TEXT.test(medio)) return { pide }
  const text = (await answer.text()).replaceAll(address, CUALQUIERA)
  return { pide, contesta: /[/+]json$/.test(medio) ? shorten(JSON.parse(text), 0) : shortenText(text, ROWS.test(medio) ? 2 : 8) }
}

/** Two of each list, one of those deep inside; the beginning of a long sentence. */
function shorten(value, lists) {
  if (typeof value === 'string') return IS_SENTENCE.test(value) || value.length > 400 ? beginning(value, 100) : value
  if (Array.isArray(value)) return value.slice(0, lists < 2 ? 2 : 1).map((each) => shorten(each, lists + 1))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const kept = entries.every(([key]) => IS_MAP.test(key)) ? entries.slice(0, 2) : entries
  return Object.fromEntries(kept.map(([key, each]) => [key, shorten(each, lists)]))
}

/** The first lines, each by its beginning. */
function shortenText(text, most) {
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const shown = lines.slice(0, most).map((line) => beginning(line, 300))
  return shown.join('\n')
}

function beginning(text, length) {
  return text.length > length ? `${text.slice(0, length).trimEnd()}…` : text
}
