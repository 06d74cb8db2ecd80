import { plainKey } from '../../base/text.ts'
import { recordOf } from '../../base/typed.ts'
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

/** Columns that a source may lack: a missing one leaves the data as they are. A blank in any other would be taken for a datum. */
export const COLUMNAS_OPCIONALES: readonly ColumnaImportacion[] = [
  'partido_origen',
  'segundo_apellido',
  'apodo',
  'accion_afirmativa',
  'eleccion_consecutiva',
]

/** Heading of the file under which each column is. */
export type AsignacionColumnas = Partial<Record<ColumnaImportacion, string>>

/**
 * Finds the columns by their headings, in any order, accents, case and blanks; where two headings could be one column, neither is.
 * Columns with other headings are left alone: nothing of them is read or kept.
 */
export function reconocerColumnas(encabezados: readonly string[]): AsignacionColumnas {
  const keys = encabezados.map(plainKey)
  const found = COLUMNAS_IMPORTACION.flatMap((columna) => {
    const places = encabezados.filter((_, at) => NAMES[columna].includes(keys[at] ?? ''))
    return places.length === 1 ? [[columna, places[0]] as const] : []
  })
  return Object.fromEntries(found)
}

/** Whether a list can be read as it is, without asking anybody: each column was found. */
export function isCompleta(asignacion: AsignacionColumnas): boolean {
  return COLUMNAS_IMPORTACION.every((columna) => asignacion[columna] !== undefined)
}

/** Why a file cannot be read with these columns, by column; empty when it can. */
export function razonesContraAsignacion(
  asignacion: AsignacionColumnas,
  encabezados: readonly string[],
): { columna: ColumnaImportacion; razon: string }[] {
  const uses = new Map<string, number>()
  for (const titulo of Object.values(asignacion)) uses.set(titulo, (uses.get(titulo) ?? 0) + 1)
  return COLUMNAS_IMPORTACION.flatMap((columna) => {
    const razon = againstColumna(columna, { titulo: asignacion[columna], encabezados, uses })
    return razon === null ? [] : [{ columna, razon }]
  })
}

function againstColumna(
  columna: ColumnaImportacion,
  { titulo, encabezados, uses }: { titulo: string | undefined; encabezados: readonly string[]; uses: Map<string, number> },
): string | null {
  if (titulo === undefined) return COLUMNAS_OPCIONALES.includes(columna) ? null : 'Falta decir en qué columna del archivo está.'
  if (!encabezados.includes(titulo)) return `El archivo no tiene la columna «${titulo}».`
  return (uses.get(titulo) ?? 0) > 1 ? `«${titulo}» está asignada a más de una columna.` : null
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

const NAMES = recordOf(COLUMNAS_IMPORTACION, (columna) => [plainKey(columna), ...ALIASES[columna]])
