/** Facts of an uploaded table for both sides of the worker boundary: shape, limits, refusals. No parser is loaded here. */
export const LIMITES = {
  bytes: 32 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  hojas: 20,
  filas: 120_000,
  columnas: 60,
  caracteres: 10_000,
} as const

/** A row with content; its cells as trimmed text in NFC. */
export interface Fila {
  /** As the spreadsheet shows it. */
  numero: number
  celdas: string[]
}

/** Cells from `desde` to `hasta` (rows, as the spreadsheet shows them) and from `columna` to `hastaColumna` (from 0). */
export interface Rango {
  desde: number
  hasta: number
  columna: number
  hastaColumna: number
}

/** Day that a workbook counts its dates from. */
export type Epoca = 1900 | 1904

/** First rows of a sheet, before anybody says which of them are its headings. */
export interface Vista {
  hoja: string
  /** Whether the workbook hides the sheet from its readers. */
  oculta: boolean
  /** The first that are not blank, no more than `FILAS_VISTAS`. */
  filas: Fila[]
  /** Merged cells that touch them. */
  combinadas: Rango[]
  /** Hidden columns, from 0. */
  ocultas: number[]
  epoca: Epoca
}

export const FILAS_VISTAS = 30

/** Text of a cell whose formula fails; the same as in the domain, which the process that reads does not load. */
export const CELDA_CON_ERROR = '#ERROR!'

/** Part of a sheet to read: the rows below its headings, which take `alto` rows. */
export interface Lectura {
  hoja: string
  /** First row of the headings, as the spreadsheet shows it. */
  encabezado: number
  alto: number
  /** Whether a cell whose formula fails refuses the file: of a format that has no question to ask. */
  estricta?: true
}

const RAZONES = {
  vacio: 'El archivo está vacío o no tiene filas debajo de los encabezados.',
  demasiado_grande: 'El archivo pesa más de 32 MB.',
  formato: 'El archivo no es CSV, XLSX ni XLS.',
  extension: 'La terminación del nombre no corresponde con el contenido del archivo. Guárdelo de nuevo como CSV o XLSX.',
  protegido: 'El archivo está protegido con contraseña. Quítele la protección y vuelva a subirlo.',
  contenido_excesivo: 'El contenido del archivo, ya descomprimido, es demasiado grande.',
  demasiadas_hojas: 'El libro tiene más de 20 hojas.',
  demasiadas_filas: 'La tabla tiene más de 120,000 filas.',
  demasiadas_columnas: 'La tabla tiene más de 60 columnas.',
  celda_larga: 'Hay una celda con más de 10,000 caracteres.',
  celda_con_error: 'Hay una celda cuyo cálculo da error. Corríjala o escriba el dato.',
  caracter_prohibido: 'Hay una celda con caracteres de control que no se admiten.',
  encabezado_vacio: 'Hay datos en una columna sin encabezado.',
  comillas:
    'Hay comillas dentro de una celda que no empieza con ellas. Escríbala entre comillas, con las de adentro dobles, o guarde el archivo como XLSX.',
  hoja_oculta: 'La única hoja con datos no está a la vista. Muéstrela y vuelva a subir el archivo.',
  ilegible: 'El archivo está dañado o sus comillas no cierran, y no se puede leer.',
  tiempo: 'El archivo tardó demasiado en leerse. Divídalo y vuelva a intentar.',
} as const

export type CodigoRechazo = keyof typeof RAZONES

export interface TablaRefused {
  codigo: CodigoRechazo
  razon: string
}

/** `where` says the place in the file, never its content. */
export function refuse(codigo: CodigoRechazo, where?: string): TablaRefused {
  const razon = RAZONES[codigo]
  return { codigo, razon: where ? `${razon} Está en ${where}.` : razon }
}

/** Thrown by readers of files; caught where the worker answers. */
export class TablaError extends Error {
  readonly refused: TablaRefused

  constructor(codigo: CodigoRechazo, where?: string) {
    super(codigo)
    this.refused = refuse(codigo, where)
  }
}

export type FormatoArchivo = 'csv' | 'xlsx' | 'xls' | 'docx'

const EXTENSIONS: Record<string, FormatoArchivo> = { csv: 'csv', txt: 'csv', tsv: 'csv', xlsx: 'xlsx', xls: 'xls', docx: 'docx' }
const DE_LISTA: readonly FormatoArchivo[] = ['csv', 'xlsx', 'xls']

/** The format by its first bytes; a contradicting name is refused, and so is an unreadable file. */
export function detectFormato(
  content: Buffer,
  nombreArchivo: string,
  admitidos: readonly FormatoArchivo[] = DE_LISTA,
): FormatoArchivo | TablaRefused {
  if (content.length === 0) return refuse('vacio')
  if (content.length > LIMITES.bytes) return refuse('demasiado_grande')
  const named = formatoByName(nombreArchivo)
  if (named === null || !admitidos.includes(named)) return refuse('formato')
  return agreed(named, formatoByContent(content))
}

function agreed(named: FormatoArchivo, found: FormatoArchivo | null): FormatoArchivo | TablaRefused {
  // Word and Excel pack their parts in the same way: which one it is, its parts say.
  if (found === named || (found === 'xlsx' && named === 'docx')) return named
  // Office wraps a file that has a password in the container of the old format.
  return found === 'xls' && named !== 'csv' ? refuse('protegido') : refuse('extension')
}

function formatoByName(nombreArchivo: string): FormatoArchivo | null {
  const [, extension = ''] = /\.([^.]+)$/.exec(nombreArchivo) ?? []
  return EXTENSIONS[extension.toLowerCase()] ?? null
}

// In hexadecimal: PDF, PNG, JPEG, GIF, RTF, gzip, RAR, 7z, and anything that opens with "<".
const OTHER_FORMATS = /^(25504446|89504e47|ffd8ff|47494638|7b5c727466|1f8b|52617221|377abcaf|(20|09|0a|0d)*3c)/

function formatoByContent(content: Buffer): FormatoArchivo | null {
  const head = content.toString('hex', 0, 16)
  if (head.startsWith('504b0304')) return 'xlsx'
  if (head.startsWith('d0cf11e0a1b11ae1')) return 'xls'
  return OTHER_FORMATS.test(head) ? null : 'csv'
}
