import { stringify } from 'csv-stringify/sync'
import {
  COLUMNAS_CON_CATALOGO,
  COLUMNAS_IMPORTACION,
  opcionesDe,
  TITULOS_IMPORTACION,
  type ColumnaConCatalogo,
  type IndiceImportacion,
} from '@conoceles/domain'
import type { Sheet } from '../../../shared/documentos/xlsx/model.ts'

/** The headings alone: UTF-8 with BOM and every cell quoted, so that spreadsheets open it with its accents and as text. */
export function createPlantilla(): Buffer {
  return Buffer.from(stringify([[...COLUMNAS_IMPORTACION]], { bom: true, quoted: true, record_delimiter: 'windows' }))
}

/** The template of one cargo: a blank list with drop-downs, the catalogues that they show, and how to fill it in. */
export function plantillaDe(cargo: { clave: string; nombre: string }, indice: IndiceImportacion): Sheet[] {
  const nombres = COLUMNAS_CON_CATALOGO.map((columna) => namesOf(columna, { cargo, indice }))
  const longest = Math.max(...nombres.map((each) => each.length))
  const catalogos = Array.from({ length: longest }, (_, at) => nombres.map((each) => each[at] ?? null))
  return [
    {
      name: LISTA,
      widths: COLUMNAS_IMPORTACION.map((columna) => Math.max(14, TITULOS_IMPORTACION[columna].length + 4)),
      headerRows: 1,
      page: 'landscape',
      rows: [COLUMNAS_IMPORTACION.map((columna) => TITULOS_IMPORTACION[columna])],
      lists: COLUMNAS_CON_CATALOGO.map((columna, at) => ({
        column: COLUMNAS_IMPORTACION.indexOf(columna),
        rows: ROWS,
        source: `'${CATALOGOS}'!$${letter(at)}$2:$${letter(at)}$${(nombres[at]?.length ?? 1) + 1}`,
      })),
    },
    { name: 'Cómo se llena', widths: [110], headerRows: 0, page: 'portrait', wrap: true, rows: AYUDA.map((line) => [line]) },
    {
      name: CATALOGOS,
      widths: COLUMNAS_CON_CATALOGO.map(() => 36),
      headerRows: 1,
      rows: [COLUMNAS_CON_CATALOGO.map((columna) => TITULOS_IMPORTACION[columna]), ...catalogos],
    },
  ]
}

const LISTA = 'Candidaturas'
const CATALOGOS = 'Catálogos'
const ROWS = 2_000

function letter(at: number): string {
  return String.fromCharCode(65 + at)
}

interface Around {
  cargo: { clave: string; nombre: string }
  indice: IndiceImportacion
}

function namesOf(columna: ColumnaConCatalogo, { cargo, indice }: Around): string[] {
  if (columna === 'cargo') return [cargo.nombre]
  if (columna !== 'demarcacion') return opcionesDe(columna, indice).map(({ nombre }) => nombre)
  return indice.demarcacionesDe(cargo.clave).map(({ nombre }) => nombre)
}

const AYUDA = [
  'Escriba una candidatura en cada fila de la hoja «Candidaturas». La propietaria y su suplente van en dos filas, con el mismo número.',
  'Cargo, demarcación, actor político, calidad, sexo y acción afirmativa se eligen de la lista de cada celda.',
  'Número es el lugar en la lista o de la fórmula. Si sólo hay un lugar, puede quedar en blanco.',
  'Partido de origen: sólo para las candidaturas de una alianza.',
  'Las fechas se escriben como 21/03/1985.',
  'Clave puede quedar en blanco: se forma con el lugar de cada candidatura.',
  'Cuando suba el archivo verá, fila por fila, qué pasaría. Nada se escribe hasta que usted lo confirme.',
]
