import { stringify } from 'csv-stringify/sync'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { CSV } from '../../../shared/archivos/csv.ts'
import { cellText, type Cell, type Workbook } from '../../../shared/documentos/xlsx/model.ts'
import type { CuentaPersona, EstatusTablero, TableroFilaDto } from './tablero.dto.ts'

/** A section that some cuestionario in force asks for; which of them a cargo answers, each row says. */
export interface SeccionTablero {
  cuestionario: 'curricular' | 'identidad'
  clave: string
  titulo: string
}

/** The board as it was read, before it is a file. */
export interface Tablero {
  emisor: Emisor
  corte: string
  /** Candidaturas in force within the reach of the acting account. */
  universo: number
  secciones: readonly SeccionTablero[]
  filas: readonly TableroFilaDto[]
}

/** Persons × sections, and their explanation on a sheet of its own. */
export function toWorkbook(tablero: Tablero): Workbook {
  const rows = rowsOf(tablero)
  return {
    title: 'Tablero de captura',
    author: tablero.emisor.instituto.nombre,
    createdAt: tablero.corte,
    sheets: [
      { name: 'Tablero', widths: (rows[0] ?? []).map((title) => Math.max(14, String(title).length + 3)), headerRows: 1, rows },
      { name: 'Acerca del tablero', widths: [24, 120], headerRows: 0, rows: about(tablero) },
    ],
  }
}

/** UTF-8 with BOM, every cell quoted; texts that a spreadsheet would take for formulas stay texts. */
export function toCsv(tablero: Tablero): Buffer {
  const rows = [...about(tablero), [], ...rowsOf(tablero)].map((row) => row.map(cellText))
  return Buffer.from(stringify(rows, { ...CSV, bom: true, quoted: true }))
}

function about({ emisor, corte, universo, filas }: Tablero): Cell[][] {
  return [
    ...(emisor.simulacro ? [['Aviso', 'Simulacro: todas las personas de este documento son ficticias.']] : []),
    ['Listado', 'Tablero de captura'],
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Candidaturas', `${filas.length} de ${universo} vigentes a su alcance`],
    ['Corte', instanteEnPalabras(corte, emisor.zona)],
  ]
}

const CUENTAS: Record<CuentaPersona, string> = { activa: 'Con correo', invitada: 'Invitada, sin aceptar', ninguna: 'Sin cuenta propia' }
const ESTATUS: Record<EstatusTablero, string> = {
  vacia: 'Sin empezar',
  en_captura: 'En captura',
  completa: 'Completa',
  validada: 'Validada',
  observada: 'Observada',
  en_correccion: 'En corrección',
  verificada: 'Verificada',
  exenta: 'No se le pide',
}

function rowsOf({ secciones, filas, emisor: { zona } }: Tablero): Cell[][] {
  const titles = [
    'Candidatura',
    'Folio',
    'Calidad',
    'Cargo',
    'Demarcación',
    'Actor político',
    'Estatus de la captura',
    'Secciones completas',
  ]
  const rest = [
    'Secciones',
    'Vence',
    'Plazo vencido',
    'Observaciones abiertas',
    'Vence la observación',
    'Último guardado',
    'Cuenta',
    'Recordada',
  ]
  const heads = secciones.map(({ cuestionario, titulo }) => `${cuestionario === 'curricular' ? 'Curricular' : 'Identidad'}: ${titulo}`)
  return [[...titles, ...rest, ...heads], ...filas.map((fila) => toRow(fila, zona))]
}

function toRow(fila: TableroFilaDto, zona: string): Cell[] {
  const when = (instant: string | null) => instant && instanteEnPalabras(instant, zona)
  return [
    ...[fila.nombre, fila.folio, fila.calidad === 'propietaria' ? 'Propietaria' : 'Suplente', fila.cargoNombre, fila.lugar],
    ...[fila.actorPolitico.nombre, CAPTURA[fila.estatusCaptura], fila.avance.capturadas, fila.avance.total],
    ...[when(fila.venceEn), fila.vencida ? 'Sí' : 'No', fila.observaciones, when(fila.observacionVenceEn), when(fila.guardadaEn)],
    ...[CUENTAS[fila.cuenta], fila.recordada === null ? null : { day: fila.recordada }],
    ...fila.secciones.map((estatus) => ESTATUS[estatus]),
  ]
}

const CAPTURA: Record<TableroFilaDto['estatusCaptura'], string> = { ...ESTATUS, sin_captura: 'Sin captura' }
