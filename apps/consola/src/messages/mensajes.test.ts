import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldsOf, isRecord } from '@conoceles/domain/typed'
import { textOr } from '../features/captura/mensajes.ts'
import comun from './comun.json' with { type: 'json' }

/** Acts under which somebody reads data of a persona, as `captura.lecturas` tells them. */
const LECTURAS = ['identidad.leida', 'identidad.exportada', 'consentimiento.formato_leido', 'derechos.acceso_leido', 'identidad.codificada']

const FEATURES = join(import.meta.dirname, '../features')
const CHAPTERS = readdirSync(FEATURES)
const ownOf = (chapter: string): unknown => JSON.parse(readFileSync(join(FEATURES, chapter, 'mensajes.json'), 'utf8'))

describe('the messages of the consola', () => {
  it('have no key with a dot: a message is found by a path of dots, and such a key would show raw', () => {
    expect([comun, ...CHAPTERS.map(ownOf)].flatMap(keysOf).filter((key) => key.includes('.'))).toEqual([])
  })

  it('name in words each act by which identity data are read', () => {
    expect(LECTURAS.filter((acto) => textOr(`lecturas.actos.${acto.replace('.', '_')}`, acto) === acto)).toEqual([])
  })

  it.each(CHAPTERS)('of %s hold each group whose words are looked up by a code of the API', (chapter) => {
    const trees = [ownOf(chapter), comun]
    const missing = groupsOf(chapter).filter((path) => !trees.some((tree) => isRecord(nodeAt(tree, path))))
    expect(missing).toEqual([])
  })

  it('say each sentence in one place', () => {
    const shared = new Set(leavesOf(comun))
    expect(CHAPTERS.flatMap((chapter) => leavesOf(ownOf(chapter))).filter((path) => shared.has(path))).toEqual([])
  })
})

/** Groups that a chapter names in `textOr(`group.${code}`)`, which the compiler does not check. */
function groupsOf(chapter: string): string[] {
  const sources = readdirSync(join(FEATURES, chapter), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|vue)$/.test(file))
  return sources.flatMap((file) => {
    const text = readFileSync(join(FEATURES, chapter, file), 'utf8')
    return [...text.matchAll(/textOr\(`([\w.]+)\.\$\{/g)].map(([, path]) => path ?? '')
  })
}

function nodeAt(tree: unknown, path: string): unknown {
  return path.split('.').reduce((node: unknown, part) => fieldsOf(node)[part], tree)
}

function leavesOf(node: unknown, path = ''): string[] {
  if (!isRecord(node)) return [path]
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, path === '' ? key : `${path}.${key}`))
}

function keysOf(node: unknown): string[] {
  return Object.entries(fieldsOf(node)).flatMap(([key, value]) => [key, ...keysOf(value)])
}
