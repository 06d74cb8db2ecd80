import type { WorkSheet } from '@e965/xlsx'
import { utils, write } from '@e965/xlsx'
import { buildSync } from 'esbuild'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { ReadTabla } from './read-tabla.ts'
import { createReadTabla } from './read-tabla.ts'
import type { CodigoRechazo, Tabla } from './tabla.ts'

const cache = resolve(__dirname, '../../../node_modules/.cache/conoceles')
const workerPath = resolve(cache, 'tabla.worker.mjs')
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const DIACRITICS = 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ çàèìòù âêîôû ãõ «» — … €'
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
    platform: 'node',
    format: 'esm',
  })
  readTabla = createReadTabla({ workerPath, timeoutMs: 60_000 })
})

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(`clave,nombre\r\n1,${DIACRITICS}\r\n`)],
    ['UTF-8 with BOM', Buffer.from(`\ufeffclave,nombre\n1,${DIACRITICS}\n`)],
    ['separated by semicolon', Buffer.from(`clave;nombre\n1;${DIACRITICS}`)],
    ['separated by tab', Buffer.from(`clave\tnombre\n1\t${DIACRITICS}`)],
    ['Windows-1252', windows1252(`clave,nombre\n1,${DIACRITICS}\n`)],
    ['quoted, with commas in the header', Buffer.from(`"clave","nombre"\n"1","${DIACRITICS}"`)],
    ['decomposed accents', Buffer.from(`clave,nombre\n1,${DIACRITICS.normalize('NFD')}`)],
  ])('%s is read', async (_title, content) => {
    expect(await read(content, 'lista.csv')).toEqual({ columnas: ['clave', 'nombre'], filas: [['1', DIACRITICS]], primeraFila: 2 })
  })

  test('quotes protect separators, quotes and line breaks', async () => {
    const { filas } = await read(Buffer.from('a,b\n"uno, dos","dice ""tres""\ncuatro"\n'), 'lista.csv')
    expect(filas).toEqual([['uno, dos', 'dice "tres"\ncuatro']])
  })

  test('row numbers stay those of the file: blank rows above move the first, blank rows in between stay, those below go', async () => {
    const tabla = await read(Buffer.from(',\na,b\n1,2\n,\n3\n,\n\n'), 'lista.csv')
    expect(tabla).toEqual({ columnas: ['a', 'b'], filas: [['1', '2'], ['', ''], ['3', '']], primeraFila: 3 }) // prettier-ignore
  })

  test.each<[string, CodigoRechazo, string | Buffer]>([
    ['nothing', 'vacio', ''],
    ['blank lines', 'vacio', '\n\n,,\n'],
    ['only a header', 'vacio', 'a,b\n'],
    ['a NUL byte', 'caracter_prohibido', 'a,b\n1,x\0y'],
    ['text that reorders itself', 'caracter_prohibido', 'a,b\n1,\u202eanA'],
    ['bytes that Windows-1252 does not define', 'caracter_prohibido', Buffer.from('610a81', 'hex')],
    ['UTF-16', 'caracter_prohibido', Buffer.from('\ufeffa,b\n1,2', 'utf16le')],
    ['quotes that do not close', 'ilegible', 'a,b\n"1,2\n3,4\n'],
    ['a cell of 2,001 characters', 'celda_larga', `a,b\n1,${'x'.repeat(2001)}`],
    ['one endless line', 'celda_larga', `a,b\n1,${'x'.repeat(3_000_000)}`],
    ['10,000 columns', 'demasiadas_columnas', `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join()}\n1`],
    ['a row longer than its header', 'encabezado_vacio', 'a,b\n1,2,3'],
    ['two columns of one name', 'encabezado_repetido', 'a,b,a\n1,2,3'],
    ['20,001 rows', 'demasiadas_filas', `a,b\n${'1,2\n'.repeat(20_001)}`],
    ['more than 10 MB', 'demasiado_grande', Buffer.alloc(10 * 1024 * 1024 + 1, 'a,')],
  ])('%s is refused as %s', async (_title, codigo, content) => {
    expect(await readTabla(Buffer.from(content), 'lista.csv')).toMatchObject({ ok: false, codigo })
  })

  test('a refusal says where, never what', async () => {
    const result = await readTabla(Buffer.from('a,b\n1,2\n3,secreto\0'), 'lista.csv')
    expect(result).toMatchObject({ razon: expect.stringContaining('la fila 3, columna 2') })
    expect(JSON.stringify(result)).not.toContain('secreto')
  })

  test('20,000 rows are admitted', async () => {
    const { filas } = await read(Buffer.from(`a,b\n${'1,2\n'.repeat(20_000)}`), 'lista.csv')
    expect(filas).toHaveLength(20_000)
  })
})

