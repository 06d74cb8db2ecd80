import { longDate, type Membrete } from '@conoceles/domain'
import type { PdfBlock, PdfDocument, PdfFact, PdfMembrete } from '../pdf/model.ts'
import { measureColumns } from '../pdf/columns.ts'

/**
 * Letterhead of a document. A document takes it on with one line: `{ ...document, membrete: enPapel(membrete, { encabezado, marcas }) }`,
 * where `membrete` is `membreteDe(catalogos.membrete, …)` of the domain. From then on its PDF and its DOCX have the look of the papers that
 * a council signs; `institute`, `proceso` and `foot` are no longer printed, and a notice goes among the `marcas`.
 */
export function enPapel(
  { rotulo: _rotulo, presente: _presente, copias: _copias, emblema, ...membrete }: Membrete,
  { encabezado, marcas }: Pick<PdfMembrete, 'encabezado' | 'marcas'>,
): PdfMembrete {
  return { ...membrete, emblema: emblema === null ? null : Buffer.from(emblema, 'base64'), encabezado, marcas }
}

/** "Cuernavaca, Morelos, a 25 de abril de 2024". */
export function lugarYFecha(lugar: string | null, fecha: string): string {
  return lugar === null ? `A ${longDate(fecha)}` : `${lugar}, a ${longDate(fecha)}`
}

export function enMayusculas(text: string): string {
  return text.toLocaleUpperCase('es-MX')
}

/** A table with columns as wide as their texts. */
export function tablaOf(titles: string[], rows: string[][]): PdfBlock {
  return { type: 'table', columns: measureColumns(titles, rows, 'portrait'), rows }
}

/** The same with a last column in which each row is signed: no signature is read apart from its name. */
export function tablaConFirma(titles: string[], rows: string[][]): PdfBlock {
  // A column in which nothing is printed is written by hand.
  const measured = measureColumns(titles, rows, 'portrait').map((column, at) => (rows.some((row) => row[at]) ? column : { ...column, width: FIRMA })) // prettier-ignore
  const columns = [...measured, { title: 'Firma', width: FIRMA }]
  return { type: 'table', firma: true, columns, rows: rows.map((row) => [...row, '']) }
}

/** Letters of a column to write or sign in. */
const FIRMA = 20

export interface Constancia {
  /** Facts of the system: when it was registered, its folio. */
  facts: PdfFact[]
  archivos: { nombre: string; sha256: string }[]
}

/** Last page, apart from the document that is signed: it lets anybody check its files. */
export function constanciaOf({ facts, archivos }: Constancia): PdfBlock[] {
  return [
    { type: 'page' },
    { type: 'lines', align: 'center', strong: true, keep: true, lines: ['Constancia de integridad'] },
    { type: 'paragraph', text: 'Esta hoja no forma parte del documento. Sirve para comprobar sus archivos y su registro en el sistema.' },
    ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
    ...(archivos.length > 0 ? [tablaOf(['Archivo', 'Huella SHA-256'], archivos.map(({ nombre, sha256 }) => [nombre, sha256]))] : []), // prettier-ignore
  ]
}

/** A field of a template, or a gap that a person fills: "[Asiente lo tratado.]". */
const FIELD = /\{\w+\}|\[[A-ZÁÉÍÓÚ][^[\]]*\]/gu
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/u

/** Why a document may not be handed out as final, by what its own paper shows; as sentences. */
export function faltasDePapel({ blocks, membrete, title }: PdfDocument): string[] {
  const texts = textsOf([title, membrete, blocks])
  const fields = new Set(texts.flatMap((text) => text.match(FIELD) ?? []))
  return [
    ...[...fields].map((field) => `Queda un campo sin llenar: ${field}.`),
    ...(texts.some((text) => /por confirmar/iu.test(text)) ? ['Dice «por confirmar».'] : []),
    ...(texts.some((text) => /…\/|\/…|_{3}/u.test(text)) ? ['El número está incompleto.'] : []),
    ...(texts.some((text) => INVISIBLE.test(text)) ? ['Lleva signos que no se ven.'] : []),
  ]
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  return Object.values(value).flatMap(textsOf)
}

/** The same document with a mark more at the head of each page. */
export function conMarca(document: PdfDocument, marca: string): PdfDocument {
  const { membrete } = document
  return membrete ? { ...document, membrete: { ...membrete, marcas: [...membrete.marcas, marca] } } : document
}
