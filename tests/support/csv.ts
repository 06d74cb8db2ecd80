/** One cell, quoted or not, and its end. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy

/** The rows of a CSV as RFC 4180 writes it; anything else fails. */
export function readCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8')
  const rows: string[][] = [[]]
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const [, cell = '', end] = CELL.exec(text) ?? fail()
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

function fail(): never {
  throw new Error('this is no CSV')
}

/** Each row by its headings. */
export function readRecords(bytes: Buffer): Record<string, string>[] {
  const [headings = [], ...rows] = readCsv(bytes)
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])))
}
