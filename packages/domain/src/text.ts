/** One line as it is kept: NFC, no blanks at the ends, single blanks inside, and nothing that makes a text read as what it is not. */
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

/** The words of a name as the public search stores and asks for them: publisher and reader must agree on them. */
export function searchWords(text: string): string[] {
  return plainKey(text)
    .split(' ')
    .filter((word) => word !== '')
}
