import type { Hoja, Rango } from '../libros/libro.ts'
import { EJEMPLOS, LIMITES, TablaError, type Fila, type Muestra } from '../libros/tabla.ts'

/** Rows of a sheet that are safe to look at: the first is its headings, each of the others no wider. */
export async function* leerHoja(hoja: Hoja): AsyncGenerator<Fila> {
  let header: Fila | null = null
  for await (const found of hoja.filas()) {
    if ('combinadas' in found) checkMerges(found.combinadas, header)
    else {
      const fila = cleaned(found)
      if (fila.celdas.length === 0) continue
      checkFila(fila, header)
      header ??= fila
      yield fila
    }
  }
}

/** Its headings and a few examples; null for a sheet without any row below. */
export async function muestraDe(hoja: Hoja): Promise<Muestra | null> {
  const filas: Fila[] = []
  for await (const fila of leerHoja(hoja)) {
    filas.push(fila)
    if (filas.length > EJEMPLOS) break
  }
  const [header, ...rest] = filas
  return header && rest.length > 0 ? { hoja: hoja.nombre, oculta: hoja.oculta, columnas: header.celdas, filas: rest } : null
}

function cleaned({ numero, celdas }: Fila): Fila {
  const texts = celdas.map((cell) => cell.normalize('NFC').trim())
  return { numero, celdas: texts.slice(0, texts.findLastIndex((cell) => cell !== '') + 1) }
}

function checkFila(fila: Fila, header: Fila | null): void {
  if (fila.celdas.length > LIMITES.columnas) throw new TablaError('demasiadas_columnas')
  for (const [column, cell] of fila.celdas.entries()) checkCell(cell, () => `la fila ${fila.numero}, columna ${column + 1}`)
  if (header === null) checkHeader(fila.celdas)
  else checkAgainst(fila, header)
}

// Broken accents leave C1 controls: their rows are refused one by one. The whole file is refused for other control characters, lone
// surrogates and marks that reorder text: a name could be shown as another one.
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

function checkCell(cell: string, where: () => string): void {
  if (cell.length > LIMITES.caracteres) throw new TablaError('celda_larga', where())
  if (FORBIDDEN.test(cell)) throw new TablaError('caracter_prohibido', where())
}

function checkHeader(header: string[]): void {
  for (const [column, name] of header.entries()) {
    if (name !== '' && header.indexOf(name) !== column) throw new TablaError('encabezado_repetido', `la columna ${column + 1}`)
  }
}

function checkAgainst(fila: Fila, header: Fila): void {
  if (fila.numero - header.numero > LIMITES.filas) throw new TablaError('demasiadas_filas')
  const nameless = fila.celdas.findIndex((cell, column) => cell !== '' && (header.celdas[column] ?? '') === '')
  if (nameless >= 0) throw new TablaError('encabezado_vacio', `la columna ${nameless + 1}, fila ${fila.numero}`)
}

/** A title over the table may be merged; from the headings on, a blank beside a merged cell would be taken for a datum. */
function checkMerges(combinadas: readonly Rango[], header: Fila | null): void {
  const found = header && combinadas.find(({ hasta }) => hasta >= header.numero)
  if (found) throw new TablaError('celdas_combinadas', found.texto)
}
