import { columnIndex, SIN_FORMA, toRango, type FormaHoja } from './libro.ts'
import { CELDA_CON_ERROR, LIMITES, TablaError, type Fila } from './tabla.ts'
import { isTrue, piecesOf, type Parte } from './xlsx-partes.ts'
import { dateOf } from '../revision/fechas.ts'
import { readXml, unescapeText, walkXml } from './xml.ts'

interface Context {
  textos: string[]
  /** By number of style. */
  fechas: boolean[]
  date1904: boolean
  /** How many rows the sheet says to have; it need not be true. */
  onTotal(filas: number): void
}

interface Celda {
  columna: number
  tipo: string
  estilo: number
  valor: string
  texto: string
}

/** Merged cells and hidden columns, which a sheet says before and after its rows. Most have none: their XML is not walked through. */
export async function readForma(parte: () => Parte): Promise<FormaHoja> {
  if (!(await mentions(parte(), ['mergeCell', 'hidden=']))) return SIN_FORMA
  const forma: FormaHoja = { combinadas: [], ocultas: [] }
  await readXml(piecesOf(parte()), {
    open(name, { ref, hidden, min, max }) {
      if (name === 'mergeCell') addRango(forma.combinadas, ref)
      if (name === 'col' && isTrue(hidden))
        for (let at = Number(min); at <= Math.min(Number(max), LIMITES.columnas); at += 1) forma.ocultas.push(at - 1)
    },
  })
  return forma
}

async function mentions(parte: Parte, words: readonly string[]): Promise<boolean> {
  let end = ''
  for await (const piece of piecesOf(parte)) {
    const text = end + piece.toString('latin1')
    if (words.some((word) => text.includes(word))) return true
    end = text.slice(-LONGEST_WORD)
  }
  return false
}

const LONGEST_WORD = 16

/** Rows of one sheet with content, as they come out of the archive. */
export async function* readHoja(parte: Parte, context: Context): AsyncGenerator<Fila> {
  const reader = createReader(context)
  const walk = walkXml(piecesOf(parte), reader)
  while (!(await walk.next()).done) yield* reader.take()
  yield* reader.take()
}

function createReader(context: Context) {
  const ready: Fila[] = []
  let fila: Fila = { numero: 0, celdas: [] }
  let celda: Celda | null = null
  let inside: 'v' | 't' | null = null
  const opened: Record<string, ((attributes: Record<string, string>) => void) | undefined> = {
    dimension: ({ ref = '' }) => context.onTotal(toRango(ref)?.hasta ?? 0),
    row: ({ r }) => void (fila = { numero: rowNumber(r, fila.numero), celdas: [] }),
    c: (attributes) => void (celda = openCelda(attributes, fila)),
    v: () => void (inside = 'v'),
    t: () => void (inside = 't'),
  }
  return {
    take: () => ready.splice(0),
    open(name: string, attributes: Record<string, string>) {
      opened[name]?.(attributes)
    },
    text(piece: string) {
      if (!celda || inside === null) return
      if (inside === 'v') celda.valor += piece
      else celda.texto += piece
    },
    close(name: string) {
      if (name === 'v' || name === 't') inside = null
      else if (name === 'c' && celda) {
        place(fila, celda, context)
        celda = null
      } else if (name === 'row' && fila.celdas.length > 0) ready.push(fila)
    },
  }
}

function rowNumber(written: string | undefined, last: number): number {
  return written === undefined ? last + 1 : Number(written)
}

/** Enough for a list in which each fórmula has merged cells. */
const MERGES_KEPT = 60_000

function addRango(combinadas: FormaHoja['combinadas'], ref: string | undefined): void {
  const rango = toRango(ref ?? '')
  if (rango && combinadas.length < MERGES_KEPT) combinadas.push(rango)
}

function openCelda({ r, t = 'n', s = '-1' }: Record<string, string>, { celdas }: Fila): Celda {
  const letters = /^[A-Z]{1,3}/.exec(r ?? '')?.[0]
  return { columna: letters === undefined ? celdas.length : columnIndex(letters), tipo: t, estilo: Number(s), valor: '', texto: '' }
}

/** A value far to the right of each row would be a bomb too: the limit is looked at before the holes become cells. */
function place({ celdas }: Fila, celda: Celda, context: Context): void {
  const texto = textOf(celda, context)
  if (texto === '') return
  if (celda.columna >= LIMITES.columnas) throw new TablaError('demasiadas_columnas')
  while (celdas.length < celda.columna) celdas.push('')
  celdas[celda.columna] = texto
}

function textOf(celda: Celda, context: Context): string {
  if (celda.tipo === 'inlineStr') return unescapeText(celda.texto)
  if (celda.valor === '') return ''
  if (celda.tipo === 'e') return CELDA_CON_ERROR
  const reader = READERS[celda.tipo]
  return reader ? reader(celda.valor, context) : numberOf(celda, context)
}

const READERS: Record<string, ((valor: string, context: Context) => string) | undefined> = {
  s: (valor, { textos }) => textos[Number(valor)] ?? '',
  str: unescapeText,
  b: (valor) => (isTrue(valor) ? 'VERDADERO' : 'FALSO'),
  d: (valor) => valor.slice(0, 10),
}

function numberOf({ valor, estilo }: Celda, { fechas, date1904 }: Context): string {
  const number = Number(valor)
  return fechas[estilo] ? dateOf(number, date1904 ? 1904 : 1900) : String(number)
}
