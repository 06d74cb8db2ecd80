import { plainKey } from '../../base/text.ts'
import { keysOf, recordOf } from '../../base/typed.ts'

/** Sheets of the INE's workbook "baseDatosCandidatos", local elections of 2022. */
export const HOJAS_INE = { candidatos: 'CANDIDATOS', identidad: 'CUESTIONARIO IDENTIDAD' } as const

const LUGAR_Y_PERSONA = [
  'CIRCUNSCRIPCION',
  'MUNICIPIO',
  'NUM_LISTA_O_FORMULA',
  'NOMBRE_CANDIDATO',
  'TIPO_CANDIDATO',
  'EDAD',
  'SEXO',
] as const

/** Answer columns of the first sheet. */
export const RESPUESTAS_CANDIDATOS = [
  'DIRECCION_CASA_CAMPAÑA',
  'TELEFONO',
  'CORREO_ELECTRONICO',
  'PAGINA_WEB',
  'REDES',
  'ESCOLARIDAD',
  'ESTATUS_ESCOLARIDAD',
  'CURSOS',
  'HISTORIA_PROFESIONAL',
  'TRAYECTORIA_POLITICA',
  'MOTIVO_CARGO_PUBLICO',
  'PROPUESTA_1',
  'PROPUESTA_2',
  'PROPUESTA_GENERO',
] as const

/** Answer columns of the second sheet; the blank at the end of the last one is the source's. */
export const RESPUESTAS_IDENTIDAD = [
  '1. ¿Se identifica como una persona indígena o como parte de algún pueblo o comunidad indígena?',
  '2. ¿Habla y/o entiende alguna lengua indígena nacional?',
  '3. ¿A qué pueblo y/o comunidad indígena pertenece?',
  '4. ¿Tiene alguna discapacidad?',
  '5. En caso de haber respondido afirmativamente la pregunta anterior, El tipo de discapacidad con el que vive es:',
  '6. En caso afirmativo, ¿de qué tipo?',
  '7. Su discapacidad le dificulta o impide:',
  '8. ¿Se considera una persona afromexicana o que forma parte de alguna comunidad afrodescendiente?',
  '9. ¿Es usted una persona de la población LGBTTTIQ+ (Lesbiana, Gay, Bisexual, Transgénero, Travesti, Transexual, Intersexual, Queer, No Binaria, u otra)?',
  '10. En caso de haber respondido afirmativamente a la pregunta anterior, usted se identifica como:',
  '11. ¿Es usted migrante?',
  '12. ¿En qué país reside?',
  '13. ¿Cuánto tiempo ha vivido en el extranjero?',
  '14. ¿Cuál fue el motivo de la residencia en el extranjero?',
  '15. Cuando emigró, ¿se encontraba con una situación regular de trabajo o con un lugar asegurado en alguna institución educativa del país extranjero?',
  '16. ¿Es parte de la población joven (entre 18 y 29 años)?',
  '17. ¿Es parte de la población de personas mayores (60 años o más)?',
  '18. ¿En cuál de los siguientes grupos de ingresos se encuentra?',
  '19. Su fuente principal de ingresos es:',
  '20. Entidad federativa de nacimiento: ',
] as const

export const COLUMNAS_CANDIDATOS: readonly string[] = [
  ...['PARTIDO_COALICION', 'CARGO', 'ENTIDAD', 'DISTRITO LOCAL'],
  ...LUGAR_Y_PERSONA,
  ...RESPUESTAS_CANDIDATOS,
]

export const COLUMNAS_IDENTIDAD: readonly string[] = [
  ...['PARTIDO_COALICION', 'CARGO', 'ENTIDAD', 'DISTRITOLOCAL'],
  ...LUGAR_Y_PERSONA,
  ...RESPUESTAS_IDENTIDAD,
]

/** Texts of a cell that has no datum. */
export const CONVENCIONES_INE = {
  noAplica: 'No aplica',
  sinDato: 'No proporcionó',
  sinCursos: 'Sin cursos',
  saltada: ' ',
} as const

/** Headings of the data known of every candidatura: ours first, then those of other years and of federal files. */
const GENERALES = {
  partido: ['PARTIDO_COALICION'],
  cargo: ['CARGO', 'CANDIDATURA'],
  entidad: ['ENTIDAD'],
  distrito: ['DISTRITO LOCAL', 'DISTRITO FEDERAL', 'DISTRITO'],
  circunscripcion: ['CIRCUNSCRIPCION'],
  municipio: ['MUNICIPIO'],
  folio: ['NUM_LISTA_O_FORMULA'],
  nombre: ['NOMBRE_CANDIDATO'],
  tipo: ['TIPO_CANDIDATO'],
  edad: ['EDAD'],
  sexo: ['SEXO', 'GENERO'],
} as const

export type GeneralIne = keyof typeof GENERALES

export const GENERALES_INE = keysOf(GENERALES)

/** General data that a row needs to be understood. */
export const GENERALES_NECESARIOS: readonly GeneralIne[] = ['partido', 'cargo', 'entidad', 'folio', 'nombre', 'tipo', 'sexo']

/** Heading under which a general datum is named to people. */
export function encabezadoDe(general: GeneralIne): string {
  return GENERALES[general][0]
}

/** Position of each general datum among the headings; -1 where it is missing. */
export function posicionesGenerales(columnas: readonly string[]): Record<GeneralIne, number> {
  const keys = columnas.map(headingKey)
  const find = (general: GeneralIne): number => {
    const known: readonly string[] = GENERALES[general].map(headingKey)
    return keys.findIndex((key) => known.includes(key))
  }
  return recordOf(GENERALES_INE, (general) => find(general))
}

/** Headings compared without accents, punctuation or blanks: the source writes "DISTRITO LOCAL" and "DISTRITOLOCAL". */
export function headingKey(heading: string): string {
  return plainKey(heading).replaceAll(' ', '')
}
