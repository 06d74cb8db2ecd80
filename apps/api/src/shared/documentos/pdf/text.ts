/** Stands where the typeface has no sign. */
export const UNPRINTABLE = '\ufffd'

/**
 * Letters of names that the typeface of the documents (Libertinus Serif, inside the compiler) can draw: Latin with every diacritic and the
 * saltillo, Greek, Cyrillic and punctuation. Fonts of the machine are not asked: the same document would be other bytes elsewhere.
 */
const PRINTABLE =
  /[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02af\u02bb\u02bc\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u1e00-\u1e9b\u1ea0-\u1ef9\u2010-\u2027\u2030-\u2037\u2039-\u203e\u20ac\u2116\u2122\u2190-\u2193\u2212\u2264\u2265\ua78b\ua78c]/u
const ACCENT = /[\u0300-\u0345]/u
const LETTER = /\p{L}/u

/** A text as it can be printed, and how many of its signs could not. */
export function toPrintable(text: string): { text: string; lost: number } {
  const visible = text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\t\v\f]/g, ' ')
  let lost = 0
  let before = ''
  const signs = Array.from(visible, (sign) => {
    const printable = PRINTABLE.test(sign) || (ACCENT.test(sign) && LETTER.test(before))
    if (!ACCENT.test(sign)) before = printable ? sign : ''
    if (!printable) lost += 1
    return printable ? sign : UNPRINTABLE
  })
  return { text: breakLongWords(signs.join('')), lost }
}

/** An address without blanks must not run out of its column. */
const MAX_WORD = 32
const LONG_WORD = new RegExp(`[^\\s\\u200b]{${MAX_WORD}}(?=[^\\s])`, 'gu')

function breakLongWords(text: string): string {
  return text.replaceAll(LONG_WORD, '$&\u200b')
}
