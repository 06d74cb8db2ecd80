import { isOneOf, keysOf } from '@conoceles/domain/typed'
import { Temporal } from 'temporal-polyfill'
import { calidadEnPalabras, edadEn, type EstatusCandidatura, type GrupoPack } from '@conoceles/domain'
import type { Cell } from '../../../../shared/documentos/xlsx/model.ts'
import type { ListadoRow } from './listados.queries.ts'

/** Facts beside their row on which the cells of a listado depend. */
export interface Contexto {
  /** ISO date of the ages. */
  al: string
  grupos: Pick<GrupoPack, 'clave' | 'nombre'>[]
}

interface Columna {
  /** In characters, of a spreadsheet. */
  width: number
  cell: (row: ListadoRow, contexto: Contexto) => Cell
}

const NO_APLICA = 'No aplica'

/** Every column that a template of the pack may name. */
export const COLUMNAS = {
  cargo: { width: 26, cell: ({ cargoNombre }) => cargoNombre },
  demarcacion: { width: 28, cell: ({ lugar }) => lugar },
  actor_politico: { width: 44, cell: ({ actorNombre }) => actorNombre },
  figura: { width: 26, cell: figuraOf },
  partido_origen: { width: 36, cell: ({ actorTipo, partidoOrigen }) => (actorTipo === 'independiente' ? NO_APLICA : partidoOrigen) },
  numero: { width: 10, cell: ({ numero }) => numero },
  folio: { width: 10, cell: ({ folio }) => folio },
  calidad: { width: 13, cell: ({ calidad, sexo }) => calidadEnPalabras(calidad, sexo) },
  nombre: { width: 40, cell: ({ nombre }) => nombre },
  apodo: { width: 22, cell: ({ apodo }) => apodo ?? NO_APLICA },
  edad: { width: 8, cell: edadOf },
  sexo: { width: 14, cell: ({ sexo }) => SEXO[sexo] },
  accion_afirmativa: { width: 28, cell: ({ accionAfirmativa }, { grupos }) => grupoOf(accionAfirmativa, grupos) },
  eleccion_consecutiva: { width: 14, cell: ({ eleccionConsecutiva }) => (eleccionConsecutiva ? 'Sí' : 'No') },
  acuerdo_numero: { width: 24, cell: ({ acuerdoNumero }) => acuerdoNumero },
  acuerdo_fecha: { width: 13, cell: ({ acuerdoFecha }) => ({ day: acuerdoFecha }) },
  sustituye_a: { width: 40, cell: ({ sustituyeA }) => sustituyeA ?? NO_APLICA },
  estatus: { width: 13, cell: ({ estatus }) => ESTATUS[estatus] },
} as const satisfies Record<string, Columna>

export const ESTATUS: Record<EstatusCandidatura, string> = { aprobada: 'Aprobada', sustituida: 'Sustituida', cancelada: 'Cancelada' }
const SEXO: Record<ListadoRow['sexo'], string> = { mujer: 'Mujer', hombre: 'Hombre', no_binario: 'No binario' }

/** The column of a key; a template that names another is a fault of the pack. */
export function columnaOf(clave: string): Columna {
  if (!isOneOf(keysOf(COLUMNAS), clave)) throw new Error(`the template of a listado names the unknown column ${clave}`)
  return COLUMNAS[clave]
}

function figuraOf({ actorTipo, figura }: ListadoRow): string {
  if (actorTipo === 'partido') return 'Partido político'
  return actorTipo === 'independiente' ? 'Candidatura independiente' : (figura ?? 'Coalición o candidatura común')
}

function edadOf({ fechaNacimiento, edadDeclarada }: ListadoRow, { al }: Contexto): Cell {
  return fechaNacimiento === null ? (edadDeclarada ?? 'Sin dato') : edadEn(fechaNacimiento, Temporal.PlainDate.from(al))
}

function grupoOf(clave: string | null, grupos: Contexto['grupos']): string {
  return clave === null ? NO_APLICA : (grupos.find((grupo) => grupo.clave === clave)?.nombre ?? clave)
}
