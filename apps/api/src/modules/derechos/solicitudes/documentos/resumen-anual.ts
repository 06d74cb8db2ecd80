import { causaEnPalabras, CAUSAS_IMPROCEDENCIA, DERECHOS, MEDIOS_DERECHO, nombreDeMes, type Derecho } from '@conoceles/domain'
import type { Emisor } from '../../../intercambio/exportaciones/index.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { Cell, Sheet } from '../../../../shared/documentos/xlsx/model.ts'
import type { SolicitudDerechoDto } from '../derechos.dto.ts'
import { DERECHO, MEDIO } from '../../derecho-en-palabras.ts'

export interface Informe {
  emisor: Emisor
  /** Instant of the legal clock, in ISO form. */
  hechoEl: string
  rows: readonly SolicitudDerechoDto[]
}

export function anioOf({ recibida }: Pick<SolicitudDerechoDto, 'recibida'>): number {
  return Number(recibida.slice(0, 4))
}

export function mesOf({ recibida }: Pick<SolicitudDerechoDto, 'recibida'>): number {
  return Number(recibida.slice(5, 7))
}

/** Whether it came: one that was recorded by mistake did not. */
export function cuenta({ estatus }: Pick<SolicitudDerechoDto, 'estatus'>): boolean {
  return estatus !== 'anulada'
}

type Row = SolicitudDerechoDto

const HEADS = [...DERECHOS.map((derecho) => DERECHO[derecho]), 'Total']

/** The report on one sheet: the requests by outcome, ground, month and way in which they came, each with its total. */
export function toResumen({ emisor, hechoEl, rows: all }: Informe): Sheet {
  const rows = all.filter(cuenta)
  const years = [...new Set(rows.map(anioOf))].sort((a, b) => a - b)
  const mistaken = all.length - rows.length
  return {
    name: 'Informe',
    widths: [92, ...HEADS.map(() => 14)],
    headerRows: 0,
    page: 'portrait',
    rows: [
      ['Informe de solicitudes de derechos ARCO'],
      [emisor.instituto.nombre],
      [`Unidad de Transparencia. ${emisor.proceso}`],
      [`${periodOf(years)} Con corte al ${instanteEnPalabras(hechoEl, emisor.zona)}.`],
      ...(emisor.simulacro ? [['SIMULACRO, sin valor legal: todas las personas son ficticias.']] : []),
      ...tableOf('1. Por resultado', rows, RESULTADOS),
      ...tableOf('2. Por causa de improcedencia, de lo que no procedió entero o en parte', rows, CAUSAS),
      ...tableOf('3. Por mes en que se recibieron', rows, years.flatMap(monthsOf)),
      ...tableOf('4. Por medio', rows, MEDIOS),
      ...daysOf(rows),
      ...(mistaken > 0 ? [[], [`No se cuentan las que se registraron por error: ${mistaken}.`]] : []),
    ],
  }
}

function periodOf(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined) return 'No hay solicitudes.'
  return first === last ? `Solicitudes recibidas en ${first}.` : `Solicitudes recibidas de ${first} a ${last}.`
}

interface Line {
  text: string
  is: (row: Row) => boolean
}

const sentido = (value: string) => (row: Row) => row.pasos.sentido === value
const estatus = (value: string) => (row: Row) => row.estatus === value

const RESULTADOS: readonly Line[] = [
  { text: 'Procede', is: sentido('procedente') },
  { text: 'Procede en parte', is: sentido('parcial') },
  { text: 'No procede', is: sentido('improcedente') },
  { text: 'Se tuvo por no presentada', is: estatus('no_presentada') },
  { text: 'El Instituto no es competente', is: estatus('no_competente') },
  { text: 'La persona desistió', is: (row) => row.estatus === 'desistida' && row.pasos.sentido === null },
  { text: 'En trámite', is: ({ estatus: now }) => now === 'en_tramite' || now === 'prevenida' },
]
const CAUSAS = CAUSAS_IMPROCEDENCIA.map((causa): Line => ({ text: upper(causaEnPalabras(causa)), is: (row) => row.pasos.causa === causa }))
const MEDIOS: readonly Line[] = [
  ...MEDIOS_DERECHO.map((medio): Line => ({ text: MEDIO[medio], is: (row) => row.medio === medio })),
  { text: 'No se anotó', is: (row) => row.medio === null },
]

function monthsOf(anio: number): Line[] {
  return Array.from({ length: 12 }, (_, at) => ({
    text: `${upper(nombreDeMes(at + 1))} de ${anio}`,
    is: (row: Row) => anioOf(row) === anio && mesOf(row) === at + 1,
  }))
}

/** Lines that count nobody are told too; a table without requests says so. */
function tableOf(title: string, rows: readonly Row[], lines: readonly Line[]): Cell[][] {
  const counted = rows.filter((row) => lines.some(({ is }) => is(row)))
  if (counted.length === 0) return [[], [title], ['Ninguna.']]
  return [
    [],
    [title],
    ['', ...HEADS],
    ...lines.map(({ text, is }) => [text, ...figuresOf(counted.filter(is))]),
    ['Total', ...figuresOf(counted)],
  ]
}

function figuresOf(rows: readonly Row[]): number[] {
  return [...DERECHOS.map((derecho) => rows.filter((row) => row.derecho === derecho).length), rows.length]
}

/** Working days to answer, where any was answered. */
function daysOf(rows: readonly Row[]): Cell[][] {
  const mean = (derecho: Derecho | null) => meanOf(rows.filter((row) => derecho === null || row.derecho === derecho))
  const line = [...DERECHOS.map(mean), mean(null)]
  return [[], ['5. Días hábiles para responder, en promedio'], ['', ...HEADS], ['Días hábiles', ...line]]
}

function meanOf(rows: readonly Row[]): Cell {
  const days = rows.flatMap(({ pasos }) => pasos.diasUsados ?? [])
  return days.length === 0 ? null : Math.round((days.reduce((sum, each) => sum + each, 0) / days.length) * 10) / 10
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
