import { read, utils, write } from '@e965/xlsx'
import { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD, HOJAS_INE } from '@conoceles/domain'
import type { TestApp } from '../../support/app.ts'
import { send, type Answer } from '../../support/actos/envios.ts'

type Celdas = (string | number | null)[][]

export interface Libro {
  candidatos: Celdas
  identidad: Celdas
}

export const MOTIVO = 'Remisión al INE de la base de datos del proceso'

export function exportar(test: TestApp, token: string, consulta: { alcance: string; motivo?: string }): Promise<Answer> {
  const query = new URLSearchParams(consulta).toString()
  return send(test, ['GET', `/exportaciones/ine?${query}`], { token })
}

export async function exportarCompleto(test: TestApp, token: string): Promise<Buffer> {
  const answer = await exportar(test, token, { alcance: 'completo', motivo: MOTIVO })
  if (answer.status !== 200) throw new Error(`not exported: ${answer.status} ${answer.bytes.toString()}`)
  return answer.bytes
}

/** Both sheets as any program reads them: headings first. */
export function abrir(bytes: Buffer): Libro {
  const book = read(bytes, { type: 'buffer' })
  const rowsOf = (name: string) => utils.sheet_to_json<Celdas[number]>(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: true })
  return { candidatos: rowsOf(HOJAS_INE.candidatos), identidad: rowsOf(HOJAS_INE.identidad) }
}

/** The rows of a sheet in an order of their own, to be compared whatever the order of the file. */
export function ordenadas(rows: Celdas): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

/** A workbook as another institute would hand it in; cells by heading. */
export function libroDe(
  candidatos: Record<string, string | number>[],
  { identidad = candidatos, bookType = 'xlsx' }: { identidad?: Record<string, string | number>[]; bookType?: 'xlsx' | 'xls' } = {},
): Buffer {
  const sheet = (columnas: readonly string[], rows: Record<string, string | number>[]) =>
    utils.aoa_to_sheet([
      [...columnas],
      ...rows.map((row) => columnas.map((columna) => row[columna.replace('DISTRITOLOCAL', 'DISTRITO LOCAL')] ?? '')),
    ])
  const sheets = {
    [HOJAS_INE.candidatos]: sheet(COLUMNAS_CANDIDATOS, candidatos),
    [HOJAS_INE.identidad]: sheet(COLUMNAS_IDENTIDAD, identidad),
  }
  return write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'buffer', bookType, bookSST: true }) as Buffer
}

const FILA: Record<string, string | number> = {
  PARTIDO_COALICION: 'MOVIMIENTO LAGUNA',
  CARGO: 'DIPUTACIÓN LOCAL MR',
  ENTIDAD: 'DURANGO',
  'DISTRITO LOCAL': '15-SANTIAGO',
  CIRCUNSCRIPCION: 'No aplica',
  MUNICIPIO: 'No aplica',
  NUM_LISTA_O_FORMULA: 236787,
  NOMBRE_CANDIDATO: 'PERSONA FICTICIA UNO',
  TIPO_CANDIDATO: 'PROPIETARIA',
  EDAD: 40,
  SEXO: 'MUJER',
}

/** A row about nobody; uncaptured as the source leaves it. */
export function filaDe(changes: Record<string, string | number> = {}): Record<string, string | number> {
  return { ...FILA, ...changes }
}
