import type { Calidad, Sexo } from '../../registro/estatus.ts'
import { cargoEnLibro, lugarEnLibro, mayusculas, sexoEnLibro, tipoEnLibro, type CargoIne, type LugarIne } from './celdas.ts'
import type { ColumnaIne, RespuestasIne } from './preguntas.ts'
import { celdaDeRespuestas } from './respuestas.ts'
import { cleanLine } from '../../base/text.ts'

/** A candidatura as the workbook tells it. The caller decides what may be told. */
export interface CandidaturaIne {
  partido: string
  cargo: CargoIne
  entidad: string
  lugar: LugarIne
  /** Identifier of the fórmula. */
  folio: number
  nombre: string
  calidad: Calidad
  edad: number | null
  sexo: Sexo | null
  curricular: RespuestasIne
  identidad: RespuestasIne
  /** Whether the section of a question was captured, be it with blanks. */
  capturada: (seccion: string) => boolean
}

export type CeldaIne = string | number | null

/** The row of a candidatura in each sheet, cell by cell in the order of the headings. */
export function filasEnLibro(
  candidatura: CandidaturaIne,
  columnas: readonly ColumnaIne[],
): { candidatos: CeldaIne[]; identidad: CeldaIne[] } {
  const generales = generalesOf(candidatura)
  const cells = (cuestionario: ColumnaIne['cuestionario']) =>
    columnas.filter((columna) => columna.cuestionario === cuestionario).map((columna) => celdaOf(columna, candidatura))
  return { candidatos: [...generales, ...cells('curricular')], identidad: [...generales, ...cells('identidad')] }
}

function generalesOf({ partido, cargo, entidad, lugar, folio, nombre, calidad, edad, sexo }: CandidaturaIne): CeldaIne[] {
  const { distrito, circunscripcion, municipio } = lugarEnLibro(lugar)
  const place = [cleanLine(partido), cargoEnLibro(cargo), mayusculas(entidad), distrito, circunscripcion, municipio]
  return [...place, folio, cleanLine(nombre), tipoEnLibro(calidad, sexo), edad, sexoEnLibro(sexo)]
}

function celdaOf(columna: ColumnaIne, candidatura: CandidaturaIne): string {
  const capturada = columna.preguntas.some(({ seccion }) => candidatura.capturada(seccion))
  return celdaDeRespuestas(columna, { respuestas: candidatura[columna.cuestionario], capturada })
}
