/**
 * The part of Markdown that legal notices use: headings, paragraphs, lists, quotes, tables, bold, italics and links to
 * https addresses. Anything else is shown as it was written; nothing ever becomes HTML. By hand: markdown-it reads far more than that, and the
 * rules depend on no package.
 */
export type Inline =
  { type: 'text'; text: string } | { type: 'strong' | 'em'; children: Inline[] } | { type: 'link'; href: string; children: Inline[] }

export type Block =
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'table'; header: Inline[][]; rows: Inline[][][] }

/** Quotes inside quotes, beyond which a mark is text like any other. */
const MAX_DEPTH = 4

export function parseMarkdown(source: string): Block[] {
  return parseBlocks(source, 0)
}

function parseBlocks(source: string, depth: number): Block[] {
  const kinds = depth < MAX_DEPTH ? KINDS : KINDS.filter((kind) => kind !== QUOTED)
  const blocks: Block[] = []
  let lines = source.replaceAll('\r\n', '\n').split('\n')
  while (lines.length > 0) {
    const rest = lines
    const first = rest[0] ?? ''
    if (first.trim() === '') {
      lines = rest.slice(1)
      continue
    }
    const kind = kinds.find(({ starts }) => starts(rest)) ?? PARAGRAPH
    const length = Math.max(1, kind.length(rest))
    blocks.push(kind.build(rest.slice(0, length), depth))
    lines = rest.slice(length)
  }
  return blocks
}

interface Kind {
  starts: (lines: string[]) => boolean
  length: (lines: string[]) => number
  build: (lines: string[], depth: number) => Block
}

const HEADING = /^(#{1,6})\s+(\S.*|)$/
const QUOTE = /^>\s?/
/** As people type them: also indented, and with the signs that a word processor puts. */
const BULLET = /^\s{0,8}[-*•–]\s+/
const NUMBER = /^\s{0,8}\d+[.)]\s+/
const ROW = /^\s*\|.*\|\s*$/
const RULE_ROW = /^[\s:|-]+$/

const QUOTED: Kind = {
  starts: begins(QUOTE),
  length: (lines) => runOf(lines, QUOTE),
  build: (lines, depth) => ({ type: 'quote', children: parseBlocks(lines.map((line) => line.replace(QUOTE, '')).join('\n'), depth + 1) }),
}

const KINDS: Kind[] = [
  { starts: begins(HEADING), length: () => 1, build: ([line = '']) => buildHeading(line) },
  QUOTED,
  { starts: begins(BULLET), length: (lines) => itemsLength(lines, BULLET), build: (lines) => buildList(lines, BULLET) },
  { starts: begins(NUMBER), length: (lines) => itemsLength(lines, NUMBER), build: (lines) => buildList(lines, NUMBER) },
  {
    starts: ([line = '', next = '']) => ROW.test(line) && RULE_ROW.test(next),
    length: (lines) => runOf(lines, ROW),
    build: ([header = '', , ...rows]) => ({ type: 'table', header: cellsOf(header), rows: rows.map(cellsOf) }),
  },
]

const PARAGRAPH: Kind = {
  starts: () => true,
  length: (lines) => {
    const end = lines.findIndex(
      (line, index) => line.trim() === '' || (index > 0 && KINDS.some(({ starts }) => starts(lines.slice(index)))),
    )
    return end === -1 ? lines.length : end
  },
  build: (lines) => ({ type: 'paragraph', children: parseInline(lines.map((line) => line.trim()).join(' ')) }),
}

function begins(pattern: RegExp): (lines: string[]) => boolean {
  return ([line = '']) => pattern.test(line)
}

function runOf(lines: string[], pattern: RegExp): number {
  const end = lines.findIndex((line) => !pattern.test(line))
  return end === -1 ? lines.length : end
}

/** Items, with the indented lines that continue them. */
function itemsLength(lines: string[], marker: RegExp): number {
  const end = lines.findIndex((line) => !marker.test(line) && !/^\s+\S/.test(line))
  return end === -1 ? lines.length : end
}

function buildHeading(line: string): Block {
  const [, marks = '#', text = ''] = HEADING.exec(line) ?? []
  return { type: 'heading', level: marks.length, children: parseInline(text) }
}

function buildList(lines: string[], marker: RegExp): Block {
  const items: string[] = []
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return { type: 'list', ordered: marker === NUMBER, items: items.map(parseInline) }
}

function cellsOf(row: string): Inline[][] {
  const inner = row.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => parseInline(cell.trim()))
}

const INLINE = /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|\[(?<label>[^[\]]+)\]\((?<href>[^\s()]+)\)/g

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.groups?.['href']?.startsWith('https://') === false) continue
    if (match.index > at) parts.push({ type: 'text', text: text.slice(at, match.index) })
    parts.push(buildInline(match.groups ?? {}))
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) })
  return parts
}

function buildInline({ strong, em, label = '', href = '' }: Record<string, string | undefined>): Inline {
  if (strong !== undefined) return { type: 'strong', children: parseInline(strong) }
  if (em !== undefined) return { type: 'em', children: parseInline(em) }
  return { type: 'link', href, children: parseInline(label) }
}
