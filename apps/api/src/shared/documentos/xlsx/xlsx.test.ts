import { CFB, read, type CellObject, type WorkSheet } from '@e965/xlsx'
import { writeWorkbook } from './xlsx.ts'
import type { Cell, Workbook, WorkbookFormat } from './model.ts'

const FORMULAS = ['=1+1', '+52 777 123', '-5', '@SUM(A1)', '=HYPERLINK("http://x.example","y")', '\t=1', "'x"]

function workbook(rows: Cell[][], extra: Partial<Workbook['sheets'][number]> = {}): Workbook {
  const sheets = [{ name: 'Listado', widths: [12, 30], headerRows: 1 as const, rows, ...extra }]
  return { title: 'Título', author: 'Instituto', createdAt: '2024-04-20T16:00:00Z', sheets }
}

function reread(bytes: Buffer): WorkSheet {
  const { Sheets, SheetNames } = read(bytes, { type: 'buffer', cellFormula: true, cellNF: true })
  return Sheets[SheetNames[0] ?? ''] as WorkSheet
}

describe.each<WorkbookFormat>(['xlsx', 'xls'])('a workbook as %s', (format) => {
  it('keeps each kind of cell', () => {
    const bytes = writeWorkbook(workbook([['texto', 'entero'], ['Ñandú ǅ 😀', 412], [true, { day: '2024-02-29' }], [null, 1.5]]), format) // prettier-ignore
    const sheet = reread(bytes)
    const cells = ['A1', 'A2', 'B2', 'A3', 'B3', 'B4'].map((at) => sheet[at] as CellObject)
    expect(cells.map(({ t, v }) => [t, v])).toEqual([['s', 'texto'], ['s', 'Ñandú ǅ 😀'], ['n', 412], ['b', true], ['n', 45351], ['n', 1.5]]) // prettier-ignore
    expect((sheet['B3'] as CellObject).z).toBe('dd/mm/yyyy')
    expect(sheet['A4']).toBeUndefined()
  })

  it('keeps an instant as a date with its time and a link as an address that opens', () => {
    const address = 'https://conoceles.example/candidaturas/1?a=1&b=2'
    const sheet = reread(
      writeWorkbook(
        workbook([
          ['cuándo', 'página'],
          [{ instant: '2024-02-29T18:00:00Z' }, { link: address }],
        ]),
        format,
      ),
    )
    expect(sheet['A2']).toMatchObject({ t: 'n', v: 45351.75, z: 'dd/mm/yyyy hh:mm:ss' })
    expect(sheet['B2']).toMatchObject({ t: 's', v: address, l: { Target: address } })
  })

  it('never has a formula: a text that looks like one stays text', () => {
    const sheet = reread(writeWorkbook(workbook(FORMULAS.map((text) => [text])), format))
    const cells = FORMULAS.map((_, row) => sheet[`A${row + 1}`] as CellObject)
    expect(cells.map(({ t, v, f }) => ({ t, v, f }))).toEqual(FORMULAS.map((text) => ({ t: 's', v: text, f: undefined })))
  })

  it('keeps texts of any length up to the limit of a cell, whole, also where records end', () => {
    const lengths = [255, 256, 999, 1_001, 4_105, 4_110, 4_112, 4_113, 5_000, 8_224, 32_767]
    const texts = lengths.map((length) => `€ñx${length}`.repeat(length).slice(0, length))
    const rows = Array.from({ length: 60 }, (_, n) => [`texto largo ${n}`, texts[n % texts.length] ?? '', `=${n}`])
    const sheet = reread(writeWorkbook(workbook(rows), format))
    rows.forEach((row, r) => expect(['A', 'B', 'C'].map((c) => (sheet[`${c}${r + 1}`] as CellObject).v)).toEqual(row))
  })

  it('is the same bytes each time, on any day', () => {
    const given = workbook([['a'], ['b'.repeat(5_000)]])
    const first = writeWorkbook(given, format)
    const later = jest.useFakeTimers({ now: new Date('2031-01-01') }) && writeWorkbook(given, format)
    jest.useRealTimers()
    expect(later.equals(first)).toBe(true)
  })

  it('holds thousands of rows and several sheets', () => {
    const rows = Array.from({ length: 4_163 }, (_, n) => [`persona ${n}`, n])
    const second = workbook([['largo'.repeat(400)]], { name: 'Dos' }).sheets
    const given = workbook(rows)
    const { SheetNames, Sheets } = read(writeWorkbook({ ...given, sheets: [...given.sheets, ...second] }, format), { type: 'buffer' })
    expect(SheetNames).toEqual(['Listado', 'Dos'])
    expect([Sheets['Listado']?.['A4163']?.v, Sheets['Dos']?.['A1']?.v]).toEqual(['persona 4162', 'largo'.repeat(400)])
  })

  it('may be empty', () => {
    expect(reread(writeWorkbook(workbook([], { headerRows: 0 }), format))).toBeDefined()
  })
})

