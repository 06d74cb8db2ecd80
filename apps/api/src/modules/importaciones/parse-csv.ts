import { parse } from 'csv-parse/sync'
import type { TablaRefused } from './tabla.ts'
import { LIMITES, refuse } from './tabla.ts'

const SEPARATORS = [',', ';', '\t']

/** Rows of a CSV in UTF-8 (with or without BOM) or Windows-1252, separated by comma, semicolon or tab. */
export function parseCsv(content: Buffer): string[][] | TablaRefused {
  const text = decode(content)
  // One more of everything than is admitted, so that the excess is seen; the parser stops there.
  const tooMany = LIMITES.filas + 2
  try {
    return parse(text, {
      delimiter: detectSeparator(text),
      relax_column_count: true,
      max_record_size: (LIMITES.columnas + 1) * (LIMITES.caracteres + 3) * 2,
      to: tooMany,
    })
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number }
    if (code === 'CSV_MAX_RECORD_SIZE') return refuse('celda_larga', `la línea ${lines ?? 1}`)
    return refuse('ilegible', lines ? `la línea ${lines}` : undefined)
  }
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return Array.from(content, (byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join('')
  }
}

// What Windows-1252 has at 0x80 to 0x9f. Node 20 decodes it as Latin-1, which leaves control characters there.
const WINDOWS_1252 = Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ')

/** The separator that occurs most in the first line with content, outside quotes. */
function detectSeparator(text: string): string {
  const header = /[^\r\n]+/.exec(text.slice(0, 100_000))?.[0] ?? ''
  const bare = header.replace(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
