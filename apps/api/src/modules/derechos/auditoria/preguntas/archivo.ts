import { stringify } from 'csv-stringify/sync'
import { longDate } from '@conoceles/domain'
import type { Emisor } from '../../../intercambio/exportaciones/index.ts'
import { CSV } from '../../../../shared/archivos/csv.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../../shared/documentos/pdf/columns.ts'
import type { PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { cellText, type Cell, type Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import type { Prueba } from './prueba.ts'
import type { Periodo, Respuesta } from './respuesta.ts'

/** A question as it was answered, before it is a file. */
export interface Hoja {
  emisor: Emisor
  origen: string
  pregunta: string
  periodo: Periodo
  palabras: string | null
  respuesta: Respuesta
  prueba: Prueba
  /** Name of the account that asked. */
  pidio: string
  /** Instant of the legal clock, in ISO form. */
  corte: string
}

const ACTOS = 'Actos de la bitácora'
const NINGUNA = 'Ninguna todavía'
const AVISO = 'Simulacro: todas las personas de este documento son ficticias.'

export function toWorkbook(hoja: Hoja): Workbook {
  const rows = rowsOf(hoja)
  const page = { page: 'landscape', wrap: true } as const
  return {
    title: hoja.pregunta,
    author: hoja.emisor.instituto.nombre,
    createdAt: hoja.corte,
    sheets: [
      { name: 'Respuesta', widths: widthsOf(rows), headerRows: 1, ...page, rows },
      {
        name: 'Prueba',
        widths: [8, 32, 28, 66, 18],
        headerRows: 1,
        ...page,
        rows: [['Acto', 'Qué fue', 'Cuándo', 'Huella', 'Cabeza firmada que lo cubre'], ...proofRows(hoja)],
      },
      { name: 'Acerca', widths: [26, 120], headerRows: 0, ...page, rows: about(hoja) },
    ],
  }
}

/** As the columns of the PDF: all of them on one page, in letters that can be read on paper. */
function widthsOf([titles = [], ...rows]: readonly Cell[][]): number[] {
  const columns = measureColumns(titles.map(cellText), rows.map((row) => row.map(cellText)), 'landscape') // prettier-ignore
  return columns.map(({ width }) => Math.max(9, Math.round(width * SIGNS) + 1))
}

/** Signs of a sheet for each letter's size of a PDF: a page then holds its table at nine tenths or more. */
const SIGNS = 1.7

/** A table alone, so that any program reads its first row as headings; each row says what was asked and when, and proves itself. */
export function toCsv(hoja: Hoja): Buffer {
  const { columnas, filas } = hoja.respuesta
  const proofs = new Map(hoja.prueba.actos.map((acto) => [acto.n, acto]))
  const asked = [hoja.pregunta, instanteEnPalabras(hoja.corte, hoja.emisor.zona)]
  const rows = filas.map(({ celdas, actos }) => {
    const own = actos.flatMap((n) => proofs.get(n) ?? [])
    const hashes = own.map(({ hash }) => hash).join(', ')
    return [...asked, ...celdas, actos.join(', '), hashes, own.map(({ cabeza }) => cabeza ?? NINGUNA).join(', ')]
  })
  const headings = ['pregunta', 'consultada en', ...columnas, ACTOS, 'Huellas de esos actos', 'Cabezas firmadas que los cubren']
  return Buffer.from(stringify([headings, ...rows], { ...CSV, bom: true, quoted: true }))
}

export function toDocument(hoja: Hoja): PdfDocument {
  const { emisor, pregunta, respuesta, prueba, corte } = hoja
  const table = respuesta.filas.map(({ celdas, actos }) => [...celdas.map(breve), actos.join(', ')])
  const proof = proofRows(hoja).map((row) => row.map(cellText))
  return {
    title: pregunta,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `Pregunta de auditoría · ${instanteEnPalabras(corte, emisor.zona)}${emisor.simulacro ? ' · simulacro' : ''}`,
    notice: emisor.simulacro ? AVISO : null,
    createdAt: corte,
    orientation: 'landscape',
    blocks: [
      ...respuesta.frases.map((text) => ({ type: 'paragraph' as const, text })),
      { type: 'facts', facts: datosDe(hoja).map(([label, text]) => ({ label, text })) },
      ...(table.length === 0 ? [] : [{ type: 'table' as const, columns: measureColumns([...respuesta.columnas, ACTOS], table, 'landscape'), rows: table }]), // prettier-ignore
      { type: 'heading', level: 2, text: 'Prueba' },
      { type: 'paragraph', text: comprobar(hoja) },
      ...(prueba.actos.length === 0 ? [] : [{ type: 'table' as const, columns: PROOF_COLUMNS, rows: proof }]),
    ],
  }
}

/** On a sheet of paper the beginning of a hash is enough to find it in the file of rows. */
function breve(celda: string): string {
  return /^[0-9a-f]{64}$/.test(celda) ? `${celda.slice(0, 12)}…` : celda
}

const PROOF_COLUMNS = [
  { title: 'Acto', width: 8, align: 'end' as const },
  { title: 'Qué fue', width: 28 },
  { title: 'Cuándo', width: 24 },
  { title: 'Huella', width: 60 },
  { title: 'Cabeza firmada que lo cubre', width: 18 },
]

/** How anybody checks it without trusting this system. */
export function comprobar({ prueba, origen }: Pick<Hoja, 'prueba' | 'origen'>): string {
  const how = 'Descargue de la Bitácora el extracto y su COMPROBAR.txt: lo comprueba con sha256sum y openssl, sin programas del Instituto.'
  const { total, cabeza } = prueba
  if (!cabeza)
    return `Ninguna cabeza firmada cubre todavía estos actos; la siguiente se firma en la próxima hora o con el próximo corte. ${how}`
  const covers = `${cabeza.nombre}, ${cabeza.firmada}, cubre hasta el acto ${cabeza.n}, con la huella ${cabeza.hash}. Está publicada en ${origen}${cabeza.ruta}.`
  return total > 0
    ? `${cubiertos(prueba)} ${covers} ${how}`
    : `Esta respuesta no se apoya en ningún acto. ${covers} De lo posterior a esa cabeza nada está firmado todavía. ${how}`
}

/** More than these are counted. */
const DICHOS = 6

/** "Una cabeza firmada cubre 11 de 12 actos; falta el 109." */
function cubiertos({ total, sinCubrir }: Prueba): string {
  if (sinCubrir.length === 0) return `Una cabeza firmada cubre ${total === 1 ? 'el acto' : `los ${total.toLocaleString('es-MX')} actos`}.`
  const left = sinCubrir.length.toLocaleString('es-MX')
  const [first, last] = [sinCubrir[0], sinCubrir.at(-1)]
  const cuales =
    sinCubrir.length === 1
      ? `falta el ${first}`
      : sinCubrir.length <= DICHOS
        ? `faltan los actos ${new Intl.ListFormat('es-MX').format(sinCubrir.map(String))}`
        : `faltan ${left}, entre el ${first} y el ${last}`
  return `Una cabeza firmada cubre ${(total - sinCubrir.length).toLocaleString('es-MX')} de ${total.toLocaleString('es-MX')} actos; ${cuales}: los cubre la siguiente, que se firma en la próxima hora o con el próximo corte.`
}

function rowsOf({ respuesta: { columnas, filas } }: Hoja): Cell[][] {
  return [[...columnas, ACTOS], ...filas.map(({ celdas, actos }) => [...celdas, actos.join(', ')])]
}

function proofRows({ prueba }: Hoja): Cell[][] {
  return prueba.actos.map(({ n, acto, cuando, hash, cabeza }) => [n, acto, cuando, hash, cabeza ?? NINGUNA])
}

function about(hoja: Hoja): Cell[][] {
  const { emisor, pregunta, respuesta } = hoja
  return [
    ...(emisor.simulacro ? [['Aviso', AVISO]] : []),
    ['Pregunta', pregunta],
    ['Respuesta', respuesta.frases.join(' ')],
    ...datosDe(hoja),
    ['Cómo se comprueba', comprobar(hoja)],
  ]
}

function datosDe({ emisor, periodo, palabras, respuesta, pidio, corte }: Hoja): [label: string, text: string][] {
  return [
    ['Días', diasOf(periodo)],
    ...(palabras === null ? [] : [['Palabras buscadas', palabras] satisfies [string, string]]),
    ['Renglones', respuesta.filas.length.toLocaleString('es-MX')],
    ['Momento', instanteEnPalabras(corte, emisor.zona)],
    ['Lo pidió', pidio],
  ]
}

function diasOf({ desde, hasta }: Periodo): string {
  if (desde !== null && hasta !== null) return desde === hasta ? longDate(desde) : `Del ${longDate(desde)} al ${longDate(hasta)}`
  if (desde !== null) return `Desde el ${longDate(desde)}`
  return hasta === null ? 'Todos' : `Hasta el ${longDate(hasta)}`
}
