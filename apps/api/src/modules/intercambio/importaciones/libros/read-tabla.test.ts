import { buildSync } from 'esbuild'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { zip } from '../../../../shared/archivos/zip-fixtures.ts'
import { createReadTabla, type ReadTabla } from './read-tabla.ts'
import { cellXml, sheetXml, xlsx } from './tabla-fixtures.ts'
import { detectFormato, type CodigoRechazo, type Fila, type TablaRefused } from './tabla.ts'

const cache = resolve(__dirname, '../../../../../node_modules/.cache/conoceles')
const workerPath = resolve(cache, 'tabla.worker.mjs')
let readTabla: ReadTabla

// Processes are started: on a busy machine that takes its time.
jest.setTimeout(60_000)

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  buildSync({
    entryPoints: [resolve(__dirname, 'tabla.worker.ts')],
    outfile: workerPath,
    bundle: true,
    packages: 'external',
    alias: { '@conoceles/domain/typed': resolve(__dirname, '../../../../../../../packages/domain/src/base/typed.ts') },
    platform: 'node',
    format: 'esm',
  })
  readTabla = createReadTabla({ workerPath, timeoutMs: 60_000 })
})

interface Read {
  hojas: { hoja: string; columnas: string[] | undefined }[]
  filas: Fila[]
  batches: number
  refused: TablaRefused | null
}

/** The first sheet below its first row. */
async function read(content: Buffer | string, nombreArchivo: string): Promise<Read> {
  const found: Read = { hojas: [], filas: [], batches: 0, refused: null }
  const formato = detectFormato(Buffer.from(content), nombreArchivo)
  if (typeof formato !== 'string') return { ...found, refused: formato }
  found.refused = await readTabla(
    { content: new Uint8Array(Buffer.from(content)), nombreArchivo },
    {
      choose: async (vistas) => {
        found.hojas = vistas.map(({ hoja, filas }) => ({ hoja, columnas: filas[0]?.celdas }))
        return vistas.slice(0, 1).map(({ hoja, filas }) => ({ hoja, encabezado: filas[0]?.numero ?? 1, alto: 1 }))
      },
      take: async (_hoja, filas) => {
        found.batches += 1
        found.filas.push(...filas)
      },
    },
  )
  return found
}

const refusal = async (content: Buffer | string, nombre: string) => (await read(content, nombre)).refused?.codigo

