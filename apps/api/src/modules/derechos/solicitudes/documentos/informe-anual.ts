import { stringify } from 'csv-stringify/sync'
import {
  causaEnPalabras,
  DERECHOS,
  longDate,
  nombreDeMes,
  searchWords,
  type Derecho,
  type EstatusDerecho,
  type MedioDerecho,
} from '@conoceles/domain'
import { CSV } from '../../../../shared/archivos/csv.ts'
import { cellText, type Cell, type Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import type { SolicitudDerechoDto } from '../derechos.dto.ts'
import type { CuentaDerechosDto } from '../lista.dto.ts'
import { anioOf, cuenta, mesOf, toResumen, type Informe } from './resumen-anual.ts'
import { DERECHO, estatusEnPalabras, MEDIO, SENTIDO } from '../../derecho-en-palabras.ts'

/** Filters of the requests; an absent one narrows nothing. */
export interface FiltroDerechos {
  derecho?: string
  estatus?: string
  medio?: string
  anio?: number
  mes?: number
  vencidas?: 'si'
  texto?: string
}

function cameIn(row: SolicitudDerechoDto, { anio, mes }: Pick<FiltroDerechos, 'anio' | 'mes'>): boolean {
  return (anio === undefined || anioOf(row) === anio) && (mes === undefined || mesOf(row) === mes)
}

export function filtrar(rows: readonly SolicitudDerechoDto[], filtro: FiltroDerechos): SolicitudDerechoDto[] {
  const { anio, mes, vencidas, texto } = filtro
  const words = searchWords(texto ?? '')
  const equal = (['derecho', 'estatus', 'medio'] as const).filter((key) => filtro[key] !== undefined)
  return rows.filter((row) => {
    if (equal.some((key) => row[key] !== filtro[key])) return false
    if (!cameIn(row, { anio, mes })) return false
    if (vencidas === 'si' && (row.plazo?.quedan ?? 0) >= 0) return false
    const said = searchWords([row.folio, row.persona, DERECHO[row.derecho as Derecho]].join(' ')).join(' ')
    return words.every((word) => said.includes(word))
  })
}

/** How many of each right came in each month, the newest first; a year closes with its total. */
export function contar(all: readonly SolicitudDerechoDto[]): CuentaDerechosDto[] {
  const rows = all.filter(cuenta)
  const anios = [...new Set(rows.map(anioOf))].sort((a, b) => b - a)
  return anios.map((anio) => {
    const own = rows.filter((row) => anioOf(row) === anio)
    const meses = [...new Set(own.map(mesOf))].sort((a, b) => b - a)
    return {
      ...{ anio, ...cuentaOf(own) },
      meses: meses.map((mes) => ({ mes, ...cuentaOf(own.filter((row) => mesOf(row) === mes)) })),
    }
  })
}

function cuentaOf(own: readonly SolicitudDerechoDto[]): Pick<CuentaDerechosDto, 'total' | 'porDerecho'> {
  const porDerecho = DERECHOS.map((derecho) => ({ derecho, cuantas: own.filter((row) => row.derecho === derecho).length }))
  return { total: own.length, porDerecho }
}

const COLUMNAS = [
  ...['Folio', 'Derecho', 'Recibida', 'Año', 'Mes', 'Medio', 'Cómo está', 'Sentido', 'Causa'],
  ...['Prevenida', 'Prevención atendida', 'Ampliada', 'Respondida', 'Notificada', 'Hecha efectiva', 'Días hábiles para responder'],
  ...['Vence', 'Días hábiles que quedan'],
]

export function toInformeCsv({ rows }: Informe): Buffer {
  return Buffer.from(stringify([COLUMNAS, ...rows.map(cellsOf)].map((row) => row.map(cellText)), { ...CSV, bom: true, quoted: true })) // prettier-ignore
}

/** First the report as it is printed; then its figures by year and by month; the last, each request by its folio. Nobody is named. */
export function toInforme({ emisor, hechoEl, rows }: Informe): Workbook {
  const cuentas = contar(rows)
  const counts = cuentas.map((cuenta) => [cuenta.anio, ...figuresOf(cuenta)])
  const heads = [...DERECHOS.map((derecho) => DERECHO[derecho]), 'Total']
  const months = cuentas.flatMap(({ anio, meses }) => meses.map((cuenta) => [anio, nombreDeMes(cuenta.mes), ...figuresOf(cuenta)]))
  return {
    title: 'Solicitudes de derechos ARCO',
    author: emisor.instituto.nombre,
    createdAt: hechoEl,
    sheets: [
      toResumen({ emisor, hechoEl, rows }),
      {
        name: 'Por año y derecho',
        widths: [8, ...heads.map(() => 16)],
        headerRows: 1,
        page: 'portrait',
        rows: [['Año', ...heads], ...counts],
      },
      {
        name: 'Por mes y derecho',
        widths: [8, 14, ...heads.map(() => 16)],
        headerRows: 1,
        page: 'portrait',
        rows: [['Año', 'Mes', ...heads], ...months],
      },
      {
        name: 'Solicitudes',
        page: 'landscape',
        widths: [24, 16, 14, 8, 14, 36, 40, 18, 40, 14, 22, 14, 14, 14, 16, 30, 24, 24],
        headerRows: 1,
        rows: [COLUMNAS, ...rows.map(cellsOf)],
      },
    ],
  }
}

function figuresOf({ porDerecho, total }: Pick<CuentaDerechosDto, 'porDerecho' | 'total'>): number[] {
  return [...porDerecho.map(({ cuantas }) => cuantas), total]
}

/** Days of its steps, in the order of the columns. */
const PASOS = ['prevenida', 'atendida', 'ampliada', 'respondida', 'notificada', 'efectiva'] as const

function outcomeOf({ sentido, causa }: SolicitudDerechoDto['pasos']): Cell[] {
  return [sentido === null ? null : SENTIDO[sentido], causa === null ? null : causaEnPalabras(causa)]
}

function cellsOf(row: SolicitudDerechoDto): Cell[] {
  // The end of a block is no term to answer.
  const plazo = row.plazo?.clave === 'suprimir' ? null : row.plazo
  return [
    ...[row.folio, DERECHO[row.derecho as Derecho], { day: row.recibida }, anioOf(row), nombreDeMes(mesOf(row))],
    ...[
      row.medio === null ? 'No se anotó' : MEDIO[row.medio as MedioDerecho],
      estatusEnPalabras({ estatus: row.estatus as EstatusDerecho, fuera: row.fuera }),
    ],
    ...outcomeOf(row.pasos),
    ...PASOS.map((paso) => (row.pasos[paso] === null ? null : { day: row.pasos[paso] })),
    row.pasos.diasUsados,
    ...[plazo === null ? null : longDate(plazo.vence), plazo?.quedan ?? null],
  ]
}
