import { isUtf8 } from 'node:buffer'
import { CsvError, parse, type Parser } from 'csv-parse'
import type { Fila } from './tabla.ts'
import { SIN_FORMA, type Libro } from './libro.ts'
import { LIMITES, TablaError, type CodigoRechazo } from './tabla.ts'

const SEPARATORS = [',', ';', '\t', '|']
const CHUNK = 64 * 1024
const NEWLINE = 0x0a

/** A CSV in UTF-8, UTF-16 with BOM or Windows-1252, separated by comma, semicolon, tab or bar. Never whole in memory as text. */
export function openCsv(content: Buffer): Libro {
  const shape = { oculta: false, total: countLines(content), corrida: true, epoca: 1900, forma: () => Promise.resolve(SIN_FORMA) } as const
  return { hojas: [{ nombre: 'csv', ...shape, filas: () => readFilas(content) }] }
}

function countLines(content: Buffer): number {
  let lines = 0
  for (let at = content.indexOf(NEWLINE); at >= 0; at = content.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}

async function* readFilas(content: Buffer): AsyncGenerator<Fila> {
  const parser = parse({
    ...detectSeparator(content),
    relax_column_count: true,
    max_record_size: (LIMITES.columnas + 1) * (LIMITES.caracteres + 3) * 2,
  })
  feed(parser, content)
  let numero = 0
  try {
    for await (const celdas of parser) yield { numero: (numero += 1), celdas: celdas as string[] } satisfies Fila
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TablaError(FAULTS[error.code] ?? 'ilegible', typeof error.lines === 'number' ? `la línea ${error.lines}` : undefined)
  }
}

const FAULTS: Partial<Record<CsvError['code'], CodigoRechazo>> = { CSV_MAX_RECORD_SIZE: 'celda_larga', INVALID_OPENING_QUOTE: 'comillas' }

/** As fast as the parser takes it. */
function feed(parser: Parser, content: Buffer): void {
  const pieces = decode(content)
  const push = (): void => {
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done) return void parser.end()
      if (!parser.write(piece.value)) return void parser.once('drain', push)
    }
  }
  push()
}

function* decode(content: Buffer): Generator<string> {
  const label = encodingOf(content)
  const decoder = label === 'windows-1252' ? null : new TextDecoder(label)
  for (let at = 0; at < content.length; at += CHUNK) {
    const piece = content.subarray(at, at + CHUNK)
    const text = decoder ? decoder.decode(piece, { stream: at + CHUNK < content.length }) : fromWindows1252(piece)
    if (text !== '') yield text
  }
}

function encodingOf(content: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const mark = content.toString('hex', 0, 2)
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  return isUtf8(content) ? 'utf-8' : 'windows-1252'
}

// Letters of Windows-1252 at 0x80 to 0x9f. Node 20 decodes it as Latin-1, which leaves control characters there.
const WINDOWS_1252 = Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ')

function fromWindows1252(piece: Buffer): string {
  return piece.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char)
}

const FIRST_LINES = 20

/** Excel's own first line ("sep=;"), which it shows as no row. */
const DECLARED = /^"?sep=([^"\w\r\n])"?\r?\n/i

/** The separator that the file declares, or the one that occurs most in one of its first lines, outside quotes: a title may stand above. */
function detectSeparator(content: Buffer): { delimiter: string; from_line?: number } {
  const [start = ''] = decode(content)
  const [, declared] = DECLARED.exec(start) ?? []
  if (declared !== undefined) return { delimiter: declared, from_line: 2 }
  const lines = start.split(/[\r\n]+/, FIRST_LINES).map((line) => line.replace(/"[^"]*"/g, ''))
  const count = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length))
  return { delimiter: SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best)) }
}