describe('CSV', () => {
  const DIACRITICS = 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ çàèìòù âêîôû ãõ «» — … €'
  /** The characters of the test are those of Latin-1 and three of the block 0x80 to 0x9f. */
  const windows1252 = (text: string) =>
    Buffer.from(Array.from(text, (char) => ({ '€': 0x80, '…': 0x85, '—': 0x97 })[char] ?? char.charCodeAt(0)))

  test.each([
    ['UTF-8', Buffer.from(`clave,nombre\r\n1,${DIACRITICS}\r\n`)],
    ['UTF-8 with BOM', Buffer.from(`\ufeffclave,nombre\n1,${DIACRITICS}\n`)],
    ['UTF-16', Buffer.from(`\ufeffclave\tnombre\r\n1\t${DIACRITICS}\r\n`, 'utf16le')],
    ['separated by semicolon', Buffer.from(`clave;nombre\n1;${DIACRITICS}`)],
    ['separated by tab', Buffer.from(`clave\tnombre\n1\t${DIACRITICS}`)],
    ['that says its separator', Buffer.from(`\ufeffsep=;\r\nclave;nombre\r\n1;${DIACRITICS}\r\n`)],
    ['separated by bar', Buffer.from(`clave|nombre\n1|${DIACRITICS}`)],
    ['Windows-1252', windows1252(`clave,nombre\n1,${DIACRITICS}\n`)],
    ['quoted, with commas in the header', Buffer.from(`"clave","nombre"\n"1","${DIACRITICS}"`)],
    ['decomposed accents', Buffer.from(`clave,nombre\n1,${DIACRITICS.normalize('NFD')}`)],
  ])('%s is read', async (_title, content) => {
    expect(await read(content, 'lista.csv')).toMatchObject({
      hojas: [{ columnas: ['clave', 'nombre'] }],
      filas: [{ numero: 2, celdas: ['1', DIACRITICS] }],
      refused: null,
    })
  })

  test('quotes protect separators, quotes and line breaks', async () => {
    const { filas } = await read('a,b\n"uno, dos","dice ""tres""\ncuatro"\n', 'lista.csv')
    expect(filas).toEqual([{ numero: 2, celdas: ['uno, dos', 'dice "tres"\ncuatro'] }])
  })

  test('bytes that Windows-1252 does not define are left to the rules of the rows', async () => {
    const { filas } = await read(Buffer.from('610a81', 'hex'), 'lista.csv')
    expect(filas).toEqual([{ numero: 2, celdas: ['\u0081'] }])
  })

  test('rows have the number of the file, and blank ones are none', async () => {
    const { filas } = await read(',\na,b\n1,2\n,\n3\n,\n\n', 'lista.csv')
    expect(filas).toEqual([{ numero: 3, celdas: ['1', '2'] }, { numero: 5, celdas: ['3'] }]) // prettier-ignore
  })

  test.each<[string, CodigoRechazo, string | Buffer]>([
    ['nothing', 'vacio', ''],
    ['blank lines', 'vacio', '\n\n,,\n'],
    ['only a header', 'vacio', 'a,b\n'],
    ['a NUL byte', 'caracter_prohibido', 'a,b\n1,x\0y'],
    ['text that reorders itself', 'caracter_prohibido', 'a,b\n1,\u202eanA'],
    ['UTF-16 without its mark', 'caracter_prohibido', Buffer.from('a,b\n1,2', 'utf16le')],
    ['quotes that do not close', 'ilegible', 'a,b\n"1,2\n3,4\n'],
    ['quotes inside a cell', 'comillas', 'a,b\n1,Juan "El Güero"\n'],
    ['text behind the quotes of a cell', 'ilegible', 'a,b\n1,"El Güero" Juan\n'],
    ['a cell of 10,001 characters', 'celda_larga', `a,b\n1,${'x'.repeat(10_001)}`],
    ['one endless line', 'celda_larga', `a,b\n1,${'x'.repeat(3_000_000)}`],
    ['10,000 columns', 'demasiadas_columnas', `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join()}\n1`],
    ['a row longer than its header', 'encabezado_vacio', 'a,b\n1,2,3'],
    ['120,001 rows', 'demasiadas_filas', `a,b\n${'1,2\n'.repeat(120_001)}`],
    ['more than 32 MB', 'demasiado_grande', Buffer.alloc(32 * 1024 * 1024 + 1, 'a,')],
  ])('%s is refused as %s', async (_title, codigo, content) => {
    expect(await refusal(content, 'lista.csv')).toBe(codigo)
  })

  test('a refusal says where, never what', async () => {
    const { refused } = await read('a,b\n1,2\n3,secreto\0', 'lista.csv')
    expect(refused?.razon).toContain('la fila 3, columna 2')
    expect(JSON.stringify(refused)).not.toContain('secreto')
  })

  test('120,000 rows come in batches', async () => {
    const { filas, batches } = await read(`a,b\n${'1,2\n'.repeat(120_000)}`, 'lista.csv')
    expect([filas.length, batches]).toEqual([120_000, 241])
  })
})

