/** One line as it is kept: NFC, no blanks at the ends, single blanks inside, and nothing that makes a text read as what it is not. */
export function cleanLine(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
