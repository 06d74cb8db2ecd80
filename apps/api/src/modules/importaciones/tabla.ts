/** What both sides of the worker boundary know about an uploaded table: shape, limits, refusals. No parser is loaded here. */
export const LIMITES = {
  bytes: 10 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  filas: 20_000,
  columnas: 60,
  caracteres: 2_000,
} as const

export interface Tabla {
  /** First row that is not blank, trimmed. */
  columnas: string[]
  /** As many cells as columns; blank rows in between stay, so that `primeraFila` + index is the number the spreadsheet shows. */
  filas: string[][]
  primeraFila: number
}

export const RAZONES = {
  vacio: 'El archivo está vacío o no tiene filas debajo de los encabezados.',
  demasiado_grande: 'El archivo pesa más de 10 MB.',
  formato: 'El archivo no es CSV, XLSX ni XLS.',
  extension: 'La terminación del nombre no corresponde con el contenido del archivo. Guárdelo de nuevo como CSV o XLSX.',
  protegido: 'El archivo está protegido con contraseña. Quítele la protección y vuelva a subirlo.',
  contenido_excesivo: 'El contenido del archivo, ya descomprimido, es demasiado grande.',
  demasiadas_filas: 'La tabla tiene más de 20,000 filas.',
  demasiadas_columnas: 'La tabla tiene más de 60 columnas.',
  celda_larga: 'Hay una celda con más de 2,000 caracteres.',
  caracter_prohibido: 'Hay una celda con caracteres de control que no se admiten.',
  encabezado_vacio: 'Hay datos en una columna sin encabezado.',
  encabezado_repetido: 'Hay dos columnas con el mismo encabezado.',
  ilegible: 'El archivo está dañado o sus comillas no cierran, y no se puede leer.',
  tiempo: 'El archivo tardó demasiado en leerse. Divídalo y vuelva a intentar.',
  ocupado: 'Hay muchos archivos en espera. Intente de nuevo en un momento.',
} as const

export type CodigoRechazo = keyof typeof RAZONES

export interface TablaRefused {
  ok: false
  codigo: CodigoRechazo
  razon: string
}

export type TablaResult = { ok: true; tabla: Tabla } | TablaRefused

/** `where` says the place in the file, never its content. */
export function refuse(codigo: CodigoRechazo, where?: string): TablaRefused {
  const razon = RAZONES[codigo]
  return { ok: false, codigo, razon: where ? `${razon} Está en ${where}.` : razon }
}

export type Formato = 'csv' | 'xlsx' | 'xls'

const EXTENSIONS: Record<string, Formato> = { csv: 'csv', txt: 'csv', tsv: 'csv', xlsx: 'xlsx', xls: 'xls' }

/** The format by its first bytes; a name that says another thing is refused. */
export function detectFormato(content: Buffer, nombreArchivo: string): Formato | TablaRefused {
  const named = EXTENSIONS[/\.([^.]+)$/.exec(nombreArchivo)?.[1]?.toLowerCase() ?? '']
  if (!named) return refuse('formato')
  const found = formatoByContent(content)
  if (found === named) return found
  // Excel wraps a workbook that has a password in the container of the old format.
  return found === 'xls' && named === 'xlsx' ? refuse('protegido') : refuse('extension')
}

// In hexadecimal: PDF, PNG, JPEG, GIF, RTF, gzip, RAR, 7z, and whatever opens with "<".
const OTHER_FORMATS = /^(25504446|89504e47|ffd8ff|47494638|7b5c727466|1f8b|52617221|377abcaf|(20|09|0a|0d)*3c)/

function formatoByContent(content: Buffer): Formato | null {
  const head = content.toString('hex', 0, 16)
  if (head.startsWith('504b0304')) return 'xlsx'
  if (head.startsWith('d0cf11e0a1b11ae1')) return 'xls'
  return OTHER_FORMATS.test(head) ? null : 'csv'
}
