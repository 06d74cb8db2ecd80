import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { canonical } from '../../shared/criptografia/canonical.ts'
import { hojaDe, listaDe, type ListaFirmada } from '../../shared/archivos/lista-corte.ts'
import { archivoDeDatos, archivoDeRecurso } from './archivos.ts'
import { ContradictionError, UnreadableError } from './faults.ts'
import { openSource, type Source } from './source.ts'
import { verifyCortes } from './verify-cortes.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')
const CONTENTS = { proceso: '{"clave":"prueba"}', 'candidaturas/1': '{"nombre":"María Ñandú"}' }

interface Seed {
  numero: number
  anterior: string | null
  contents: Record<string, string>
  /** Otherwise as the first cortes did: without a tree. */
  conArbol?: (lista: ListaFirmada) => ListaFirmada
}

function makeCorte({ numero, anterior, contents, conArbol }: Seed) {
  const recursos = Object.entries(contents).map(([ruta, content]) => ({ ruta, sha256: sha256(content), bytes: Buffer.byteLength(content) }))
  const cabecera = {
    numero,
    en: `2024-04-20T10:00:00-06:00`,
    anterior,
    recursos: conArbol?.(listaDe(recursos.map(hojaDe))) ?? { cuantos: recursos.length, sha256: sha256(canonical(recursos)) },
  }
  const firma = sign(null, Buffer.from(canonical(cabecera)), privateKey).toString('base64')
  return { cabecera, firma, llave: 'k1', recursos }
}

function makeExport() {
  const first = makeCorte({ numero: 1, anterior: null, contents: { proceso: '{}' } })
  const second = makeCorte({ numero: 2, anterior: sha256(canonical(first.cabecera)), contents: CONTENTS })
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return {
    llaves: { elementos: [{ id: 'k1', algoritmo: 'Ed25519', llave: spki }] },
    cortes: { 1: first, 2: second } as Record<number, ReturnType<typeof makeCorte>>,
    files: { ...CONTENTS } as Record<string, string>,
  }
}

type Export = ReturnType<typeof makeExport>
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conoceles-corte-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

function verifyExport(change: (content: Export) => void = () => undefined) {
  const content = makeExport()
  change(content)
  const cortes = Object.entries(content.cortes)
  write(archivoDeDatos('llaves'), JSON.stringify(content.llaves))
  write(archivoDeDatos('cortes'), JSON.stringify({ elementos: cortes.map(([numero]) => ({ numero: Number(numero) })) }))
  for (const [numero, corte] of cortes) write(archivoDeDatos(`cortes/${numero}`), JSON.stringify(corte))
  for (const [ruta, text] of Object.entries(content.files)) write(archivoDeRecurso(ruta), text)
  return verifyCortes(openSource(folder), () => undefined)
}

function second(content: Export) {
  return content.cortes[2] as ReturnType<typeof makeCorte>
}

test('an untouched export agrees', async () => {
  const bytes = Object.values(CONTENTS).reduce((total, text) => total + Buffer.byteLength(text), 0)
  await expect(verifyExport()).resolves.toEqual({ cortes: 2, recursos: 2, bytes, sinContenido: 0 })
})

test('a corte that signed a tree over its list agrees, if it is the tree of that list', async () => {
  const signed = (conArbol: Seed['conArbol']) => (content: Export) =>
    void (content.cortes[2] = makeCorte({ numero: 2, anterior: second(content).cabecera.anterior, contents: CONTENTS, conArbol }))
  await expect(verifyExport(signed((lista) => lista))).resolves.toMatchObject({ cortes: 2 })
  const other = verifyExport(signed((lista) => ({ ...lista, raiz: sha256('otra') })))
  await expect(other).rejects.toThrow('no es la que se firmó')
})

