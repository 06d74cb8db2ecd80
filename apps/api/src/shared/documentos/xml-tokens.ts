import { ZipError } from '../archivos/unzip.ts'

/** Tags and texts of an XML part in turn: joined they are the part again. Linear in its length, for any content. */
export function tokensOf(xml: string): string[] {
  const tokens: string[] = []
  for (let at = 0; at < xml.length;) {
    const end = xml[at] === '<' ? endOfTag(xml, at) : endOfText(xml, at)
    tokens.push(xml.slice(at, end))
    at = end
  }
  return tokens
}

function endOfText(xml: string, start: number): number {
  const next = xml.indexOf('<', start)
  return next < 0 ? xml.length : next
}

/** A tag ends at the first > that is not within quotes; a comment or a CDATA at its own mark. */
function endOfTag(xml: string, start: number): number {
  for (const [opens, closes] of MARKED) if (xml.startsWith(opens, start)) return after(xml, closes, start + opens.length)
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at]
    if (sign === '>') return at + 1
    if (sign === '"' || sign === "'") at = after(xml, sign, at + 1) - 1
  }
  throw new ZipError('ilegible')
}

const MARKED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new ZipError('ilegible')
  return at + mark.length
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? all
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all
  })
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