describe.each(['xlsx', 'biff8'] as const)('workbook %s', (bookType) => {
  const nombre = bookType === 'xlsx' ? 'lista.xlsx' : 'lista.xls'
  const book = (sheet: WorkSheet, { date1904 } = { date1904: false }) => {
    const workbook = { SheetNames: ['Hoja'], Sheets: { Hoja: sheet }, Workbook: { WBProps: { date1904 } } }
    return write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer
  }

  test('text, numbers, truth values and dates come out as text', async () => {
    const latin = 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡'
    const sheet = utils.aoa_to_sheet([
      ['texto', 'numero', 'decimal', 'si', 'fecha'],
      [` ${latin} `, 17001, 1.5, true, { t: 'n', v: 45402, z: 'dd/mm/yyyy' }],
    ])
    expect(await read(book(sheet), nombre)).toMatchObject({ filas: [[latin, '17001', '1.5', 'VERDADERO', '2024-04-20']] })
  })

  test('a formula gives its stored value, and a formula without value a blank', async () => {
    const sheet = utils.aoa_to_sheet([['a', 'b', 'c'], ['x']])
    sheet.B2 = { t: 'n', f: '1+1', v: 2 }
    sheet.C2 = { t: 'e', f: '1/0', v: 0x07 }
    sheet['!ref'] = 'A1:C2'
    expect(await read(book(sheet), nombre)).toMatchObject({ filas: [['x', '2', '#DIV/0!']] })
  })

  test('a merged cell has its value once', async () => {
    const sheet = utils.aoa_to_sheet([['a', 'b'], ['x', ''], ['y', 'z']]) // prettier-ignore
    sheet['!merges'] = [utils.decode_range('A2:B2')]
    expect(await read(book(sheet), nombre)).toMatchObject({ filas: [['x', ''], ['y', 'z']] }) // prettier-ignore
  })

  test('holes are blanks', async () => {
    const sheet: WorkSheet = { A1: { t: 's', v: 'a' }, B1: { t: 's', v: 'b' }, B4: { t: 's', v: 'x' }, '!ref': 'A1:B4' }
    expect(await read(book(sheet), nombre)).toMatchObject({ filas: [['', ''], ['', ''], ['', 'x']] }) // prettier-ignore
  })

  test('dates counted from 1904 are the same day', async () => {
    const sheet = utils.aoa_to_sheet([['fecha'], [{ t: 'n', v: 43940, z: 'yyyy-mm-dd' }]])
    expect(await read(book(sheet, { date1904: true }), nombre)).toMatchObject({ filas: [['2024-04-20']] })
  })

  test('a name that says CSV is refused', async () => {
    expect(await readTabla(book(utils.aoa_to_sheet([['a'], ['b']])), 'lista.csv')).toMatchObject({ ok: false, codigo: 'extension' })
  })

  test('half a file is refused', async () => {
    const content = book(utils.aoa_to_sheet([['a'], ['b']]))
    expect(await readTabla(content.subarray(0, content.length / 2), nombre)).toMatchObject({ ok: false, codigo: 'ilegible' })
  })
})