test.each<[string, (content: Export) => void, string]>([
  ['a cabecera was changed', (content) => (second(content).cabecera.en = '2024-05-01T00:00:00-06:00'), 'la firma no corresponde'],
  [
    'another key signed',
    (content) =>
      (second(content).firma = sign(null, Buffer.from(canonical(second(content).cabecera)), other.privateKey).toString('base64')),
    'la firma no corresponde',
  ],
  ['the key is unknown', (content) => (second(content).llave = 'k9'), 'no está entre las publicadas'],
  [
    'an earlier corte was signed again',
    (content) => (content.cortes[1] = makeCorte({ numero: 1, anterior: null, contents: { proceso: '{"clave":"otra"}' } })),
    'la cadena está rota',
  ],
  ['a corte is missing', (content) => delete content.cortes[1], 'Falta el corte 1'],
  ['a recurso was dropped from the list', (content) => second(content).recursos.pop(), 'no es la que se firmó'],
  ['a published byte was changed', (content) => (content.files['candidaturas/1'] = '{"nombre":"María Nandú!"}'), 'no es lo que se firmó'],
  [
    'a ruta leaves the folder',
    (content) => (content.cortes[2] = makeCorte({ numero: 2, anterior: second(content).cabecera.anterior, contents: { '../fuera': 'x' } })),
    'sale de lo publicado',
  ],
])('%s: a contradiction', async (_title, change, sentence) => {
  const verdict = verifyExport(change)
  await expect(verdict).rejects.toThrow(ContradictionError)
  await expect(verdict).rejects.toThrow(sentence)
})

describe('a corte that another key signed', () => {
  const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64')
  /** The signature of the first key over the second, as it is published. */
  const relevoOf = (change: object = {}, signer = privateKey) => {
    const llave = spkiOf(other.publicKey)
    const said = {
      tipo: 'relevo de llave',
      anterior: 'k1',
      llave: { id: 'k2', algoritmo: 'Ed25519', spki: llave },
      en: '2024-04-21T00:00:00Z',
    }
    const relevo = canonical({ ...said, ...change })
    const firmaRelevo = sign(null, Buffer.from(relevo), signer).toString('base64')
    return { id: 'k2', algoritmo: 'Ed25519', llave, anterior: 'k1', relevo, firmaRelevo }
  }
  const signBy = (content: Export, numero: number, llave: object) => {
    const { cabecera } = content.cortes[numero] ?? second(content)
    const firma = sign(null, Buffer.from(canonical(cabecera)), other.privateKey).toString('base64')
    Object.assign(content.cortes[numero] ?? {}, { firma, llave: 'k2' })
    content.llaves.elementos.push(llave as never)
  }

  test('agrees where the key before signed that it follows', async () => {
    await expect(verifyExport((content) => signBy(content, 2, relevoOf()))).resolves.toMatchObject({ cortes: 2 })
  })

  test.each<[string, (content: Export) => void, string]>([
    [
      'no key recognised it',
      (content) => signBy(content, 2, { ...relevoOf(), anterior: null, relevo: null, firmaRelevo: null }),
      'no reconoce',
    ],
    ['it says so itself', (content) => signBy(content, 2, relevoOf({}, other.privateKey)), 'no firmó que ésta la releva'],
    ['the key before named another', (content) => signBy(content, 2, relevoOf({ anterior: 'k0' })), 'no firmó que ésta la releva'],
    [
      'the key before named another public key',
      (content) => signBy(content, 2, { ...relevoOf(), llave: spkiOf(publicKey) }),
      'no firmó que ésta la releva',
    ],
    ['the key that it replaced signs again', (content) => signBy(content, 1, relevoOf()), 'no reconoce'],
  ])('is a contradiction where %s', async (_title, change, sentence) => {
    const verdict = verifyExport(change)
    await expect(verdict).rejects.toThrow(ContradictionError)
    await expect(verdict).rejects.toThrow(sentence)
  })
})

test('a recurso that is not there is unreadable, not a contradiction', async () => {
  await expect(verifyExport((content) => delete content.files.proceso)).rejects.toThrow(UnreadableError)
})

test.each(['.gz', '.br'])('a compressed form %s that holds something else is a contradiction: it is what would be served', async (end) => {
  const pack = end === '.gz' ? gzipSync : brotliCompressSync
  const file = archivoDeRecurso('candidaturas/1') + end
  write(file, pack(CONTENTS['candidaturas/1']))
  await expect(verifyExport()).resolves.toMatchObject({ recursos: 2 })
  write(file, pack('{"nombre":"Otra"}'))
  await expect(verifyExport()).rejects.toThrow(`${file} no contiene lo mismo`)
})

