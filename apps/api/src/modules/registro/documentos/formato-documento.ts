import { keysOf } from '@conoceles/domain/typed'
import { inflate, readZip, ZipError, type Allowance, type ZipEntry } from '../../../shared/archivos/unzip.ts'

/** Accepted formats: PDF for signed documents, Word and Excel for drafts on which members write. */
const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const FORMATOS = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const
export type Formato = keyof typeof FORMATOS

/** The extension under which a received file is handed out again. */
export function formatoDe(medio: string): Formato {
  return keysOf(FORMATOS).find((formato) => FORMATOS[formato] === medio) ?? 'pdf'
}

/** Tells the format of a document by its bytes, or the sentence of its refusal. The name only counts when it contradicts them. */
export async function judgeDocumento(nombre: string, contenido: Buffer): Promise<{ formato: Formato } | { razon: string }> {
  const found = await judgeBytes(contenido)
  if ('razon' in found) return found
  const [, extension = ''] = /\.([^.]+)$/.exec(nombre.toLowerCase()) ?? []
  const lies = NAMED.includes(extension) && extension !== found.formato
  return lies ? { razon: `El nombre termina en .${extension}, pero el contenido es ${found.formato.toUpperCase()}.` } : found
}

/** Endings that name a format. */
const NAMED = ['pdf', 'doc', 'docx', 'docm', 'dotx', 'dotm', 'xls', 'xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb', 'zip', 'odt', 'ods']

const RAZONES = {
  formato: 'El documento debe ser un PDF, un DOCX o un XLSX completo.',
  antiguo: 'El documento tiene contraseña o es de un formato anterior. Guárdelo sin contraseña como DOCX, XLSX o PDF.',
  macros: 'El documento lleva macros u otro programa. Guárdelo sin ellos, como DOCX, XLSX o PDF.',
  excesivo: 'El contenido del documento, ya descomprimido, es demasiado grande.',
  ilegible: 'El documento está dañado y no se puede leer. Vuelva a guardarlo.',
} as const

const refuse = (cause: keyof typeof RAZONES) => ({ razon: RAZONES[cause] })

async function judgeBytes(contenido: Buffer): Promise<{ formato: Formato } | { razon: string }> {
  const head = contenido.toString('latin1', 0, 8)
  if (head.startsWith('%PDF-')) return contenido.subarray(-1_024).includes('%%EOF') ? { formato: 'pdf' } : refuse('formato')
  if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return refuse('antiguo')
  if (!head.startsWith('PK\x03\x04')) return refuse('formato')
  try {
    return await judgeArchive(contenido)
  } catch (error) {
    if (error instanceof ZipError) return refuse(error.fault)
    throw error
  }
}

/** Everything that Word or Excel would unpack. */
const MAX_INFLATED = 128 * 1024 * 1024
const CONTENT_TYPES = '[Content_Types].xml'

async function judgeArchive(archive: Buffer): Promise<{ formato: Formato } | { razon: string }> {
  const entries = readZip(archive, MAX_INFLATED)
  const types = entries.get(CONTENT_TYPES)
  if (!types) return refuse('formato')
  const names = [...entries.keys()]
  if ([...entries.values()].some(({ encrypted }) => encrypted)) return refuse('antiguo')
  if (names.some(isProgram)) return refuse('macros')
  const declared = await readAll(archive, [...entries.values()], types)
  if (PROGRAM_TYPES.test(declared)) return refuse('macros')
  const main = MAIN_PARTS.filter(({ part, type }) => entries.has(part) && declared.includes(`"${type}"`))
  const [only] = main
  return only && main.length === 1 && !ESCAPED.test(declared) ? { formato: only.formato } : refuse('formato')
}

const MAIN_PARTS: { formato: Formato; part: string; type: string }[] = [
  { formato: 'docx', part: 'word/document.xml', type: `${FORMATOS.docx}.main+xml` },
  { formato: 'xlsx', part: 'xl/workbook.xml', type: `${FORMATOS.xlsx}.main+xml` },
]

const PROGRAM_TYPES = /macroenabled|macrosheet|vbaproject|activex|oleobject/i
/** Written so that a search in the text would not find it; no program writes it in this part. */
const ESCAPED = /&#|<!/

/** Parts that hold or carry a program, and names that would leave the folder where somebody unpacks them. */
function isProgram(name: string): boolean {
  const embedded = /(^|\/)embeddings\//i.test(name) && !/\.(docx|xlsx)$/i.test(name)
  return embedded || /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)(macrosheets|dialogsheets|activex)\/|\\|(^|\/)\.\.(\/|$)|^\//i.test(name)
}

/** Inflates each part, because sizes that an archive declares may lie; hands back the text of one. */
async function readAll(archive: Buffer, entries: readonly ZipEntry[], wanted: ZipEntry): Promise<string> {
  const left: Allowance = { bytes: MAX_INFLATED }
  const kept: Buffer[] = []
  for (const entry of entries) {
    for await (const piece of inflate(archive, entry, left)) if (entry === wanted) kept.push(piece)
  }
  return Buffer.concat(kept).toString('utf8')
}
