import { generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import { isExpediente, openExpediente } from './expediente-source.ts'
import { ContradictionError, UnreadableError } from './faults.ts'
import { isPublished, verifyExpediente } from './verify-expediente.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64')

function chain(contents: Record<number, string>): { n: number; contenido: string; anterior: string; hash: string }[] {
  let hash = sha256('an act that is not in the extract')
  return Object.entries(contents).map(([n, contenido]) => {
    const anterior = hash
    hash = sha256(anterior + contenido)
    return { n: Number(n), contenido, anterior, hash }
  })
}

function acuse(folio: string) {
  const cuerpo = { folio, acto: 'remision.enviada', sha256: sha256('x'), recibidoEn: '2024-04-20T16:00:00.000Z' }
  return { ...cuerpo, firma: signed(canonical(cuerpo)), llave: 'k1' }
}

/** Signed content of an index, before it is a file. */
function makeIndice(files: Record<string, string>) {
  const archivos = Object.entries(files).map(([ruta, text]) => ({ ruta, bytes: Buffer.byteLength(text), sha256: sha256(text) }))
  return { firmadoEn: '2024-04-20T16:00:00.000Z', archivos, bitacora: chain({ 7: '{"acto":"a"}', 8: '{"acto":"b"}', 12: '{"acto":"c"}' }), acuses: [acuse('AAA')] } // prettier-ignore
}

type Indice = ReturnType<typeof makeIndice>

const CONTENTS = { 'entregables/11.4/pleno.pdf': '%PDF-1.7 acuerdo', 'remisiones/1/acuse.pdf': '%PDF-1.7 acuse', 'indice.html': '<html>' }

