/** Record end of our CSV (RFC 4180): the library quotes fields with that end only, and readers end a record at any break. */
export const CSV = { record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { string: inerte } } as const

/** Signs that nobody sees, then one with which a spreadsheet begins a formula, a command or a new cell. */
const RUNS = /^[\u00a0\u200b-\u200d\u2060\ufeff]*[=+\-@|%\t\r\uff1d\uff0b\uff0d\uff20\uff5c\uff05]/

/** A text that no spreadsheet runs: an apostrophe stands before it. */
export function inerte(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}
