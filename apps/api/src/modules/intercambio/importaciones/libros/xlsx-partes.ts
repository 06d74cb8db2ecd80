import { posix } from 'node:path'
import { SSF } from '@e965/xlsx'
import { inflate, ZipError, type Allowance, type ZipEntry } from '../../../../shared/archivos/unzip.ts'
import { TablaError } from './tabla.ts'
import { localName, readXml, unescapeText } from './xml.ts'

export interface Parte {
  archive: Buffer
  entry: ZipEntry
  left: Allowance
}

export async function* piecesOf({ archive, entry, left }: Parte): AsyncGenerator<Buffer> {
  try {
    yield* inflate(archive, entry, left)
  } catch (error) {
    blameArchive(error)
  }
}

/** A fault of the archive is a refusal of the table. */
export function blameArchive(error: unknown): never {
  if (!(error instanceof ZipError)) throw error
  throw new TablaError(error.fault === 'excesivo' ? 'contenido_excesivo' : 'ilegible')
}

/** The sheets in their order, each with the path of its part. */
export async function readPartes(
  workbook: Parte,
  relations: Parte | null,
): Promise<{ hojas: { nombre: string; oculta: boolean; ruta: string }[]; date1904: boolean }> {
  const rutas = new Map<string, string>()
  if (relations) {
    await readXml(piecesOf(relations), {
      open: (name, { Id, Target }) => void (name === 'Relationship' && Id && Target && rutas.set(Id, Target)),
    })
  }
  const sheets: { nombre: string; oculta: boolean; id: string }[] = []
  let date1904 = false
  await readXml(piecesOf(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (name === 'sheet')
        sheets.push({ nombre: attributes.name ?? '', oculta: /hidden$/i.test(attributes.state ?? ''), id: relationId(attributes) })
    },
  })
  return { date1904, hojas: sheets.map(({ id, ...sheet }) => ({ ...sheet, ruta: toPath(rutas.get(id) ?? '') })) }
}

function relationId(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id')?.[1] ?? ''
}

function toPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Characters that all shared texts together may have: a part that repeats one text a million times is read, a bomb is not. */
const MAX_TEXTOS = 64 * 1024 * 1024

/** Texts that cells share, by their number; phonetic readings are no part of them. */
export async function readTextos(parte: Parte | null): Promise<string[]> {
  const textos: string[] = []
  if (!parte) return textos
  let text = ''
  let length = 0
  let depth = { t: 0, phonetic: 0 }
  await readXml(piecesOf(parte), {
    open(name) {
      if (name === 'si') text = ''
      depth = { t: depth.t + Number(name === 't'), phonetic: depth.phonetic + Number(name === 'rPh') }
    },
    text(piece) {
      if (depth.t > 0 && depth.phonetic === 0) text += piece
    },
    close(name) {
      depth = { t: depth.t - Number(name === 't'), phonetic: depth.phonetic - Number(name === 'rPh') }
      if (name !== 'si') return
      textos.push(unescapeText(text))
      if ((length += text.length) > MAX_TEXTOS) throw new TablaError('contenido_excesivo')
    },
  })
  return textos
}

/** Whether each style of cells shows a number as a date. */
export async function readEstilos(parte: Parte | null): Promise<boolean[]> {
  const fechas: boolean[] = []
  if (!parte) return fechas
  const formats = new Map<string, string>()
  let inside = false
  await readXml(piecesOf(parte), {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(numFmtId, formatCode)
      if (name === 'cellXfs') inside = true
      if (name === 'xf' && inside) fechas.push(isDateFormat(numFmtId, formats))
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return fechas
}

function isDateFormat(id: string, formats: Map<string, string>): boolean {
  const format: unknown = formats.get(id) ?? SSF.get_table()[Number(id)]
  return typeof format === 'string' && SSF.is_date(format) === true
}
