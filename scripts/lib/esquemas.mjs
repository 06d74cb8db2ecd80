import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint, isDone, setDone } from './fingerprint.mjs'
import { ROOT } from './run.mjs'

const FOLDER = 'packages/paquetes/esquema'
const TYPES = 'packages/paquetes/src/archivos.ts'
const DEFINICIONES = 'definiciones.json'
/** One Spanish line for each name of a field: an editor shows it to the person who writes a pack. */
const DESCRIPCIONES = 'packages/paquetes/descripciones.json'
const MARKER = 'esquemas'
const DRAFT = 'http://json-schema.org/draft-07/schema#'

/**
 * JSON Schemas of the files of a pack, by their path: one with all definitions, made from the types, and one for each file that points into
 * it. Null where no type changed since they were written.
 */
export async function esquemas() {
  const wanted = fingerprint(['packages/domain/src', TYPES, DESCRIPCIONES, 'scripts/lib/esquemas.mjs', 'pnpm-lock.yaml'])
  if (existsSync(join(ROOT, FOLDER, DEFINICIONES)) && isDone(MARKER, wanted)) return null
  const definitions = await definitionsOf()
  const files = Object.entries(archivos()).map(([path, tipo]) => [
    `${FOLDER}/${path.replace(/\.json$/, '.schema.json')}`,
    text({ $schema: DRAFT, $ref: `${path.includes('/') ? '../' : ''}${DEFINICIONES}#/definitions/${tipo}` }),
  ])
  for (const [path] of files) mkdirSync(join(ROOT, dirname(path)), { recursive: true })
  return {
    files: new Map([[`${FOLDER}/${DEFINICIONES}`, text({ $schema: DRAFT, definitions })], ...files]),
    done: () => setDone(MARKER, wanted),
  }
}

/** Path of each file and its type, as the reader declares them. */
function archivos() {
  const declared = readFileSync(join(ROOT, TYPES), 'utf8').matchAll(/^ {2}'([\w/-]+\.json)': \{ tipo: '(\w+)'/gm)
  return Object.fromEntries([...declared].map(([, path, tipo]) => [path, tipo]))
}

async function definitionsOf() {
  const { createGenerator } = await import('ts-json-schema-generator')
  const { definitions } = createGenerator({
    path: join(ROOT, TYPES),
    tsconfig: join(ROOT, 'tsconfig.json'),
    expose: 'export',
    jsDoc: 'extended',
    skipTypeCheck: true,
    additionalProperties: false,
    encodeRefs: true,
  }).createSchema('*')
  const used = new Set()
  const follow = (name) => {
    if (used.has(name)) return
    used.add(name)
    for (const [, next] of JSON.stringify(definitions[name]).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g))
      follow(decodeURIComponent(next))
  }
  Object.values(archivos()).forEach(follow)
  return describe(Object.fromEntries([...used].sort().map((name) => [name, definitions[name]])))
}

/** The definitions with Spanish descriptions in place of the doc comments, which are for developers. Throws where a field has none, or a line no field. */
function describe(definitions) {
  const lines = JSON.parse(readFileSync(join(ROOT, DESCRIPCIONES), 'utf8'))
  const unused = new Set(Object.keys(lines))
  const of = (node) => {
    if (Array.isArray(node)) return node.map(of)
    if (typeof node !== 'object' || node === null) return node
    const { description: _english, properties, ...rest } = node
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, of(value)]))
    return properties ? { ...own, properties: Object.fromEntries(Object.entries(properties).map(field)) } : own
  }
  const field = ([name, value]) => {
    if (!(name in lines)) throw new Error(`${DESCRIPCIONES} does not describe «${name}»`)
    unused.delete(name)
    return [name, { description: lines[name], ...of(value) }]
  }
  const described = Object.fromEntries(Object.entries(definitions).map(([name, value]) => [name, of(value)]))
  if (unused.size > 0) throw new Error(`${DESCRIPCIONES} describes fields that no file has: ${[...unused].join(', ')}`)
  return described
}

function text(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`
}
