import type { Calidad, Sexo } from '../../registro/estatus.ts'
import type { HallazgoFila } from '../importacion/textos.ts'
import { encabezadoDe, type GeneralIne } from './columnas.ts'
import type { ColumnaIne, RespuestasIne } from './preguntas.ts'
import { plainKey } from '../../base/text.ts'

export interface NotaIne {
  hoja: string
  columna: string
  razon: string
}

/** One persona of the workbook as its cells say it, before anything is looked up in the proceso. */
export interface FilaIne {
  hoja: string
  /** Number of the row as the spreadsheet shows it. */
  fila: number
  celdas: Record<GeneralIne, string>
  partido: string
  folio: number | null
  nombre: string
  sexo: Sexo | null
  edad: number | null
  /** Null when the workbook does not let it be known. */
  calidad: Calidad | null
  curricular: RespuestasIne
  identidad: RespuestasIne
  /** Sections of which a cell says that somebody answered there. */
  capturadas: { cuestionario: ColumnaIne['cuestionario']; seccion: string }[]
  errores: NotaIne[]
  /** Cells whose accents have to be mended before anything else is said of the row. */
  rotas: NotaIne[]
  hallazgos: HallazgoFila[]
  avisos: NotaIne[]
}

export function notaEn({ hoja }: { hoja: string }, general: GeneralIne, razon: string): NotaIne {
  return { hoja, columna: encabezadoDe(general), razon }
}

/** Key that tells a fórmula from any other: the number may be used again by another entidad or cargo. */
export function formulaDe({ celdas, folio, fila }: FilaIne): string {
  return folio === null ? `fila|${fila}` : [plainKey(celdas.entidad), plainKey(celdas.cargo), folio].join('|')
}
