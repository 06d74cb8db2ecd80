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

export type Celdas = Record<ColumnaImportacion, string>

/** Headings of the template, each of which is recognised. */
export const TITULOS_IMPORTACION: Record<ColumnaImportacion, string> = {
  clave: 'Clave',
  cargo: 'Cargo',
  demarcacion: 'Demarcación',
  actor_politico: 'Actor político',
  partido_origen: 'Partido de origen',
  numero: 'Número',
  calidad: 'Calidad',
  nombre: 'Nombre',
  primer_apellido: 'Primer apellido',
  segundo_apellido: 'Segundo apellido',
  apodo: 'Apodo',
  sexo: 'Sexo',
  fecha_nacimiento: 'Fecha de nacimiento',
  accion_afirmativa: 'Acción afirmativa',
  eleccion_consecutiva: 'Elección consecutiva',
  acuerdo_numero: 'Número de acuerdo',
  acuerdo_fecha: 'Fecha del acuerdo',
}

/** Columns that a source may lack: the data stay as they are, or the row tells them in another way (the clave by its place, the number by its cargo). */
export const COLUMNAS_OPCIONALES: readonly ColumnaImportacion[] = [
  'clave',
  'partido_origen',
  'numero',
  'calidad',
  'primer_apellido',
  'segundo_apellido',
  'apodo',
  'accion_afirmativa',
  'eleccion_consecutiva',
]

/** Columns of few values, which a file may write in its own way: each way is said once. */
export const COLUMNAS_CON_CATALOGO = [
  'cargo',
  'demarcacion',
  'actor_politico',
  'partido_origen',
  'calidad',
  'sexo',
  'accion_afirmativa',
  'eleccion_consecutiva',
] as const satisfies readonly ColumnaImportacion[]
export type ColumnaConCatalogo = (typeof COLUMNAS_CON_CATALOGO)[number]

/** Columns that may be one value for the whole file. */
export const COLUMNAS_FIJAS = [
  'cargo',
  'demarcacion',
  'actor_politico',
  'calidad',
  'acuerdo_numero',
  'acuerdo_fecha',
] as const satisfies readonly ColumnaImportacion[]
export type ColumnaFija = (typeof COLUMNAS_FIJAS)[number]

/** Heading of the file under which each column is. */
export type AsignacionColumnas = Partial<Record<ColumnaImportacion, string>>

/** Value of a column that the file does not have and that is the same in each row. */
export type ValoresFijos = Partial<Record<ColumnaFija, string>>

/** Column of reasons that rejected rows come back with, and columns that only count the rows: nobody is asked what they are. */
export const COLUMNA_RAZONES = 'Por qué se rechazó'
const SIN_USO = [COLUMNA_RAZONES, 'consecutivo', 'cons'].map(plainKey)

/**
 * Finds the columns by their headings, in any order, accents, case and blanks; where two headings could be one column, neither is. A hidden
 * column is taken only where no other one could be it. Columns with other headings are left alone: nothing of them is read or kept.
 */
export function reconocerColumnas(
  encabezados: readonly string[],
  { ocultas = [], contadores = [] }: { ocultas?: readonly number[]; contadores?: readonly number[] } = {},
): AsignacionColumnas {
  const keys = encabezados.map((titulo, at) => keysOfTitulo(titulo).filter((key) => !(contadores.includes(at) && CUENTAN.includes(key))))
  const found = COLUMNAS_IMPORTACION.flatMap((columna) => {
    const places = encabezados.flatMap((_, at) => (keys[at]?.some((key) => NAMES[columna].includes(key)) ? [at] : []))
    const visible = places.filter((at) => !ocultas.includes(at))
    const [only, ...others] = visible.length > 0 ? visible : places
    return only !== undefined && others.length === 0 ? [[columna, encabezados[only]] as const] : []
  })
  return Object.fromEntries(found)
}

/** Headings of a number that often only counts the rows: where it does, somebody says what it is. */
const CUENTAN = ['no', 'n', 'num']

/** Below a merged heading it may be the lower one that names the column. */
function keysOfTitulo(titulo: string): string[] {
  return [plainKey(titulo), plainKey(titulo.split(' · ').at(-1) ?? '')].filter((key) => key !== '')
}

/** Whether a list can be read as it is, without asking anybody: each column was found, or no heading is left that could be another one. */
export function isCompleta(asignacion: AsignacionColumnas, encabezados: readonly string[], ocultas: readonly number[] = []): boolean {
  if (COLUMNAS_IMPORTACION.every((columna) => asignacion[columna] !== undefined)) return true
  const used = Object.values(asignacion)
  const left = encabezados.filter((titulo, at) => !ocultas.includes(at) && titulo !== '' && !used.includes(titulo))
  return left.every((titulo) => SIN_USO.includes(plainKey(titulo))) && razonesContraAsignacion(asignacion, encabezados).length === 0
}

