// \s adds U+FEFF to Unicode's own list.
const BLANKS = /[\p{White_Space}\s]/gu
// Invisible characters: Unicode's own list, and the blank of Braille, which is on none.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// U+0000 breaks PostgreSQL; lone surrogates break UTF-8; the other controls and the noncharacters are no letters, and are drawn as boxes; bidi
// controls make a text read as what it is not.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]|[\p{Noncharacter_Code_Point}\p{Surrogate}\p{Bidi_Control}]/gu
// Two or more characters in a row that are drawn as blanks: a page joins only some kinds, and shows each of the others.
const GAPS =
  /[\t\p{Zs}\uFEFF\u115F\u1160\u2800\u3164\uFFA0](?:\p{Default_Ignorable_Code_Point}*[\t\p{Zs}\uFEFF\u115F\u1160\u2800\u3164\uFFA0])+/gu
// No script puts more on one letter: a pile of them is drawn over the lines around it, which may be another's.
const PILES = /(\p{Mark}(?:\p{Default_Ignorable_Code_Point}*\p{Mark}){3})(?:\p{Default_Ignorable_Code_Point}*\p{Mark})+/gu
const PHONE_PUNCTUATION = /[\p{White_Space}().-]/gu
const PHONE_WORDS = /^(?:teléfono|tel|celular|cel|whatsapp):?(?=[+\d])|(?<=\d)(?:celular|cel|whatsapp)$/giu
// The prefix of the country, with the 1 that mobiles had until 2019, and those of long distance until then.
const PHONE_PREFIX = /^(?:(?:\+|00)?521?|01|04[45])(?=\d{10}$)/

/**
 * Length of a text as the Lineamientos count it ("sin espacios en blanco"). Unit: code points of the NFC form that are neither Unicode white space
 * nor invisible by themselves. Source: Anexo 24.2 as printed by two institutes, 280 to 5,000 and 280 to 1,600.
 */
export function contarSinBlancos(texto: string): number {
  return [...writtenOf(texto).replace(BLANKS, '').replace(INVISIBLE, '')].length
}

/** Length of a text with its blanks, in code points of the NFC form. */
export function countCodePoints(text: string): number {
  return [...text.normalize('NFC')].length
}

/** Lines of a clean text in which something is seen: as many paragraphs it makes where it is read. */
export function countLines(text: string): number {
  return text.split(/\n+/).length
}

/**
 * NFC, LF as the only line end, no forbidden characters, no blanks at the ends of a line, one blank at most between words and one empty line between
 * lines: so nobody takes more room than her words. An invisible text becomes empty. Idempotent. Invisible characters stay among the rest: emoji and
 * some scripts are written with them.
 */
export function cleanText(text: string): string {
  const lines = writtenOf(text).replace(LINE_ENDS, '\n').replace(GAPS, ' ').split('\n')
  return lines
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function cleanLine(line: string): string {
  return contarSinBlancos(line) === 0 ? '' : line.trim()
}

/** Removes the characters that nobody writes, and composes each letter as one. */
function writtenOf(text: string): string {
  return text.replace(FORBIDDEN, '').normalize('NFC').replace(PILES, '$1')
}

/** The digits of a phone as people write it: "Cel. +52 (777) 123-45 67" → "7771234567". Of no ten digits: without its punctuation. */
export function cleanPhone(text: string): string {
  return text.replace(PHONE_PUNCTUATION, '').replace(PHONE_WORDS, '').replace(PHONE_PREFIX, '')
}

/** An e-mail address without the blanks that some keyboards put into it. */
export function cleanEmail(text: string): string {
  return text.replace(/^mailto:/i, '').replace(/[\p{White_Space}]/gu, '')
}
