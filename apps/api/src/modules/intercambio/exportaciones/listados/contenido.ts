import { conArticulo, longDate, type ListadoPack, type OrganoNombrado } from '@conoceles/domain'
import { cuantas, diaEnPalabras, instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { Cell } from '../../../../shared/documentos/xlsx/model.ts'
import { enLista } from '../../../../shared/documentos/palabras.ts'
import { columnaOf, ESTATUS } from './columnas.ts'
import type { Acuerdo, ListadoRow } from './listados.queries.ts'

/** Sender of a document: on the head of everything that leaves. */
export interface Emisor {
  instituto: { siglas: string; nombre: string }
  proceso: string
  simulacro: boolean
  zona: string
}

/** A listado as it was read, before it is a file. */
export interface Listado {
  emisor: Emisor
  plantilla: ListadoPack
  grupos: { clave: string; nombre: string }[]
  /** Names of the cargos, in the order of the ballots. */
  cargos: string[]
  /** Instant of the reading. */
  corte: string
  /** ISO date. */
  al: string
  /** With the name of its organ; null for all in force. */
  acuerdo: (Omit<Acuerdo, 'organo'> & { organo: OrganoNombrado | null }) | null
  /** Candidaturas of any cargo: in force on the day, or of the acuerdo. */
  universo: number
  rows: ListadoRow[]
}

export interface Contenido {
  columns: { clave: string; titulo: string; width: number }[]
  rows: Cell[][]
}

export const CANDIDATURAS = ['candidatura', 'candidaturas'] as const
export const AVISO_SIMULACRO = 'Simulacro: todas las personas de este documento son ficticias.'

/** Columns and cells by the template. When a candidatura of the acuerdo has ended since, the column with its estatus is never missing. */
export function contenidoDe({ plantilla, rows, al, grupos }: Listado): Contenido {
  const ended = rows.some(({ estatus }) => estatus !== 'aprobada')
  const silent = !plantilla.columnas.some(({ clave }) => clave === 'estatus')
  const columnas = ended && silent ? [...plantilla.columnas, { clave: 'estatus', titulo: 'Estatus' }] : plantilla.columnas
  const columns = columnas.map(({ clave, titulo }) => ({ clave, titulo, ...columnaOf(clave) }))
  return {
    columns: columns.map(({ clave, titulo, width }) => ({ clave, titulo, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, { al, grupos }))),
  }
}

/** How many, and of which universe. */
export function resumenDe(listado: Listado): string {
  const { acuerdo, rows, universo, al } = listado
  const day = diaEnPalabras(al)
  const these = `${rows.length === 0 ? 'No hay candidaturas' : cuantas(rows.length, CANDIDATURAS)} (${cargosDe(listado)})`
  if (acuerdo === null) {
    const all = `En todo el proceso hay ${cuantas(universo, ['vigente', 'vigentes'])} ese día.`
    return `${these}${rows.length === 0 ? ' vigentes' : ', todas las vigentes'} el ${day}. ${all}`
  }
  const all = `El acuerdo aprobó ${cuantas(universo, CANDIDATURAS)} en total.`
  if (rows.length === 0) return `${these} que haya aprobado el acuerdo ${acuerdo.numero}. ${all}`
  return `${these}, todas las que aprobó el acuerdo ${acuerdo.numero}. ${all} ${vigenciaDe(rows, day)}`
}

function cargosDe({ cargos }: Listado): string {
  return enLista(cargos.map((cargo) => cargo.charAt(0).toLowerCase() + cargo.slice(1)))
}

function vigenciaDe(rows: ListadoRow[], day: string): string {
  const ended = (['sustituida', 'cancelada'] as const)
    .map((estatus) => [rows.filter((row) => row.estatus === estatus).length, ESTATUS[estatus].toLowerCase()] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => cuantas(number, [word, `${word}s`]))
  return ended.length === 0 ? `Todas seguían vigentes el ${day}.` : `De ellas, ${enLista(ended)} hasta el ${day}.`
}

/** "Listado de candidaturas aprobadas a la gubernatura, mediante acuerdo X, de fecha 30 de marzo de 2024". */
export function tituloDe({ plantilla: { titulo }, acuerdo, al }: Listado): string {
  const of = acuerdo ? `mediante acuerdo ${acuerdo.numero}, de fecha ${longDate(acuerdo.fecha)}` : `vigentes el ${longDate(al)}`
  return `Listado de ${titulo.charAt(0).toLowerCase()}${titulo.slice(1)}, ${of}`
}

/** Facts that a document must tell about itself. */
export function fichaDe(listado: Listado): { label: string; text: string }[] {
  const { emisor, plantilla, acuerdo, corte, al } = listado
  const organo = acuerdo?.organo ? `, ${conArticulo(acuerdo.organo, 'de')}` : ''
  return [
    { label: 'Actividad del programa de trabajo', text: plantilla.clave },
    ...(acuerdo ? [{ label: 'Acuerdo', text: `${acuerdo.numero}, del ${diaEnPalabras(acuerdo.fecha)}${organo}` }] : []),
    { label: 'Fecha de referencia', text: `${diaEnPalabras(al)}; las edades son las cumplidas ese día` },
    { label: 'Corte de los datos', text: instanteEnPalabras(corte, emisor.zona) },
  ]
}
