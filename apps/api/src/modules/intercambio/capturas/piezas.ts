import type { Fila } from '../importaciones/index.ts'
import type { Dato, Reconocida } from './etiquetas.ts'

type Reconocer = (etiqueta: string) => Reconocida | null

/** The answers that a file has of one persona. */
export interface Pieza {
  /** Its place in the file. */
  sitio: string
  datos: Partial<Record<Dato, string>>
  respuestas: { campo: string; etiqueta: string; texto: string }[]
  /** Texts under labels that name no question. */
  sobrantes: { etiqueta: string; texto: string }[]
}

/** Row of a sheet that names columns: the one of the first rows with most known labels, and two at least; null where there is none. */
export function encabezadoDe(filas: readonly Fila[], reconocer: Reconocer): Fila | null {
  const [best] = filas
    .map((fila) => ({ fila, known: fila.celdas.filter((cell) => isKnown(reconocer(cell))).length }))
    .filter(({ known }) => known >= COLUMNS_AT_LEAST)
    .sort((a, b) => b.known - a.known)
  return best?.fila ?? null
}

const COLUMNS_AT_LEAST = 3
const isKnown = (found: Reconocida | null) => found !== null && found !== 'fuera'

/** A list: one persona in each row. */
export function piezasDeLista(
  filas: readonly Fila[],
  { encabezado, hoja, reconocer }: { encabezado: Fila; hoja: string; reconocer: Reconocer },
): Pieza[] {
  const titulos = encabezado.celdas.map((etiqueta) => ({ etiqueta, found: etiqueta === '' ? null : reconocer(etiqueta) }))
  return filas.flatMap(({ numero, celdas }) => {
    const pieza = blank(`${hoja}, fila ${numero}`)
    for (const [at, texto] of celdas.entries()) {
      const titulo = titulos[at]
      if (texto !== '' && titulo && titulo.etiqueta !== '') put(pieza, { ...titulo, texto })
    }
    return Object.keys(pieza.datos).length > 0 && hasAnswers(pieza) ? [pieza] : []
  })
}

export const hasAnswers = ({ respuestas, sobrantes }: Pieza) => respuestas.length + sobrantes.length > 0

/**
 * A form: labels and texts one after the other, in a table of two columns, in «Etiqueta: texto», or a label on a line of its own and its text below.
 * All of it is of one persona, until a name comes again. `largas`: questions that take a text of many lines.
 */
export function piezasDeFormulario(
  filas: readonly Fila[],
  { sitio, reconocer, largas }: { sitio: string; reconocer: Reconocer; largas: ReadonlySet<string> },
): Pieza[] {
  const piezas: Pieza[] = [blank(sitio)]
  let open: Open | null = null
  for (const part of filas.flatMap((fila) => partsOf(fila, reconocer))) {
    if (isMore(part, open, largas)) {
      open?.lines.push(part.etiqueta === null ? part.texto : `${part.etiqueta}: ${part.texto}`)
      continue
    }
    close(piezas, open)
    if (repeats(piezas.at(-1), part.found)) piezas.push(blank(`${sitio}, parte ${piezas.length + 1}`))
    open = { etiqueta: part.etiqueta ?? '', found: part.found, lines: part.texto === '' ? [] : [part.texto] }
  }
  close(piezas, open)
  return piezas.filter(hasAnswers)
}

const blank = (sitio: string): Pieza => ({ sitio, datos: {}, respuestas: [], sobrantes: [] })

function close(piezas: readonly Pieza[], open: Open | null): void {
  const pieza = piezas.at(-1)
  if (open && pieza) put(pieza, { etiqueta: open.etiqueta, found: open.found, texto: open.lines.join('\n').trim() })
}

/** More of the text above. In a long one, unknown words before a colon are a sentence of hers. */
function isMore({ etiqueta, found, texto, celda }: Part, open: Open | null, largas: ReadonlySet<string>): boolean {
  return etiqueta === null || (found === null && texto !== '' && celda !== true && isLarga(open, largas))
}

interface Open {
  etiqueta: string
  found: ReturnType<Reconocer>
  lines: string[]
}

function isLarga(open: Open | null, largas: ReadonlySet<string>): boolean {
  const found = open?.found
  return typeof found === 'object' && found !== null && 'campo' in found && largas.has(found.campo)
}

function repeats(pieza: Pieza | undefined, found: ReturnType<Reconocer>): boolean {
  const isNombre = typeof found === 'object' && found !== null && 'dato' in found && found.dato === 'nombre'
  return isNombre && pieza?.datos.nombre !== undefined && hasAnswers(pieza)
}

interface Part {
  /** Null: more of the text before. */
  etiqueta: string | null
  found: ReturnType<Reconocer>
  texto: string
  /** Set in a row of a table: its first cell is a label for sure. */
  celda?: true
}

function partsOf({ celdas }: Fila, reconocer: Reconocer): Part[] {
  const [first = '', ...rest] = celdas.filter((cell) => cell !== '')
  if (rest.length > 0) return [{ etiqueta: bare(first), found: reconocer(bare(first)), texto: rest.join('\n'), celda: true }]
  return first.split('\n').flatMap((line) => partOf(line, reconocer))
}

function partOf(line: string, reconocer: Reconocer): Part[] {
  const text = line.trim()
  if (text === '') return []
  const colon = text.indexOf(':')
  const etiqueta = colon < 0 ? text : text.slice(0, colon)
  const texto = colon < 0 ? '' : text.slice(colon + 1).trim()
  const found = etiqueta.length <= LONGEST_LABEL ? reconocer(etiqueta) : null
  if (found !== null) return [{ etiqueta, found, texto }]
  if (isHeading(text)) return [{ etiqueta, found: 'fuera', texto: '' }]
  return [isLabel(etiqueta, texto, { colon }) ? { etiqueta, found, texto } : { etiqueta: null, found, texto: text }]
}

/** Unknown words before a colon are a label where nothing else is on the line, or where they are few; and so is a line that asks. */
function isLabel(etiqueta: string, texto: string, { colon }: { colon: number }): boolean {
  if (colon < 0) return etiqueta.length <= LONGEST_LABEL && ASKS.test(etiqueta)
  return colon > 0 && etiqueta.length <= SHORT_LABEL && (texto === '' || etiqueta.split(' ').length <= FEW_WORDS)
}

/** A short line in capitals parts a document: it is no text of the answer above it. */
const isHeading = (text: string) => text.length <= SHORT_LABEL && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()

const ASKS = /^(?:\s*\w{1,3}[.)-]+)?\s*¿[^¿?]+\?$/
const LONGEST_LABEL = 160
const SHORT_LABEL = 80
const FEW_WORDS = 4
const bare = (text: string) => {
  const trimmed = text.trim()
  return trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed
}

function put(
  { datos, respuestas, sobrantes }: Pieza,
  { etiqueta, found, texto }: { etiqueta: string; found: ReturnType<Reconocer>; texto: string },
): void {
  if (texto === '' || found === 'fuera') return
  if (found === null || found === 'dudosa') sobrantes.push({ etiqueta, texto })
  else if ('dato' in found) datos[found.dato] ??= texto
  else respuestas.push({ campo: found.campo, etiqueta, texto })
}
