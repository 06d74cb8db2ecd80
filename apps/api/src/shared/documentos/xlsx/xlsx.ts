import { Temporal } from 'temporal-polyfill'
import { CFB, utils, write, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { replaceStrings } from './strings.ts'
import { XLS_MAX_ROWS, type Cell, type Sheet, type Workbook, type WorkbookFormat } from './model.ts'

/** Bytes of a workbook. The same workbook is the same bytes; every text is a text cell, even one that begins with «=». */
export function writeWorkbook(workbook: Workbook, format: WorkbookFormat): Buffer {
  return format === 'xls' ? writeXls(workbook) : writeXlsx(workbook)
}

function writeXlsx(workbook: Workbook): Buffer {
  const bytes = write(
    toLibrary(workbook, (text) => text),
    { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: workbook.stored !== true },
  ) as Buffer
  return finish(bytes, workbook)
}

/**
 * The library cuts BIFF8 texts beside their cell at 255 characters, and in the shared table never ends with one beyond 4,110. So long texts
 * travel as marks and are put in their place afterwards.
 */
function writeXls(workbook: Workbook): Buffer {
  if (workbook.sheets.some(({ rows }) => rows.length > XLS_MAX_ROWS)) throw new RangeError('an .xls has no more rows')
  const long: string[] = []
  const seen = new Map<string, string>()
  const toMark = (text: string): string => {
    if (text.length <= LONG_TEXT && !MARK.test(text)) return text
    const mark = seen.get(text) ?? `texto largo ${long.push(text) - 1}`
    seen.set(text, mark)
    return mark
  }
  const bytes = write(toLibrary(workbook, toMark), { type: 'buffer', bookType: 'biff8', bookSST: true }) as Buffer
  if (long.length === 0) return bytes
  return replaceStrings(bytes, (text) => long[Number(MARK.exec(text)?.[1] ?? -1)] ?? text)
}

const LONG_TEXT = 1_000
/** A person who typed the very same mark gets her own text back. */
const MARK = /^texto largo (\d+)$/

function toLibrary({ title, author, createdAt, sheets }: Workbook, toText: (text: string) => string): WorkBook {
  return {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, toSheet(sheet, toText)])),
    // A text here: the library hands it on, where a Date would be written in the zone of the machine.
    Props: { Title: title, Author: author, CreatedDate: createdAt as unknown as Date },
    Workbook: { Names: [...sheets.flatMap(printTitles), ...sheets.flatMap(printArea)] },
  }
}

/** The headings again at the top of each printed page. */
function printTitles({ name, headerRows }: Sheet, index: number): { Name: string; Ref: string; Sheet: number }[] {
  return headerRows === 0 ? [] : [{ Name: '_xlnm.Print_Titles', Ref: `'${name}'!$1:$1`, Sheet: index }]
}

/** Pages end where the cells do. */
function printArea(sheet: Sheet, index: number): { Name: string; Ref: string; Sheet: number }[] {
  if (sheet.page === undefined) return []
  const end = utils.encode_cell(endOf(sheet)).replace(/^([A-Z]+)/, '$$$1$$')
  return [{ Name: '_xlnm.Print_Area', Ref: `'${sheet.name}'!$A$1:${end}`, Sheet: index }]
}

function endOf({ rows }: Pick<Sheet, 'rows'>): { r: number; c: number } {
  return { r: Math.max(0, rows.length - 1), c: Math.max(1, ...rows.map((row) => row.length)) - 1 }
}

function toSheet({ rows, widths, headerRows, page }: Sheet, toText: (text: string) => string): WorkSheet {
  const end = endOf({ rows })
  const filter = headerRows === 1 ? { '!autofilter': { ref: utils.encode_range({ r: 0, c: 0 }, end) } } : {}
  return {
    '!data': (rows.length > 0 ? rows : [[]]).map((row) => row.map((cell) => toCell(cell, toText))) as CellObject[][],
    '!ref': utils.encode_range({ r: 0, c: 0 }, end),
    '!cols': widths.map((wch) => ({ wch })),
    ...(page && { '!margins': MARGINS }),
    ...filter,
  }
}

/** In inches, with room for the head and the foot. */
const MARGINS = { left: 0.6, right: 0.6, top: 0.9, bottom: 0.8, header: 0.4, footer: 0.4 }

