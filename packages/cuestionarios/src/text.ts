// \s adds U+FEFF to Unicode's own list.
const BLANKS = /[\p{White_Space}\s]/gu
// What nobody sees: Unicode's own list, and the blank of Braille, which is on none.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu
// U+0000 breaks PostgreSQL; lone surrogates break UTF-8; bidi controls make a text read as what it is not.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu
const PHONE_PUNCTUATION = /[\p{White_Space}().-]/gu

/**
 * Length of a text as the Lineamientos count it ("sin espacios en blanco").
 * Unit: code points of the NFC form that are neither Unicode white space nor invisible by themselves. Source: Anexo 24.2 as printed by two institutes, 280 to 5,000 and 280 to 1,600.
 */
export function contarSinBlancos(texto: string): number {
  return countCodePoints(texto.replace(BLANKS, '').replace(INVISIBLE, ''))
}

/** Length of a text with its blanks, in code points of the NFC form. */
export function countCodePoints(text: string): number {
  return [...text.normalize('NFC')].length
}

/**
 * NFC, LF as the only line end, no forbidden characters, no blanks at the ends; nothing at all where nothing is seen. Idempotent. What is
 * invisible stays among the rest: emoji and some scripts are written with it.
 */
export function cleanText(text: string): string {
  const cleaned = text
    .replace(FORBIDDEN, '')
    .replace(/\r\n?|\u0085/g, '\n')
    .normalize('NFC')
    .trim()
  return contarSinBlancos(cleaned) === 0 ? '' : cleaned
}

/** The digits of a phone as people write it: "(777) 123-45 67" → "7771234567". */
export function cleanPhone(text: string): string {
  return text.replace(PHONE_PUNCTUATION, '')
}