describe('hostile XLSX', () => {
  const sheetXml = (rows: string) => `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

  test.each<[string, CodigoRechazo, () => Buffer]>([
    ['zip bomb of 256 MB', 'contenido_excesivo', () => xlsx(bomb(256))],
    ['zip bomb that declares 10 bytes', 'contenido_excesivo', () => xlsx(bomb(128), { declared: 10 })],
    ['value in the last column', 'demasiadas_columnas', () => xlsx(sheetXml(`<row r="1">${cell('A1', 'a')}${cell('XFD1', 'z')}</row>`))],
    ['value in the last row', 'demasiadas_filas', () => xlsx(sheetXml(`<row r="1">${cell('A1', 'a')}</row><row r="1048576">${cell('A1048576', 'z')}</row>`))], // prettier-ignore
    ['NUL written as an escape', 'caracter_prohibido', () => xlsx(sheetXml(`<row r="1">${cell('A1', 'a')}</row><row r="2">${cell('A2', 'x_x0000_y')}</row>`))], // prettier-ignore
    ['archive without workbook', 'formato', () => zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }])],
    ['end of directory that points outside', 'ilegible', () => damagedDirectory(xlsx(sheetXml('')))],
    ['sheet of nothing', 'vacio', () => xlsx(sheetXml(''))],
  ])('%s is refused as %s', async (_title, codigo, make) => {
    expect(await readTabla(make(), 'lista.xlsx')).toMatchObject({ ok: false, codigo })
  })

  test('entities are not expanded', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const rows = `<row r="1">${cell('A1', 'a')}</row><row r="2">${cell('A2', '&amp;b;')}</row>`
    expect(await read(xlsx(lol + sheetXml(rows)), 'lista.xlsx')).toMatchObject({ filas: [['&b;']] })
  })

  test.each<[string, CodigoRechazo, Buffer]>([
    ['PDF called lista.csv', 'extension', Buffer.from('%PDF-1.7')],
    ['HTML called lista.xls', 'extension', Buffer.from('<html><table></table></html>')],
    ['CSV called lista.xlsx', 'extension', Buffer.from('a,b\n1,2')],
    ['workbook with password called lista.xlsx', 'protegido', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['OpenDocument called lista.ods', 'formato', Buffer.from('PK\x03\x04')],
    ['file without extension called lista', 'formato', Buffer.from('a,b\n1,2')],
  ])('%s is refused as %s', async (title, codigo, content) => {
    const [nombre = ''] = title.split(' ').slice(-1)
    expect(await readTabla(content, nombre)).toMatchObject({ ok: false, codigo })
  })
})

describe('the worker', () => {
  const csv = Buffer.from('a\n1')

  test('one that hangs is ended at the limit', async () => {
    const result = await createReadTabla({ workerPath: script('hangs', 'for (;;);'), timeoutMs: 300 })(csv, 'a.csv')
    expect(result).toMatchObject({ ok: false, codigo: 'tiempo' })
  })

  test('one that fills its memory is ended, and the file refused', async () => {
    const filling = script('fills', 'const all = []; for (;;) all.push(new Array(10_000).fill({ a: 1 }))')
    expect(await createReadTabla({ workerPath: filling })(csv, 'a.csv')).toMatchObject({ ok: false, codigo: 'contenido_excesivo' })
  })

  test('one that ends without answer is a fault of ours', async () => {
    await expect(createReadTabla({ workerPath: script('ends', '') })(csv, 'a.csv')).rejects.toThrow('without an answer')
  })

  test('no more than a few files wait', async () => {
    const queue = createReadTabla({ workerPath, maxWaiting: 2 })
    const results = await Promise.all([queue(csv, 'a.csv'), queue(csv, 'a.csv'), queue(csv, 'a.csv')])
    expect(results.map((result) => result.ok || result.codigo)).toEqual([true, true, 'ocupado'])
  })
})

async function read(content: Buffer, nombre: string): Promise<Tabla> {
  const result = await readTabla(content, nombre)
  if (!result.ok) throw new Error(`refused: ${result.razon}`)
  return result.tabla
}

function script(name: string, body: string): string {
  const path = resolve(cache, `${name}.mjs`)
  writeFileSync(path, body)
  return path
}

/** The characters of the test are those of Latin-1 and six of the block 0x80 to 0x9f. */
function windows1252(text: string): Buffer {
  const special: Record<string, number> = { '€': 0x80, '…': 0x85, '—': 0x97 }
  return Buffer.from(Array.from(text, (char) => special[char] ?? char.charCodeAt(0)))
}

function bomb(megabytes: number): Buffer {
  return Buffer.alloc(megabytes * 1024 * 1024, ' ')
}

function xlsx(sheet: string | Buffer, options: { declared?: number } = {}): Buffer {
  const part = (name: string, text: string) => ({ name, content: Buffer.from(text) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip([
    part('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`), // prettier-ignore
    part(
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${relation}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`), // prettier-ignore
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet), ...options },
  ])
}

function zip(entries: { name: string; content: Buffer; declared?: number }[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length } of entries) {
    const data = deflateRawSync(content)
    const sizes = Buffer.alloc(22)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(8, 4)
    sizes.writeUInt32LE(data.length, 14)
    sizes.writeUInt32LE(declared, 18)
    const nameLength = Buffer.from([name.length, 0, 0, 0])
    const at = Buffer.alloc(4)
    at.writeUInt32LE(offset)
    files.push(Buffer.from('PK\x03\x04'), sizes, nameLength, Buffer.from(name), data)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), sizes, nameLength, Buffer.alloc(10), at, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

function damagedDirectory(archive: Buffer): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUInt32LE(0x7fffffff, copy.length - 6)
  return copy
}
