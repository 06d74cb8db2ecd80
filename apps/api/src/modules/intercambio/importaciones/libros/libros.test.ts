import { type WorkSheet, utils, write } from '@e965/xlsx'
import { openXls } from './libro-xls.ts'
import { openXlsx } from './libro-xlsx.ts'
import type { Libro } from './libro.ts'
import { leerHoja, vistaDe } from '../revision/revisar-hoja.ts'
import { cellXml, sheetXml, xlsx } from './tabla-fixtures.ts'
import { CELDA_CON_ERROR } from '@conoceles/domain'
import { CELDA_CON_ERROR as LEIDA, TablaError, type Fila, type Lectura } from './tabla.ts'

/** Rows of a sheet below its headings, or the sentence of its refusal. */
async function rowsOf(libro: Libro | undefined, at = 0, lectura: Partial<Lectura> = {}): Promise<Fila[] | string> {
  const filas: Fila[] = []
  try {
    const hoja = libro?.hojas[at]
    if (hoja) for await (const fila of leerHoja(hoja, { encabezado: 1, alto: 1, ...lectura })) filas.push(fila)
  } catch (error) {
    if (error instanceof TablaError) return error.refused.razon
    throw error
  }
  return filas
}

const cells = (rows: Fila[] | string) => (typeof rows === 'string' ? rows : rows.map(({ celdas }) => celdas))

describe.each(['xlsx', 'biff8'] as const)('workbook %s', (bookType) => {
  const book = async (sheets: Record<string, WorkSheet> | WorkSheet, { date1904 } = { date1904: false }): Promise<Libro> => {
    const named = '!ref' in sheets ? { Hoja: sheets } : (sheets as Record<string, WorkSheet>)
    const workbook = { SheetNames: Object.keys(named), Sheets: named, Workbook: { WBProps: { date1904 } } }
    const content = write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer
    return bookType === 'xlsx' ? openXlsx(content) : openXls(content)
  }

  test('text, numbers, truth values and dates come out as text', async () => {
    const latin = 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ & < >'
    const sheet = utils.aoa_to_sheet([
      ['texto', 'numero', 'decimal', 'si', 'fecha'],
      [` ${latin} `, 17001, 1.5, true, { t: 'n', v: 45402, z: 'dd/mm/yyyy' }],
    ])
    expect(cells(await rowsOf(await book(sheet)))).toEqual([[latin, '17001', '1.5', 'VERDADERO', '2024-04-20']])
  })

  test('names with every diacritic are one text however they are composed', async () => {
    const name = 'Xiména Ñáñez Þórsdóttir Čížek'
    const sheet = utils.aoa_to_sheet([['a', 'b'], [name.normalize('NFC'), name.normalize('NFD')]]) // prettier-ignore
    expect(cells(await rowsOf(await book(sheet)))).toEqual([[name.normalize('NFC'), name.normalize('NFC')]])
  })

  test('a formula gives its stored value, and is not evaluated', async () => {
    const sheet = utils.aoa_to_sheet([['a', 'b'], ['x']])
    sheet.B2 = { t: 'n', f: '1+1', v: 3 }
    sheet['!ref'] = 'A1:B2'
    expect(cells(await rowsOf(await book(sheet)))).toEqual([['x', '3']])
  })

  test('a cell whose formula fails is told as such, or refused with its place', async () => {
    const sheet = utils.aoa_to_sheet([['a', 'b'], ['x']])
    sheet.B2 = { t: 'e', v: 0x07 }
    sheet['!ref'] = 'A1:B2'
    expect(cells(await rowsOf(await book(sheet)))).toEqual([['x', CELDA_CON_ERROR]])
    expect(LEIDA).toBe(CELDA_CON_ERROR)
    expect(await rowsOf(await book(sheet), 0, { estricta: true })).toMatch(/da error.*la fila 2, columna 2/)
  })

  test('a merged cell gives its text to each row that it covers, and to no other column; a title over the headings to none', async () => {
    const sheet = utils.aoa_to_sheet([['título'], ['a', 'b', 'c'], ['x', 'u', 'w'], [null, 'v'], ['y', 'z']]) // prettier-ignore
    sheet['!merges'] = ['A1:B1', 'A3:A4', 'C3:D5'].map((range) => utils.decode_range(range))
    expect(cells(await rowsOf(await book(sheet), 0, { encabezado: 2 }))).toEqual([
      ['x', 'u', 'w'],
      ['x', 'v', 'w'],
      ['y', 'z', 'w'],
    ])
  })

  test('holes are blanks, and rows have their number', async () => {
    const sheet: WorkSheet = { A1: { t: 's', v: 'a' }, B1: { t: 's', v: 'b' }, B4: { t: 's', v: 'x' }, '!ref': 'A1:B4' }
    expect(await rowsOf(await book(sheet))).toEqual([{ numero: 4, celdas: ['', 'x'] }])
  })

  test('dates counted from 1904 are the same day', async () => {
    const sheet = utils.aoa_to_sheet([['fecha'], [{ t: 'n', v: 43940, z: 'yyyy-mm-dd' }]])
    expect(cells(await rowsOf(await book(sheet, { date1904: true })))).toEqual([['2024-04-20']])
  })

  test('each sheet can be looked at and read by its name', async () => {
    const libro = await book({
      Uno: utils.aoa_to_sheet([['a'], ['1']]),
      'Dos & más': utils.aoa_to_sheet([['b'], ['2'], ['3'], ['4'], ['5']]),
    })
    expect(libro.hojas.map(({ nombre }) => nombre)).toEqual(['Uno', 'Dos & más'])
    const [, second] = libro.hojas
    expect(second && (await vistaDe(second))).toMatchObject({
      filas: [{ numero: 1, celdas: ['b'] }, { numero: 2 }, { numero: 3 }, { numero: 4 }, { numero: 5 }],
    })
    expect(cells(await rowsOf(libro, 1))).toEqual([['2'], ['3'], ['4'], ['5']])
  })

  test('half a file is refused', async () => {
    const content = write({ SheetNames: ['H'], Sheets: { H: utils.aoa_to_sheet([['a'], ['b']]) } }, { type: 'buffer', bookType }) as Buffer
    const half = content.subarray(0, content.length / 2)
    await expect((async () => (bookType === 'xlsx' ? openXlsx(half) : openXls(half)))()).rejects.toThrow('ilegible')
  })
})

describe('XLSX as other programs write it', () => {
  test('with prefixes, rich text and rows that do not say their number', async () => {
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>b</x:t></x:r></x:is></x:c></x:row>
      <x:row><x:c t="str"><x:f>A1</x:f><x:v>valor</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const libro = await openXlsx(xlsx(sheet))
    expect(await rowsOf(libro)).toEqual([{ numero: 2, celdas: ['valor'] }])
  })

  test('entities of XML are text', async () => {
    const rows = `<row r="1">${cellXml('A1', 'a')}</row><row r="2">${cellXml('A2', '&amp;b;')}</row>`
    expect(cells(await rowsOf(await openXlsx(xlsx(sheetXml(rows)))))).toEqual([['&b;']])
  })
})