/** An expediente as it is handed out; `forge` changes its signed content. */
function makeFiles(forge: (indice: Indice) => void = () => undefined): Map<string, string> {
  const indice = makeIndice(CONTENTS)
  forge(indice)
  const text = canonical(indice)
  const firma = canonical({ algoritmo: 'Ed25519', llave: 'k1', spki, firma: signed(text) })
  return new Map([...Object.entries(CONTENTS), ['indice.json', text], ['firma.json', firma]])
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conoceles-verificar-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function unpacked(files: Map<string, string>): string {
  const place = join(folder, 'e')
  for (const [ruta, text] of files) {
    mkdirSync(dirname(join(place, ruta)), { recursive: true })
    writeFileSync(join(place, ruta), text)
  }
  return place
}

async function zipped(files: Iterable<[string, string]>, { compress } = { compress: false }): Promise<string> {
  const zip = new ZipFile()
  for (const [ruta, text] of files) zip.addBuffer(Buffer.from(text), ruta, { compress })
  zip.end()
  const place = join(folder, 'e.zip')
  await pipeline(zip.outputStream, createWriteStream(place))
  return place
}

async function check(place: string) {
  const source = await openExpediente(place)
  return verifyExpediente(source, () => undefined).finally(() => source.close())
}

test('an expediente that nobody touched agrees, packed or unpacked', async () => {
  const report = { archivos: 3, bytes: Buffer.byteLength(Object.values(CONTENTS).join('')), actos: 3, acuses: 1, spki }
  for (const place of [unpacked(makeFiles()), await zipped(makeFiles()), await zipped(makeFiles(), { compress: true })]) {
    expect(await isExpediente(place)).toBe(true)
    expect(await check(place)).toEqual(report)
  }
})

test('a file that is no expediente is left to the cortes', async () => {
  expect(await isExpediente(folder)).toBe(false)
  expect(await isExpediente('http://localhost:3000')).toBe(false)
  expect(await isExpediente(join(folder, 'nada.zip'))).toBe(false)
})

type Change = (files: Map<string, string>) => void

test.each<[string, Change, string]>([
  ['a byte of a document was changed', (files) => files.set('remisiones/1/acuse.pdf', '%PDF-1.7 Acuse'), 'remisiones/1/acuse.pdf no es lo que se firmó.'], // prettier-ignore
  ['a document was taken out', (files) => files.delete('entregables/11.4/pleno.pdf'), 'Falta entregables/11.4/pleno.pdf.'],
  ['a document was put in', (files) => files.set('entregables/11.4/otro.pdf', 'x'), 'Sobra entregables/11.4/otro.pdf: el índice no lo nombra.'], // prettier-ignore
  ['a blank was put into the index', (files) => files.set('indice.json', `${files.get('indice.json')} `), 'La firma no corresponde a indice.json: alguno de los dos se alteró.'], // prettier-ignore
  ['the index was taken out', (files) => files.delete('indice.json'), 'Falta indice.json.'],
  ['the signature was taken out', (files) => files.delete('firma.json'), 'Falta firma.json.'],
  ['the signature is something else', (files) => files.set('firma.json', '[]'), 'firma.json no tiene la forma de una firma.'],
  ['the key is none', (files) => files.set('firma.json', '{"llave":"k1","spki":"AAAA","firma":"AAAA"}'), 'firma.json no tiene la forma de una firma.'], // prettier-ignore
])('%s: a contradiction with its place, packed or unpacked', async (_title, change, sentence) => {
  const files = makeFiles()
  change(files)
  const places = [await zipped(files), ...(files.has('indice.json') ? [unpacked(files)] : [])]
  for (const place of places) {
    const verdict = check(place)
    await expect(verdict).rejects.toThrow(ContradictionError)
    await expect(verdict).rejects.toThrow(sentence)
  }
})

test.each<[string, (indice: Indice) => void, string]>([
  ['an act was rewritten', ({ bitacora }) => Object.assign(bitacora[1] ?? {}, { contenido: '{}' }), 'Bitácora, acto 8: su huella no corresponde a su contenido.'], // prettier-ignore
  [
    'an act was rewritten with its hash',
    ({ bitacora: [first, second] }) => {
      if (!first || !second) throw new Error('no acts')
      first.contenido = '{}'
      first.hash = sha256(first.anterior + first.contenido)
    },
    'Bitácora, acto 8: no sigue del acto 7.',
  ],
  ['acts change places', ({ bitacora }) => bitacora.reverse(), 'Bitácora, acto 8: no sigue del acto 12.'],
  ['an acuse was made up', ({ acuses }) => Object.assign(acuses[0] ?? {}, { recibidoEn: '2024-04-19T16:00:00.000Z' }), 'Acuse AAA: la firma no corresponde.'], // prettier-ignore
  ['the index has no list', (indice) => Object.assign(indice, { acuses: null }), 'indice.json no tiene la forma de un índice.'],
])('%s, and the whole was signed: a contradiction', async (_title, forge, sentence) => {
  await expect(check(await zipped(makeFiles(forge)))).rejects.toThrow(sentence)
})

test('everything that is wrong is told at once', async () => {
  const files = makeFiles()
  files.delete('remisiones/1/acuse.pdf')
  files.set('nuevo.txt', 'x')
  files.set('entregables/11.4/pleno.pdf', 'otro')
  await expect(check(await zipped(files))).rejects.toThrow(
    /^Falta remisiones\/1\/acuse\.pdf\.\nSobra nuevo\.txt.*\nentregables\/11\.4\/pleno\.pdf no es lo que se firmó\.$/,
  )
})

test('a name that stands twice in the ZIP is told', async () => {
  await expect(check(await zipped([...makeFiles(), ['indice.html', '<html>']]))).rejects.toThrow('indice.html está dos veces.')
})

test('a byte changed inside the packed data is told of its file, and a ZIP that is cut cannot be read', async () => {
  const place = await zipped(makeFiles(), { compress: true })
  const bytes = readFileSync(place)
  const at = bytes.indexOf('remisiones/1/acuse.pdf') + 'remisiones/1/acuse.pdf'.length + 2
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(place, bytes)
  await expect(check(place)).rejects.toThrow('remisiones/1/acuse.pdf no es lo que se firmó')
  writeFileSync(place, bytes.subarray(0, bytes.length - 30))
  await expect(check(place)).rejects.toThrow(UnreadableError)
})

test('the key of another is found out by the published ones', () => {
  expect(isPublished({ elementos: [{ id: 'k1', llave: spki }] }, spki)).toBe(true)
  for (const llaves of [{ elementos: [{ llave: 'otra' }] }, {}, null]) expect(isPublished(llaves, spki)).toBe(false)
})