describe('a site between the installation of another build and the corte that publishes its pages again', () => {
  const SHELL = '<!doctype html><div id="app"></div>'
  const pages = { 'paginas/boleta': '<p>La boleta</p>', 'paginas/cargos': '<p>Los cargos</p>' }

  /** Answers of the site, by the address of each page. */
  const during = (served: Record<string, string>): Source => {
    const corte = makeCorte({ numero: 1, anterior: null, contents: { ...CONTENTS, ...pages } })
    const files: Record<string, string> = { ...CONTENTS, ...served }
    return {
      name: 'prueba',
      llaves: () => Promise.resolve(makeExport().llaves),
      numeros: () => Promise.resolve([1]),
      corte: () => Promise.resolve(corte),
      recurso: (ruta) => Promise.resolve(Buffer.from(files[ruta] ?? '')),
      cabezas: () => Promise.resolve([]),
      armazon: () => Promise.resolve(Buffer.from(SHELL)),
      esperas: [1],
    }
  }
  const check = (source: Source) => verifyCortes(source, () => undefined)

  test('is not accused of pages without content: they are counted apart', async () => {
    const report = await check(during({ 'paginas/boleta': SHELL, 'paginas/cargos': pages['paginas/cargos'] }))
    expect(report).toMatchObject({ cortes: 1, recursos: 4, sinContenido: 1 })
  })

  test('is accused of a page that says something else, and of data that are the page without content', async () => {
    await expect(check(during({ ...pages, 'paginas/boleta': `${SHELL}<p>Otra boleta</p>` }))).rejects.toThrow(ContradictionError)
    await expect(check(during({ ...pages, 'candidaturas/1': SHELL }))).rejects.toThrow('candidaturas/1 no es lo que se firmó')
  })

  test('is not accused of bytes of before that a server still had in memory', async () => {
    const source = during(pages)
    let looks = 0
    const late: Source['recurso'] = (ruta) =>
      ruta === 'proceso' && (looks += 1) === 1 ? Promise.resolve(Buffer.from('{}')) : source.recurso(ruta)
    await expect(check({ ...source, recurso: late })).resolves.toMatchObject({ recursos: 4, sinContenido: 0 })
    expect(looks).toBe(2)
  })
})

describe('a running system that hands its list of cortes out by pages', () => {
  const PAGE = 100

  /** Answers as the public routes do; `forget` is left out of every page. */
  async function serve(count: number, forget: number | null) {
    const cortes = new Map<number, ReturnType<typeof makeCorte>>()
    for (let numero = 1, anterior: string | null = null; numero <= count; numero += 1) {
      const corte = makeCorte({ numero, anterior, contents: CONTENTS })
      cortes.set(numero, corte)
      anterior = sha256(canonical(corte.cabecera))
    }
    const newestFirst = [...cortes.keys()].reverse().filter((numero) => numero !== forget)
    const answer = (path: string, antes: string | null): unknown => {
      if (path === 'llaves') return makeExport().llaves
      if (path === 'cortes') return { elementos: newestFirst.filter((n) => !antes || n < Number(antes)).slice(0, PAGE).map((numero) => ({ numero })) } // prettier-ignore
      return path.startsWith('cortes/') ? cortes.get(Number(path.slice(7))) : null
    }
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://prueba')
      const path = pathname.replace('/api/v1/publico/', '')
      response.end(CONTENTS[path as keyof typeof CONTENTS] ?? JSON.stringify(answer(path, searchParams.get('antes'))))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { url, close: () => new Promise((resolve) => server.close(resolve)) }
  }

  test.each([1, 100, 101, 250])('is checked from the first corte to the last of %i', async (count) => {
    const { url, close } = await serve(count, null)
    await expect(verifyCortes(openSource(url), () => undefined)).resolves.toMatchObject({ cortes: count, recursos: 2 })
    await close()
  })

  test.each([7, 150, 151])('is caught when corte %i of 250 is missing, on whatever page it was', async (forget) => {
    const { url, close } = await serve(250, forget)
    await expect(verifyCortes(openSource(url), () => undefined)).rejects.toThrow(`Falta el corte ${forget}`)
    await close()
  })
})