function toCell(cell: Cell, toText: (text: string) => string): CellObject | undefined {
  if (cell === null || cell === '') return undefined
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'boolean') return { t: 'b', v: cell }
  if (typeof cell === 'string') return { t: 's', v: toText(cell) }
  return toTypedCell(cell, toText)
}

function toTypedCell(cell: Extract<Cell, object>, toText: (text: string) => string): CellObject {
  if ('share' in cell) return { t: 'n', v: cell.share, z: '0.0%' }
  if ('link' in cell) return { t: 's', v: toText(cell.link), l: { Target: cell.link } }
  if ('instant' in cell) return { t: 'n', v: toSerialTime(cell.instant), z: 'dd/mm/yyyy hh:mm:ss' }
  return { t: 'n', v: toSerial(cell.day), z: 'dd/mm/yyyy' }
}

/** Days as a spreadsheet counts them, from its own zero: no time zone has a say. Right from 1 March 1900 on. */
const ZERO = Temporal.PlainDate.from('1899-12-30')

function toSerial(day: string): number {
  return ZERO.until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days
}

const DAY_SECONDS = 86_400

function toSerialTime(instant: string): number {
  const utc = Temporal.Instant.from(instant).toZonedDateTimeISO('UTC')
  const { hour, minute, second } = utc
  return toSerial(utc.toPlainDate().toString()) + (hour * 3_600 + minute * 60 + second) / DAY_SECONDS
}

const WRAPPED =
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
const VIEW = '<sheetView workbookViewId="0"/>'
const FROZEN =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'

/** The library knows no frozen rows, pages, drop-downs or wrapped texts: the elements that say so are put into its XML. */
function finish(bytes: Buffer, { title, sheets, stored }: Workbook): Buffer {
  const archive = CFB.read(bytes, { type: 'buffer' })
  const edit = (path: string, change: (xml: string) => string) => {
    const part = CFB.find(archive, path)
    if (part) part.content = Buffer.from(change(Buffer.from(part.content as Uint8Array).toString('utf8')))
  }
  let wrapping = 0
  if (sheets.some(({ wrap }) => wrap))
    edit('/xl/styles.xml', (xml) => {
      wrapping = Number(/<cellXfs count="(\d+)">/.exec(xml)?.[1])
      return put(xml, /<cellXfs count="\d+">/, `<cellXfs count="${wrapping + 1}">`).replace('</cellXfs>', `${WRAPPED}</cellXfs>`)
    })
  sheets.forEach(({ headerRows, page, wrap, lists = [] }, index) => {
    if (headerRows === 0 && page === undefined && !wrap) return
    edit(`/xl/worksheets/sheet${index + 1}.xml`, (xml) => {
      const frozen = headerRows === 0 ? xml : put(xml, VIEW, FROZEN)
      const wrapped = wrap ? frozen.replaceAll(/<c r="([A-Z]+\d+)" t="/g, `<c r="$1" s="${wrapping}" t="`) : frozen
      const chosen = lists.length === 0 ? wrapped : put(wrapped, /<autoFilter [^<>]*\/>/, `$&${validations(lists)}`)
      return page === undefined ? chosen : paged(chosen, title, page)
    })
  })
  return CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: stored !== true }) as Buffer
}

/** The cell takes other texts too: it only says that they are of no catalogue. */
function validations(lists: NonNullable<Sheet['lists']>): string {
  const rules = lists.map(({ column, rows, source }) => {
    const cells = utils.encode_range({ r: 1, c: column }, { r: rows, c: column })
    const told = 'errorStyle="warning" errorTitle="No está en el catálogo" error="Elija un valor de la lista."'
    const formula = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${told} sqref="${cells}"><formula1>${formula}</formula1></dataValidation>`
  })
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

function put(xml: string, before: string | RegExp, after: string): string {
  const written = xml.replace(before, after)
  if (written === xml) throw new Error('the library writes a sheet in another way than it did')
  return written
}

function paged(xml: string, title: string, page: NonNullable<Sheet['page']>): string {
  const head = title.replaceAll('&', '&&').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const setup = `<pageSetup paperSize="1" orientation="${page}" fitToWidth="1" fitToHeight="0"/>`
  const edges = `<headerFooter><oddHeader>&amp;L${head}</oddHeader><oddFooter>&amp;CPágina &amp;P de &amp;N</oddFooter></headerFooter>`
  const fitted = put(xml, /<worksheet [^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  return put(fitted, /<pageMargins [^<>/]*\/>/, `$&${setup}${edges}`)
}
