import { headingKey, RESPUESTAS_CANDIDATOS, RESPUESTAS_IDENTIDAD } from './columnas.ts'

/** One question that has a column in the workbook: the part of a cuestionario that this code has to know. */
export interface PreguntaIne {
  clave: string
  cuestionario: 'curricular' | 'identidad'
  seccion: string
  /** Heading of its column, as the cuestionario names it. */
  columna: string
  tipo: 'string' | 'array' | 'boolean' | 'integer'
  /** Catalogue, if it has one. */
  opciones: readonly string[] | null
  /** Sites whose addresses belong to this question. */
  hosts: readonly string[] | null
}

export type RespuestasIne = Record<string, unknown>

export interface ColumnaIne {
  encabezado: string
  cuestionario: PreguntaIne['cuestionario']
  /** In the order of the cuestionario; none when it does not ask that. */
  preguntas: PreguntaIne[]
}

/** The answer columns of both sheets with the questions that fill them. */
export function columnasDeRespuestas(preguntas: readonly PreguntaIne[]): ColumnaIne[] {
  const of = (cuestionario: PreguntaIne['cuestionario'], encabezados: readonly string[]) =>
    encabezados.map((encabezado) => {
      const own = preguntas.filter((each) => each.cuestionario === cuestionario && headingKey(each.columna) === headingKey(encabezado))
      return { encabezado, cuestionario, preguntas: own }
    })
  return [...of('curricular', RESPUESTAS_CANDIDATOS), ...of('identidad', RESPUESTAS_IDENTIDAD)]
}
