import { formaUsual, findMojibake } from '../../base/textos/index.ts'

export interface ErrorFila {
  /** Column as its file calls it. */
  columna: string
  razon: string
  /** Text of the cell, where somebody may say which value of the catalogue it means. */
  escrito?: string
}

/** Treatment of the texts and rows of a file before they are judged, as somebody chose. */
export interface Tratamiento {
  /** Broken accents are repaired; otherwise their rows are refused. */
  acentos: boolean
  /** Names all in capitals are written in their usual form. */
  formaUsual: boolean
  /** Rows of other entidades are imported too, where the pack allows it. */
  otrasEntidades: boolean
}

export const SIN_TRATAR: Tratamiento = { acentos: false, formaUsual: false, otrasEntidades: false }

export const TIPOS_HALLAZGO = ['acentos', 'irreparable', 'mayusculas', 'entidad'] as const
export type TipoHallazgo = (typeof TIPOS_HALLAZGO)[number]

/** Something of a row that a treatment is offered for; `irreparable` has none. */
export interface HallazgoFila {
  tipo: TipoHallazgo
  columna: string
  /** Null where the text may be of identity: it is not shown. */
  antes: string | null
  despues: string | null
}

/** How many rows have something that a treatment is offered for. */
export interface Hallazgos {
  acentos: number
  irreparables: number
  mayusculas: number
  otrasEntidades: number
}

export interface CeldaTratada {
  texto: string
  hallazgos: HallazgoFila[]
  errores: ErrorFila[]
}

interface Celda {
  columna: string
  texto: string
  /** Whether it may be shown in a preview. */
  visible?: boolean
}

/** A cell with its accents repaired. Unless they were to be repaired its row is refused, so that nothing enters that nobody saw. */
export function tratarAcentos({ columna, texto, visible = true }: Celda, { acentos }: Tratamiento): CeldaTratada {
  const found = findMojibake(texto)
  if (!found) return { texto, hallazgos: [], errores: [] }
  const { repaired } = found
  const shown = visible ? { antes: texto, despues: repaired } : { antes: null, despues: null }
  if (repaired === null)
    return { texto, hallazgos: [{ tipo: 'irreparable', columna, ...shown }], errores: [{ columna, razon: IRREPARABLE }] }
  const hallazgos: HallazgoFila[] = [{ tipo: 'acentos', columna, ...shown }]
  return { texto: repaired, hallazgos, errores: acentos ? [] : [{ columna, razon: ROTOS }] }
}

/** A name in its usual form, where that was asked for. */
export function tratarNombre(
  { columna, texto, apellido }: { columna: string; texto: string; apellido: boolean },
  tratamiento: Tratamiento,
): Omit<CeldaTratada, 'errores'> {
  const usual = formaUsual(texto, { apellido })
  if (usual === null) return { texto, hallazgos: [] }
  const hallazgo: HallazgoFila = { tipo: 'mayusculas', columna, antes: texto, despues: usual }
  return { texto: tratamiento.formaUsual ? usual : texto, hallazgos: [hallazgo] }
}

const ROTOS = 'Trae los acentos rotos: repárelos, o corrija el archivo.'
const IRREPARABLE = 'Trae los acentos rotos y perdió letras: corríjalo en el archivo.'
