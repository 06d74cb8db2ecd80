import type { Fila } from '../importaciones/index.ts'
import type { Reconocida } from './etiquetas.ts'
import { blank, hasAnswers, put, type Lector, type Pieza } from './piezas.ts'

/**
 * A form: labels and texts one after the other, in a table of two columns, in «Etiqueta: texto», or a label on a line of its own and its text below.
 * A line that is the whole name of a persona says whose it is. All of it is of one persona, until a name comes again.
 */
export function piezasDeFormulario(filas: readonly Fila[], { sitio, lector }: { sitio: string; lector: Lector }): Pieza[] {
  const piezas: Pieza[] = [blank(sitio)]
  let open: Open | null = null
  for (const part of partsOf(filas, lector)) {
    if (isMore(part, open, lector.largas)) {
      open?.lines.push(part.etiqueta === null ? part.texto : `${part.etiqueta}: ${part.texto}`)
      continue
    }
    close(piezas, open)
    if (repeats(piezas.at(-1), part.found)) piezas.push(blank([sitio, `parte ${piezas.length + 1}`].filter(Boolean).join(', ')))
    open = { etiqueta: part.etiqueta ?? '', found: part.found, lines: part.texto === '' ? [] : [part.texto] }
  }
  close(piezas, open)
  return piezas.filter(hasAnswers)
}

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
  found: Reconocida | null
  lines: string[]
}

function isLarga(open: Open | null, largas: ReadonlySet<string>): boolean {
  const found = open?.found
  if (typeof found !== 'object' || found === null || 'dato' in found) return false
  return ('campo' in found ? [found.campo] : found.campos).every((campo) => largas.has(campo))
}

function repeats(pieza: Pieza | undefined, found: Reconocida | null): boolean {
  const isNombre = typeof found === 'object' && found !== null && 'dato' in found && found.dato === 'nombre'
  return isNombre && pieza?.datos.nombre !== undefined && hasAnswers(pieza)
}

interface Part {
  /** Null: more of the text before. */
  etiqueta: string | null
  found: Reconocida | null
  texto: string
  /** Set in a row of a table: its first cell is a label for sure. */
  celda?: true
}

function partsOf(filas: readonly Fila[], lector: Lector): Part[] {
  const parts: Part[] = []
  let heads: string[] | null = null
  for (const { celdas } of filas) {
    if (heads) parts.push(...belowHeads(heads, celdas, lector))
    else if (areHeads(celdas, lector)) {
      heads = celdas
      continue
    } else parts.push(...partsOfRow(celdas, lector))
    heads = null
  }
  return parts
}

/** A row of labels alone stands over the row of their texts. */
function areHeads(celdas: readonly string[], { reconocer }: Lector): boolean {
  const written = celdas.filter((cell) => cell !== '')
  return written.length > 1 && written.every((cell) => typeof (reconocer(bare(cell)) ?? '') === 'object')
}

function belowHeads(heads: readonly string[], celdas: readonly string[], { reconocer }: Lector): Part[] {
  return heads.flatMap((head, at) => {
    const etiqueta = bare(head)
    return etiqueta === '' ? [] : [{ etiqueta, found: reconocer(etiqueta), texto: (celdas[at] ?? '').trim(), celda: true as const }]
  })
}

function partsOfRow(celdas: readonly string[], lector: Lector): Part[] {
  const [first = '', ...rest] = celdas.filter((cell) => cell !== '')
  if (rest.length === 0) return first.split('\n').flatMap((line) => partOf(line, lector))
  const texto = rest.join('\n')
  return labelled(texto, lector) ?? [{ etiqueta: bare(first), found: lector.reconocer(bare(first)), texto, celda: true }]
}

/** Text of a cell whose lines each have their own known label («Facebook: …»); null where one has not. */
function labelled(texto: string, lector: Lector): Part[] | null {
  const parts = texto.split('\n').flatMap((line) => partOf(line, lector))
  return parts.length > 0 &&
    parts.every(({ found, texto }) => typeof found === 'object' && found !== null && 'campo' in found && texto !== '')
    ? parts
    : null
}

function partOf(line: string, lector: Lector): Part[] {
  const text = line.trim()
  if (text === '') return []
  return [lector.esNombre(text) ? { etiqueta: 'Nombre', found: { dato: 'nombre' }, texto: text } : partOfText(text, lector)]
}

function partOfText(text: string, { reconocer }: Lector): Part {
  const colon = text.indexOf(':')
  const etiqueta = colon < 0 ? text : text.slice(0, colon)
  const texto = colon < 0 ? '' : text.slice(colon + 1).trim()
  const found = etiqueta.length <= LONGEST_LABEL ? reconocer(etiqueta) : null
  if (found !== null) return { etiqueta, found, texto }
  if (isHeading(text) || CIERRE.test(text)) return { etiqueta, found: 'fuera', texto: '' }
  return isLabel(etiqueta, texto, { colon }) ? { etiqueta, found, texto } : { etiqueta: null, found, texto: text }
}

/** Unknown words before a colon are a label where nothing else is on the line, or where they are few; and so is a line that asks. */
function isLabel(etiqueta: string, texto: string, { colon }: { colon: number }): boolean {
  if (colon < 0) return etiqueta.length <= LONGEST_LABEL && ASKS.test(etiqueta)
  return colon > 0 && etiqueta.length <= SHORT_LABEL && (texto === '' || etiqueta.split(' ').length <= FEW_WORDS)
}

/** A short line in capitals parts a document: it is no text of the answer above it. */
const isHeading = (text: string) => text.length <= SHORT_LABEL && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()

/** The end of a letter: nothing of it answers. */
const CIERRE = /^(?:atentamente|saludos|un saludo|muchas gracias|gracias)\b/i
const ASKS = /^(?:\s*\w{1,3}[.)-]+)?\s*¿[^¿?]+\?$/
const LONGEST_LABEL = 160
const SHORT_LABEL = 80
const FEW_WORDS = 4
const bare = (text: string) => {
  const trimmed = text.trim()
  return trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed
}
