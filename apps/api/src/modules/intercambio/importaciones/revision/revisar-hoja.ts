import type { Hoja } from '../libros/libro.ts'
import { CELDA_CON_ERROR, FILAS_VISTAS, LIMITES, TablaError, type Fila, type Lectura, type Rango, type Vista } from '../libros/tabla.ts'

/** Rows of a sheet below its headings, safe to look at. A merged cell gives its text to each row that it covers. */
export async function* leerHoja(hoja: Hoja, { encabezado, alto, estricta }: Omit<Lectura, 'hoja'>): AsyncGenerator<Fila> {
  const { combinadas } = await hoja.forma()
  const fill = createFill(combinadas.filter(({ desde, hasta }) => hasta > desde && desde >= encabezado + alto))
  let width = 0
  for await (const fila of safeFilas(hoja)) {
    if (fila.numero < encabezado + alto) width = Math.max(width, fila.celdas.length)
    else {
      if (fila.numero - encabezado > LIMITES.filas) throw new TablaError('demasiadas_filas')
      if (hoja.corrida && fila.celdas.length > width)
        throw new TablaError('encabezado_vacio', `la columna ${width + 1}, fila ${fila.numero}`)
      if (estricta) checkErrores(fila)
      yield fill(fila)
    }
  }
}

/** Its first rows; null for a sheet that has not even headings and one row. */
export async function vistaDe(hoja: Hoja): Promise<Vista | null> {
  const filas: Fila[] = []
  for await (const fila of safeFilas(hoja)) {
    filas.push(fila)
    if (filas.length === FILAS_VISTAS) break
  }
  if (filas.length < 2) return null
  const { combinadas, ocultas } = await hoja.forma()
  const last = filas.at(-1)?.numero ?? 0
  const { nombre, oculta, epoca } = hoja
  return { hoja: nombre, oculta, epoca, filas, ocultas, combinadas: combinadas.filter(({ desde }) => desde <= last).slice(0, SHOWN_MERGES) }
}

const SHOWN_MERGES = 500

async function* safeFilas(hoja: Hoja): AsyncGenerator<Fila> {
  for await (const found of hoja.filas()) {
    const fila = cleaned(found)
    if (fila.celdas.length === 0) continue
    checkFila(fila)
    yield fila
  }
}

function checkErrores({ numero, celdas }: Fila): void {
  const at = celdas.indexOf(CELDA_CON_ERROR)
  if (at >= 0) throw new TablaError('celda_con_error', `la fila ${numero}, columna ${at + 1}`)
}

function cleaned({ numero, celdas }: Fila): Fila {
  const texts = celdas.map((cell) => cell.normalize('NFC').trim())
  return { numero, celdas: texts.slice(0, texts.findLastIndex((cell) => cell !== '') + 1) }
}

function checkFila({ numero, celdas }: Fila): void {
  if (celdas.length > LIMITES.columnas) throw new TablaError('demasiadas_columnas')
  for (const [column, cell] of celdas.entries()) checkCell(cell, () => `la fila ${numero}, columna ${column + 1}`)
}

// Broken accents leave C1 controls: their rows are refused one by one. The whole file is refused for other control characters, lone
// surrogates and marks that reorder text: a name could be shown as another one.
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

function checkCell(cell: string, where: () => string): void {
  if (cell.length > LIMITES.caracteres) throw new TablaError('celda_larga', where())
  if (FORBIDDEN.test(cell)) throw new TablaError('caracter_prohibido', where())
}

type Open = Map<number, { hasta: number; texto: string }>

/** Rows come in order: of each merged cell only the text is kept, until the last row that it covers. */
function createFill(combinadas: readonly Rango[]): (fila: Fila) => Fila {
  const pending = [...combinadas].sort((a, b) => b.desde - a.desde)
  const open: Open = new Map()
  return (fila) => {
    const celdas = filled(fila, open)
    for (let next = pending.at(-1); next && next.desde <= fila.numero; next = pending.at(-1)) {
      pending.pop()
      openAt(fila, next, open)
    }
    return { numero: fila.numero, celdas }
  }
}

function filled({ numero, celdas }: Fila, open: Open): string[] {
  const all = [...celdas]
  for (const [columna, { hasta, texto }] of open) {
    if (numero > hasta) open.delete(columna)
    else if ((all[columna] ?? '') === '') putAt(all, columna, texto)
  }
  return all
}

function openAt({ numero, celdas }: Fila, { desde, hasta, columna }: Rango, open: Open): void {
  const texto = celdas[columna] ?? ''
  if (desde === numero && texto !== '') open.set(columna, { hasta, texto })
}

function putAt(celdas: string[], columna: number, texto: string): void {
  while (celdas.length < columna) celdas.push('')
  celdas[columna] = texto
}
