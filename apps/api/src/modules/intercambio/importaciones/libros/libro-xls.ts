import type { CellObject, DenseWorkSheet, ParsingOptions, Range, WorkBook } from '@e965/xlsx'
import { read, SSF, utils } from '@e965/xlsx'
import { dateOf } from '../revision/fechas.ts'
import { toRango, type FormaHoja, type Libro } from './libro.ts'
import { CELDA_CON_ERROR, LIMITES, TablaError, type Epoca, type Fila } from './tabla.ts'

const OPTIONS: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  bookVBA: false,
}

/** The old binary format, which holds no more than 65,536 rows: read whole. */
export function openXls(content: Buffer): Libro {
  const workbook = readWorkbook(content)
  if (workbook.SheetNames.length > LIMITES.hojas) throw new TablaError('demasiadas_hojas')
  const epoca = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900
  return {
    hojas: workbook.SheetNames.map((nombre, at) => {
      const sheet = workbook.Sheets[nombre] as DenseWorkSheet
      const oculta = (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0
      const total = sheet['!data']?.length ?? 0
      return {
        nombre,
        oculta,
        total,
        corrida: false,
        epoca,
        forma: () => Promise.resolve(formaOf(sheet)),
        filas: () => readFilas(sheet, epoca),
      }
    }),
  }
}

/** The library tells of no hidden columns. */
function formaOf(sheet: DenseWorkSheet): FormaHoja {
  return { combinadas: (sheet['!merges'] ?? []).flatMap((range: Range) => toRango(utils.encode_range(range)) ?? []), ocultas: [] }
}

function readWorkbook(content: Buffer): WorkBook {
  try {
    return read(content, OPTIONS)
  } catch (error) {
    throw new TablaError(/password|encrypt/i.test(String(error)) ? 'protegido' : 'ilegible')
  }
}

async function* readFilas(sheet: DenseWorkSheet, epoca: Epoca): AsyncGenerator<Fila> {
  for (const [index, row] of (sheet['!data'] ?? []).entries()) {
    const cells = row as (CellObject | undefined)[] | undefined
    if (!cells) continue
    // Before the holes of sparse rows become cells: one value far to the right of each row is a bomb too.
    if (cells.length > LIMITES.columnas) throw new TablaError('demasiadas_columnas')
    const celdas = Array.from(cells, (cell) => toText(cell, epoca))
    yield { numero: index + 1, celdas }
  }
}

function toText(cell: CellObject | undefined, epoca: Epoca): string {
  if (cell?.v === undefined) return ''
  if (cell.t === 'e') return CELDA_CON_ERROR
  if (cell.t === 'n') return isDate(cell) ? dateOf(Number(cell.v), epoca) : String(cell.v)
  return cell.t === 'b' ? (cell.v === true ? 'VERDADERO' : 'FALSO') : String(cell.v)
}

function isDate(cell: CellObject): boolean {
  return cell.z !== undefined && SSF.is_date(cell.z) === true
}