/** Why a file cannot be read with these columns, by column; empty when it can. */
export function razonesContraAsignacion(
  asignacion: AsignacionColumnas,
  encabezados: readonly string[],
  fijos: ValoresFijos = {},
): { columna: ColumnaImportacion; razon: string }[] {
  const uses = new Map<string, number>()
  for (const titulo of Object.values(asignacion)) uses.set(titulo, (uses.get(titulo) ?? 0) + 1)
  const given: AsignacionColumnas = fijos
  return COLUMNAS_IMPORTACION.flatMap((columna) => {
    const titulo = asignacion[columna]
    if (titulo === undefined && (given[columna] ?? '') !== '') return []
    const razon = againstColumna(columna, { titulo, encabezados, uses })
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
  clave: ['clave de la candidatura', 'clave candidatura', 'clave de candidatura'],
  cargo: ['cargo de eleccion', 'cargo postulado', 'cargo al que se postula', 'candidatura', 'cargo de eleccion popular', 'puesto'],
  demarcacion: ['distrito o municipio', 'municipio o distrito', 'municipio', 'distrito', 'distrito electoral', 'distrito local', 'distrito electoral local', 'municipio distrito', 'distrito municipio', 'ayuntamiento', 'comunidad', 'municipio o comunidad', 'pueblo o comunidad'], // prettier-ignore
  actor_politico: ['actor politico que postula', 'postulante', 'partido', 'partido politico', 'partido politico o coalicion', 'partido o coalicion', 'partido coalicion', 'partido politico coalicion', 'partido politico coalicion o candidatura independiente', 'siglas', 'actor', 'postulado por', 'postulada por'], // prettier-ignore
  partido_origen: [
    'partido de origen',
    'partido de origen partidario',
    'origen partidista',
    'origen partidario',
    'partido postulante en la coalicion',
  ],
  numero: ['num', 'no', 'n', 'numero de lista', 'numero de formula', 'numero de lista o de formula', 'posicion', 'lugar en la lista', 'numero de regiduria', 'formula', 'prelacion', 'orden de prelacion'], // prettier-ignore
  calidad: ['propietaria o suplente', 'calidad de la candidatura', 'propietario o suplente', 'prop sup', 'propietario suplente', 'propietaria suplente', 'caracter', 'tipo', 'tipo de candidatura', 'prop o sup', 'p s'], // prettier-ignore
  nombre: ['nombres', 'nombre s', 'nombre completo', 'nombre de la candidatura', 'nombre de la candidata o candidato', 'nombre de la persona candidata', 'candidata o candidato', 'candidato a', 'nombre del candidato', 'nombre del candidato a', 'persona candidata', 'candidato', 'nombre y apellidos', 'apellidos y nombre'], // prettier-ignore
  primer_apellido: ['apellido paterno', 'apellido 1', 'paterno', 'a paterno', 'ap paterno', '1er apellido', '1 apellido'],
  segundo_apellido: ['apellido materno', 'apellido 2', 'materno', 'a materno', 'ap materno', '2do apellido', '2o apellido', '2 apellido'],
  apodo: ['sobrenombre', 'apodo o sobrenombre', 'sobrenombre o apodo', 'alias', 'mote'],
  sexo: ['genero', 'sexo o genero', 'genero o sexo', 'sexo h m', 'genero h m', 'h m'],
  fecha_nacimiento: [
    'fecha de nacimiento',
    'nacimiento',
    'fecha de nac',
    'fec nac',
    'f nacimiento',
    'fecha nac',
    'fecha de nacimiento dd mm aaaa',
  ],
  accion_afirmativa: ['grupo de accion afirmativa', 'acciones afirmativas', 'grupo de atencion prioritaria', 'grupo en situacion de vulnerabilidad', 'cuota'], // prettier-ignore
  eleccion_consecutiva: ['reeleccion', 'eleccion consecutiva si no', 'via eleccion consecutiva'],
  acuerdo_numero: [
    'numero de acuerdo',
    'numero del acuerdo',
    'acuerdo',
    'no de acuerdo',
    'no acuerdo',
    'acuerdo de registro',
    'clave del acuerdo',
  ],
  acuerdo_fecha: ['fecha de acuerdo', 'fecha del acuerdo', 'fecha de aprobacion', 'fecha del acuerdo de registro', 'del dia'],
}

const NAMES = recordOf(COLUMNAS_IMPORTACION, (columna) => [plainKey(columna), ...ALIASES[columna]])
