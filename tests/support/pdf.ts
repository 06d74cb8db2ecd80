import { execFileSync } from 'node:child_process'

interface Word {
  page: number
  from: number
  to: number
  top: number
  text: string
}

/** Reads a PDF of ours with somebody else's programs (poppler). */
export const readPdf = {
  /** The text in reading order, blanks joined. */
  text: (pdf: Buffer): string => run(['pdftotext', '-raw', '-', '-'], pdf).replaceAll(/\s+/g, ' '),
  /** The same of the first page alone. */
  firstPage: (pdf: Buffer): string => run(['pdftotext', '-raw', '-l', '1', '-', '-'], pdf).replaceAll(/\s+/g, ' '),
  /** Each word of each page with its position in points; words outside of the sheet are left out. */
  words: (pdf: Buffer): Word[] =>
    run(['pdftotext', '-bbox', '-', '-'], pdf)
      .split('<page ')
      .slice(1)
      .flatMap((page, index) =>
        [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="[\d.-]+">([^<]*)</g)].map(
          ([, from, top, to, text = '']) => ({ page: index + 1, from: Number(from), top: Number(top), to: Number(to), text }),
        ),
      ),
  /** The tags and their contents, one line each. */
  structure: (pdf: Buffer): string => run(['pdfinfo', '-struct-text', '-'], pdf),
  /** Title, Pages, Page size, Tagged, CreationDate … */
  properties: (pdf: Buffer): Record<string, string> =>
    Object.fromEntries(
      run(['pdfinfo', '-isodates', '-'], pdf)
        .split('\n')
        .map((line) => /^([^:]+):\s*(.*)$/.exec(line)?.slice(1) ?? ['', '']),
    ),
  /** The XMP packet. */
  metadata: (pdf: Buffer): string => run(['pdfinfo', '-meta', '-'], pdf),
  /** A printed page, 150 dots to the inch. */
  page: (pdf: Buffer, page: number): Buffer => bytesOf(['pdftoppm', '-r', '150', '-png', '-f', `${page}`, '-l', `${page}`, '-'], pdf),
  /** Every page, gray, so many dots to the inch. */
  grayPages: (pdf: Buffer, dpi: number): Buffer[] =>
    Array.from({ length: Number(readPdf.properties(pdf)['Pages']) }, (_, at) =>
      bytesOf(['pdftoppm', '-r', `${dpi}`, '-gray', '-png', '-f', `${at + 1}`, '-l', `${at + 1}`, '-'], pdf),
    ),
  /** Names of the fonts that are not inside the file. */
  fontsOutside: (pdf: Buffer): string[] =>
    run(['pdffonts', '-'], pdf)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '' && !/ yes (yes|no) (yes|no) +\d+ +\d+$/.test(line)),
}

function run(command: string[], input: Buffer): string {
  return bytesOf(command, input).toString('utf8')
}

function bytesOf([program = '', ...args]: string[], input: Buffer): Buffer {
  try {
    return execFileSync(program, args, { input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    throw new Error(`The tests of documents need ${program}: install Debian's package \`poppler-utils\`.`)
  }
}