describe('a file that lies', () => {
  const bomb = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ')

  test.each<[string, CodigoRechazo, () => Buffer]>([
    ['zip bomb of 300 MB', 'contenido_excesivo', () => xlsx(bomb(300))],
    ['zip bomb that declares 10 bytes', 'contenido_excesivo', () => xlsx(bomb(300), { declared: 10 })],
    [
      'value in the last column',
      'demasiadas_columnas',
      () => xlsx(sheetXml(`<row r="1">${cellXml('A1', 'a')}${cellXml('XFD1', 'z')}</row>`)),
    ],
    ['value in the last row', 'demasiadas_filas', () => xlsx(sheetXml(`<row r="1">${cellXml('A1', 'a')}</row><row r="1048576">${cellXml('A1048576', 'z')}</row>`))], // prettier-ignore
    ['NUL written as an escape', 'caracter_prohibido', () => xlsx(sheetXml(`<row r="1">${cellXml('A1', 'a')}</row><row r="2">${cellXml('A2', 'x_x0000_y')}</row>`))], // prettier-ignore
    [
      'entity of its own',
      'ilegible',
      () => xlsx(`<!DOCTYPE x [<!ENTITY b "aaaa">]>${sheetXml(`<row r="1">${cellXml('A1', '&b;')}</row>`)}`),
    ],
    ['sheet that is no XML', 'ilegible', () => xlsx('<worksheet><sheetData><row>')],
    ['archive without workbook', 'formato', () => zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }])],
    ['end of directory that points outside', 'ilegible', () => damagedDirectory(xlsx(sheetXml('')))],
    ['sheet of nothing', 'vacio', () => xlsx(sheetXml(''))],
  ])('%s is refused as %s', async (_title, codigo, make) => {
    expect(await refusal(make(), 'lista.xlsx')).toBe(codigo)
  })

  test.each<[string, CodigoRechazo, Buffer]>([
    ['PDF called lista.csv', 'extension', Buffer.from('%PDF-1.7')],
    ['HTML called lista.xls', 'extension', Buffer.from('<html><table></table></html>')],
    ['CSV called lista.xlsx', 'extension', Buffer.from('a,b\n1,2')],
    ['workbook called lista.csv', 'extension', Buffer.from('PK\x03\x04')],
    ['workbook with password called lista.xlsx', 'protegido', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['OpenDocument called lista.ods', 'formato', Buffer.from('PK\x03\x04')],
    ['file without extension called lista', 'formato', Buffer.from('a,b\n1,2')],
  ])('%s is refused as %s', async (title, codigo, content) => {
    expect(await refusal(content, title.split(' ').at(-1) ?? '')).toBe(codigo)
  })
})

describe('the process', () => {
  const upload = () => ({ content: new Uint8Array(Buffer.from('a\n1')), nombreArchivo: 'a.csv' })
  const consumer = { choose: async () => [{ hoja: 'csv', encabezado: 1, alto: 1 }], take: async () => undefined }
  const script = (name: string, body: string, timeoutMs = 60_000) => {
    const path = resolve(cache, `${name}.mjs`)
    writeFileSync(path, body)
    return createReadTabla({ workerPath: path, timeoutMs })
  }

  test('one that hangs is ended at the limit', async () => {
    expect(await script('hangs', 'for (;;);', 300)(upload(), consumer)).toMatchObject({ codigo: 'tiempo' })
  })

  test('one that fills its memory is ended, and the file refused', async () => {
    const filling = script('fills', 'const all = []; for (;;) all.push(new Array(10_000).fill({ a: 1 }))')
    expect(await filling(upload(), consumer)).toMatchObject({ codigo: 'contenido_excesivo' })
  })

  test('one that ends without answer is a fault of ours', async () => {
    await expect(script('ends', '')(upload(), consumer)).rejects.toThrow('without an answer')
  })

  test('a fault of the consumer of the rows ends the reading', async () => {
    const failing = { ...consumer, take: () => Promise.reject(new Error('no database')) }
    await expect(readTabla(upload(), failing)).rejects.toThrow('no database')
  })

  test('nothing more is read when nobody wants it', async () => {
    const take = jest.fn()
    expect(await readTabla(upload(), { choose: async () => null, take })).toBeNull()
    expect(take).not.toHaveBeenCalled()
  })
})

function damagedDirectory(archive: Buffer): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUInt32LE(0x7fffffff, copy.length - 6)
  return copy
}
