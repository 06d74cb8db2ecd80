import { stringify } from 'csv-stringify/sync'
import type { CandidaturaDto } from '../../../registro/index.ts'
import { CSV } from '../../../../shared/archivos/csv.ts'
import { AVISO_BLOQUEO } from '../../../../shared/documentos/aviso-bloqueo.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { cellText, type Cell, type Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import type { Emisor } from '../listados/contenido.ts'
import { columnasDe, type ClaveColumna } from './columnas.ts'

/** The chosen candidaturas that the account may see, before they are a file. */
export interface Seleccion {
  emisor: Emisor
  /** Name of the account that asked. */
  cuenta: string
  /** Instant of the legal clock, in ISO form. */
  corte: string
  bloqueados: boolean
  /** How many were asked for. */
  elegidas: number
  filas: readonly CandidaturaDto[]
}

export function toWorkbook(seleccion: Seleccion, claves: readonly ClaveColumna[]): Workbook {
  const widths = columnasDe(claves).map(({ title, width }) => Math.max(width, title.length + 3))
  return {
    title: 'Candidaturas elegidas',
    author: seleccion.emisor.instituto.nombre,
    createdAt: seleccion.corte,
    sheets: [
      { name: 'Candidaturas', widths, headerRows: 1, rows: rowsOf(seleccion, claves) },
      { name: 'Notas', widths: [28, 120], headerRows: 0, rows: notas(seleccion) },
    ],
  }
}

/** UTF-8 with BOM, every cell quoted; texts that a spreadsheet would take for formulas stay texts. */
export function toCsv(seleccion: Seleccion, claves: readonly ClaveColumna[]): Buffer {
  const rows = [...notas(seleccion), [], ...rowsOf(seleccion, claves)].map((row) => row.map(cellText))
  return Buffer.from(stringify(rows, { ...CSV, bom: true, quoted: true }))
}

function rowsOf({ filas, emisor: { zona } }: Seleccion, claves: readonly ClaveColumna[]): Cell[][] {
  const columnas = columnasDe(claves)
  return [columnas.map(({ title }) => title), ...filas.map((fila) => columnas.map(({ cell }) => cell(fila, zona)))]
}

function notas({ emisor, cuenta, corte, bloqueados, elegidas, filas }: Seleccion): Cell[][] {
  return [
    ...(emisor.simulacro ? [['Aviso', 'Simulacro: todas las personas de este documento son ficticias.']] : []),
    ...(bloqueados ? [['Bloqueo de los datos', AVISO_BLOQUEO]] : []),
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Candidaturas', filas.length],
    ...(filas.length < elegidas ? [['Faltan', `${elegidas - filas.length} de las elegidas no están al alcance de la cuenta.`]] : []),
    ['Orden', 'El de las boletas'],
    ['Momento', `${instanteEnPalabras(corte, emisor.zona)} (${emisor.zona})`],
    ['La pidió', cuenta],
    ['Qué contiene', 'Las columnas que mostraba la lista de la consola. No hay respuestas de ningún cuestionario.'],
  ]
}
