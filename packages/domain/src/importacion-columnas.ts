import { plainKey } from './text.ts'
/** Columns of the approved list, in the order of its template. */
export const COLUMNAS_IMPORTACION = [
  'clave',
  'cargo',
  'demarcacion',
  'actor_politico',
  'partido_origen',
  'numero',
  'calidad',
  'nombre',
  'primer_apellido',
  'segundo_apellido',
  'apodo',
  'sexo',
  'fecha_nacimiento',
  'accion_afirmativa',
  'eleccion_consecutiva',
  'acuerdo_numero',
  'acuerdo_fecha',
] as const
export type ColumnaImportacion = (typeof COLUMNAS_IMPORTACION)[number]

/** Where each column stands in a file, or why the file cannot be a list. */
export interface Encabezados {
  posiciones: Record<ColumnaImportacion, number>
  razones: string[]
}

/**
 * Finds the columns by their headings, whatever their order, accents, case and blanks. Columns with other headings are left alone:
 * nothing of them is read or kept. A list without one of ours is refused, because a blank would be taken for a datum.
 */
export function readEncabezados(encabezados: readonly string[]): Encabezados {
  const keys = encabezados.map(plainKey)
  const found = COLUMNAS_IMPORTACION.map(
    (columna) => [columna, keys.flatMap((key, at) => (NAMES[columna].includes(key) ? [at] : []))] as const,
  )
  const faltan = found.filter(([, places]) => places.length === 0).map(([columna]) => columna)
  const repetidas = found.filter(([, places]) => places.length > 1).map(([columna]) => columna)
  return {
    posiciones: Object.fromEntries(found.map(([columna, [at = -1]]) => [columna, at])) as Record<ColumnaImportacion, number>,
    razones: [
      ...(faltan.length > 0 ? [`Faltan columnas: ${faltan.join(', ')}.`] : []),
      ...(repetidas.length > 0 ? [`Hay columnas repetidas: ${repetidas.join(', ')}.`] : []),
    ],
  }
}

/** Other headings that mean the same. */
const ALIASES: Record<ColumnaImportacion, string[]> = {
  clave: ['clave de la candidatura', 'clave candidatura'],
  cargo: ['cargo de eleccion', 'cargo postulado'],
  demarcacion: ['distrito o municipio', 'municipio o distrito'],
  actor_politico: ['actor politico que postula', 'postulante'],
  partido_origen: ['partido de origen'],
  numero: ['num', 'numero de lista', 'numero de formula', 'numero de lista o de formula'],
  calidad: ['propietaria o suplente', 'calidad de la candidatura'],
  nombre: ['nombres', 'nombre s'],
  primer_apellido: ['apellido paterno', 'apellido 1'],
  segundo_apellido: ['apellido materno', 'apellido 2'],
  apodo: ['sobrenombre', 'apodo o sobrenombre'],
  sexo: ['genero', 'sexo o genero'],
  fecha_nacimiento: ['fecha de nacimiento', 'nacimiento'],
  accion_afirmativa: ['grupo de accion afirmativa'],
  eleccion_consecutiva: ['reeleccion'],
  acuerdo_numero: ['numero de acuerdo', 'numero del acuerdo', 'acuerdo'],
  acuerdo_fecha: ['fecha de acuerdo', 'fecha del acuerdo'],
}

const NAMES = Object.fromEntries(COLUMNAS_IMPORTACION.map((columna) => [columna, [plainKey(columna), ...ALIASES[columna]]])) as Record<
  ColumnaImportacion,
  string[]
>