it('xls finds each sheet where its directory says, also behind long texts, in records of at most 8,224 bytes', () => {
  const sheets = ['Uno', 'Dos', 'Tres'].map((name, n) => ({ name, widths: [9], headerRows: 0 as const, rows: [[`${n}€`.repeat(9_000)]] }))
  const container = CFB.read(writeWorkbook({ ...workbook([]), sheets }, 'xls'), { type: 'buffer' })
  const stream = Buffer.from(CFB.find(container, '/Workbook')?.content as Uint8Array)
  const places: number[] = []
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    expect(stream.readUInt16LE(at + 2)).toBeLessThanOrEqual(8_224)
    if (stream.readUInt16LE(at) === 0x0085) places.push(stream.readUInt32LE(at + 4))
  }
  expect(places.map((at) => stream.readUInt16LE(at))).toEqual([0x0809, 0x0809, 0x0809])
})

it('xls has an end, and says so', () => {
  const rows = Array.from({ length: 65_537 }, () => [1])
  expect(() => writeWorkbook(workbook(rows), 'xls')).toThrow(RangeError)
})

it('xlsx keeps its heading in sight, filters by it and prints it on each page', () => {
  const archive = CFB.read(writeWorkbook(workbook([['a', 'b'], ['1', '2']]), 'xlsx'), { type: 'buffer' }) // prettier-ignore
  const xml = (path: string) => Buffer.from(CFB.find(archive, path)?.content as Uint8Array).toString('utf8')
  expect(xml('/xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
  expect(xml('/xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:B2"')
  expect(xml('/xl/worksheets/sheet1.xml')).toMatch(/<col min="1" max="1" width="12[.\d]*"/)
  expect(xml('/xl/workbook.xml')).toContain('&apos;Listado&apos;!$1:$1')
  expect(xml('/docProps/core.xml')).toContain('2024-04-20T16:00:00Z')
})

it('xlsx wraps texts where its sheet says so, and leaves days as they are', () => {
  const rows = [['a', 'b'], ['largo '.repeat(80), { day: '2024-02-29' }]] // prettier-ignore
  const bytes = writeWorkbook(workbook(rows, { wrap: true, page: 'landscape' }), 'xlsx')
  const archive = CFB.read(bytes, { type: 'buffer' })
  const xml = (path: string) => Buffer.from(CFB.find(archive, path)?.content as Uint8Array).toString('utf8')
  const cells = [...xml('/xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]\d)" s="(\d+)"/g)].map(([, cell, style]) => [cell, style])
  const styles = xml('/xl/styles.xml').match(/<cellXfs count="(\d+)">.*<\/cellXfs>/)
  expect(styles?.[0].match(/<xf /g)).toHaveLength(Number(styles?.[1]))
  const wrapping = String(Number(styles?.[1]) - 1)
  expect(cells).toEqual([['A1', wrapping], ['B1', wrapping], ['A2', wrapping], ['B2', expect.not.stringMatching(wrapping)]]) // prettier-ignore
  expect(styles?.[0]).toMatch(/<alignment vertical="top" wrapText="1"\/><\/xf><\/cellXfs>$/)
  expect((reread(bytes)['B2'] as CellObject).z).toBe('dd/mm/yyyy')
})
