/** One line as it is kept: NFC, no blanks at the ends, single blanks inside, and no character that changes how a text reads. */
export function cleanLine(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Lower case, without accents, only letters and digits with single blanks in between: as headings and names of catalogues are compared. */
export function plainKey(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The text without any of these characters at its end. A regular expression (`[…]+$`) takes quadratic time on runs that do not end it. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Marks that a chat or a document leaves behind an address that stood at the end of a sentence. */
export const CIERRE_DE_FRASE = '.,;:!?)]}>»”"\'…'

/** Marks that hold the letters of one word together, or stand for a letter that no keyboard has: O’Farrill, Kʼeeʼx. */
const APOSTROPHES = /['’‘ʼʻꞋꞌ´`′]/gu
/** Names as birth certificates shorten them. */
const SHORTENED: Readonly<Record<string, string>> = { ma: 'maria', j: 'jose' }

/** Signs that come along when a hash or an address is copied from a document. */
const INVISIBLE = /\p{Cf}/gu

/** The words of a name as somebody asks for them. */
export function searchWords(text: string): string[] {
  return wordsOf(text.replaceAll(INVISIBLE, '').replaceAll(APOSTROPHES, ''))
}

/** The words under which a name is kept, so that it is found by `searchWords` of any of the ways in which it is written. */
export function nameWords(text: string): string[] {
  const written = new Set([...searchWords(text), ...wordsOf(text.replaceAll(APOSTROPHES, ' '))])
  return [...new Set([...written].flatMap((word) => [word, SHORTENED[word] ?? word]))]
}

function wordsOf(text: string): string[] {
  return plainKey(text.normalize('NFKD'))
    .split(' ')
    .filter((word) => word !== '')
}
