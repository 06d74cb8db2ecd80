import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint, isDone, setDone } from './fingerprint.mjs'
import { ROOT } from './run.mjs'

const FOLDER = 'packages/paquetes/esquema'
const TYPES = 'packages/paquetes/src/archivos.ts'
const DEFINICIONES = 'definiciones.json'
const MARKER = 'esquemas'
const DRAFT = 'http://json-schema.org/draft-07/schema#'

/**
 * JSON Schemas of the files of a pack, by their path: one with all definitions, made from the types, and one for each file that points into
 * it. Null where no type changed since they were written.
 */
export async function esquemas() {
  const wanted = fingerprint(['packages/domain/src', TYPES, 'scripts/lib/esquemas.mjs', 'pnpm-lock.yaml'])
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
  return Object.fromEntries([...used].sort().map((name) => [name, definitions[name]]))
}

function text(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`
}
