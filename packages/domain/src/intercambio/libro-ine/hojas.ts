import {
  encabezadoDe,
  GENERALES_NECESARIOS,
  headingKey,
  HOJAS_INE,
  posicionesGenerales,
  RESPUESTAS_CANDIDATOS,
  RESPUESTAS_IDENTIDAD,
  type GeneralIne,
} from './columnas.ts'

/** A sheet as it was read: the first row that is not blank, and those below it. */
export interface HojaLeida {
  nombre: string
  columnas: string[]
  filas: string[][]
  /** Number that the spreadsheet shows for the first of `filas`. */
  primeraFila: number
}

export interface HojaIne extends HojaLeida {
  /** Position of each general datum; -1 where it is missing. */
  posiciones: Record<GeneralIne, number>
}

export interface LibroIne {
  candidatos: HojaIne
  identidad: HojaIne | null
  /** Sentences on the parts of the workbook that are not read. */
  avisos: string[]
}

/** Whether these are the sheets of the INE's workbook: by their headings, with any names. */
export function esLibroIne(hojas: readonly HojaLeida[]): boolean {
  return hojas.some((hoja) => isSheet(toHojaIne(hoja), 'candidatos') || isSheet(toHojaIne(hoja), 'identidad'))
}

/** Finds both sheets, or says why the workbook cannot be read. */
export function abrirLibroIne(hojas: readonly HojaLeida[]): { libro: LibroIne } | { razones: string[] } {
  const sheets = hojas.map(toHojaIne)
  const identidad = sheets.find((hoja) => isSheet(hoja, 'identidad')) ?? null
  const candidatos = sheets.find((hoja) => hoja !== identidad && isSheet(hoja, 'candidatos'))
  if (!candidatos) return { razones: [`Falta la hoja ${HOJAS_INE.candidatos}.`] }
  const missing = [candidatos, ...(identidad ? [identidad] : [])].flatMap(missingOf)
  if (missing.length > 0) return { razones: missing }
  const ignored = sheets.filter((hoja) => hoja !== identidad && hoja !== candidatos && hoja.filas.length > 0)
  const avisos = [
    ...(identidad ? [] : [`No trae la hoja ${HOJAS_INE.identidad}.`]),
    ...ignored.map(({ nombre }) => `La hoja «${nombre}» no es del libro y no se lee.`),
    ...unknownOf(candidatos, RESPUESTAS_CANDIDATOS),
    ...(identidad ? unknownOf(identidad, RESPUESTAS_IDENTIDAD) : []),
  ]
  return { libro: { candidatos, identidad, avisos } }
}

function toHojaIne(hoja: HojaLeida): HojaIne {
  return { ...hoja, posiciones: posicionesGenerales(hoja.columnas) }
}

/** Both sheets begin alike; what tells them apart is whether the numbered questions follow. */
function isSheet({ columnas, posiciones }: HojaIne, wanted: keyof typeof HOJAS_INE): boolean {
  const known = (['partido', 'folio', 'nombre', 'tipo'] as const).every((general) => posiciones[general] >= 0)
  const questions = columnas.filter((heading) => /^\s*\d{1,2}\s*\./.test(heading)).length
  return known && (wanted === 'identidad' ? questions > 0 : questions === 0)
}

function missingOf({ nombre, posiciones }: HojaIne): string[] {
  const missing = GENERALES_NECESARIOS.filter((general) => posiciones[general] < 0).map(encabezadoDe)
  return missing.length === 0 ? [] : [`A la hoja «${nombre}» le faltan columnas: ${missing.join(', ')}.`]
}

function unknownOf({ nombre, columnas, posiciones }: HojaIne, respuestas: readonly string[]): string[] {
  const known = new Set(respuestas.map(headingKey))
  const general = new Set(Object.values(posiciones))
  return columnas
    .filter((heading, index) => !general.has(index) && !known.has(headingKey(heading)))
    .map((heading) => `La columna «${heading}» de la hoja «${nombre}» no es del libro y no se lee.`)
}
