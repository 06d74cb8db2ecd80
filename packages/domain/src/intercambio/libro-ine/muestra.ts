import { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD, HOJAS_INE, RESPUESTAS_IDENTIDAD } from './columnas.ts'
import type { HojaLeida } from './hojas.ts'
import type { PreguntaIne } from './preguntas.ts'

/** A cuestionario for the tests, and rows of a workbook about nobody. */
export const preguntasIne: PreguntaIne[] = [
  curricular('red_uno', 'contacto', { columna: 'REDES', hosts: ['uno.example'] }),
  curricular('red_dos', 'contacto', { columna: 'REDES', hosts: ['dos.example', '2.example'] }),
  curricular('otras_redes', 'contacto', { columna: 'REDES', tipo: 'array' }),
  curricular('telefono', 'contacto', { columna: 'TELEFONO' }),
  curricular('escolaridad', 'estudios', { columna: 'ESCOLARIDAD', opciones: ['Primaria', 'Técnica', 'Maestría'] }),
  curricular('estatus', 'estudios', { columna: 'ESTATUS_ESCOLARIDAD', opciones: ['Cursando', 'Trunca', 'Título'] }),
  curricular('cursos', 'estudios', { columna: 'CURSOS', tipo: 'array' }),
  curricular('historia', 'historia', { columna: 'HISTORIA_PROFESIONAL' }),
  curricular('propuesta', 'propuestas', { columna: 'PROPUESTA_1' }),
  identidad('indigena', 0, ['Sí', 'No', 'Prefiero no contestar']),
  identidad('pueblo', 2, ['Maya', 'Otro', 'No aplica']),
  identidad('joven', 15, ['Sí', 'No']),
  { ...identidad('migrante', 10, null), tipo: 'boolean' },
  { ...identidad('anios_fuera', 12, null), tipo: 'integer' },
]

function curricular(clave: string, seccion: string, rest: Partial<PreguntaIne> & Pick<PreguntaIne, 'columna'>): PreguntaIne {
  return { clave, seccion, cuestionario: 'curricular', tipo: 'string', opciones: null, hosts: null, ...rest }
}

function identidad(clave: string, numero: number, opciones: string[] | null): PreguntaIne {
  const columna = RESPUESTAS_IDENTIDAD[numero] ?? ''
  return { clave, seccion: clave, cuestionario: 'identidad', columna, tipo: 'string', opciones, hosts: null }
}

const FILA: Record<string, string> = {
  PARTIDO_COALICION: 'PARTIDO RÍO',
  CARGO: 'DIPUTACIÓN LOCAL MR',
  ENTIDAD: 'VALLE CLARO',
  'DISTRITO LOCAL': '1-CENTRO',
  CIRCUNSCRIPCION: 'No aplica',
  MUNICIPIO: 'No aplica',
  NUM_LISTA_O_FORMULA: '236787',
  NOMBRE_CANDIDATO: 'PERSONA FICTICIA',
  TIPO_CANDIDATO: 'PROPIETARIA',
  EDAD: '40',
  SEXO: 'MUJER',
}

/** Cells by heading; the second sheet takes the same. */
export function filaLibro(changes: Record<string, string> = {}): Record<string, string> {
  return { ...FILA, ...changes }
}

export function hojasDe(candidatos: Record<string, string>[], identidad: Record<string, string>[] = candidatos): HojaLeida[] {
  return [toHoja(HOJAS_INE.candidatos, COLUMNAS_CANDIDATOS, candidatos), toHoja(HOJAS_INE.identidad, COLUMNAS_IDENTIDAD, identidad)]
}

function toHoja(nombre: string, columnas: readonly string[], rows: Record<string, string>[]): HojaLeida {
  const cellOf = (row: Record<string, string>, heading: string) =>
    row[heading] ?? (heading === 'DISTRITOLOCAL' ? row['DISTRITO LOCAL'] : undefined) ?? ''
  return { nombre, columnas: [...columnas], filas: rows.map((row) => columnas.map((heading) => cellOf(row, heading))), primeraFila: 2 }
}
