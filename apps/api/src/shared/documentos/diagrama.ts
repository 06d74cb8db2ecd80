import type { DiagramBox, DiagramLink, PdfDiagram } from './pdf/model.ts'

const COLUMN = 200
const ROW = 170
const BOX = { width: 156, height: 100 }
const INK = '#1b1d21'
const FOOT = 12

/** Picture of a diagram as SVG, 200 units for each column and 170 for each row: the same diagram is the same text. */
export function drawDiagram({ boxes, links }: PdfDiagram): string {
  const places = new Map(boxes.map((box) => [box.id, centreOf(box)]))
  const width = COLUMN * (Math.max(...boxes.map(({ column }) => column)) + 1)
  const height = ROW * (Math.max(...boxes.map(({ row }) => row)) + 1)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Libertinus Serif" fill="${INK}">`,
    ...links.map((link) => drawLink(link, places)),
    ...boxes.map((box) => drawBox(box, centreOf(box))),
    '</svg>',
  ].join('')
}

interface Point {
  x: number
  y: number
}

function centreOf({ column, row }: DiagramBox): Point {
  return { x: COLUMN * (column + 0.5), y: ROW * (row + 0.5) }
}

function drawBox({ title, lines }: DiagramBox, { x, y }: Point): string {
  const left = x - BOX.width / 2
  const top = y - BOX.height / 2
  const texts = lines.map((line, at) => `<text x="${left + 8}" y="${top + 32 + at * 14}" font-size="11">${escaped(line)}</text>`)
  return (
    `<rect x="${left}" y="${top}" width="${BOX.width}" height="${BOX.height}" fill="#ffffff" stroke="${INK}" stroke-width="1"/>` +
    `<text x="${left + 8}" y="${top + 17}" font-size="13" font-weight="bold">${escaped(title)}</text>${texts.join('')}`
  )
}

/** A line between the edges of two boxes: three toes where there are many, a bar where there is one. */
function drawLink({ from, to, solid }: DiagramLink, places: ReadonlyMap<string, Point>): string {
  const [many, one] = [places.get(from), places.get(to)]
  if (!many || !one) throw new Error(`a link names a box that is not in its diagram: ${from} → ${to}`)
  const start = edgeOf(many, one)
  const end = edgeOf(one, many)
  const towards = unit(start, end)
  const root = moved(start, towards, FOOT)
  const bar = moved(end, towards, -FOOT / 2)
  const across = { x: -towards.y, y: towards.x }
  const toes = [-1, 1].map((side) => line(root, moved(start, across, (side * FOOT) / 2)))
  const stroke = `<g stroke="${INK}" stroke-width="1" fill="none">`
  const dashes = solid ? '' : ' stroke-dasharray="4 3"'
  return `${stroke}${line(start, end, dashes)}${toes.join('')}${line(moved(bar, across, -FOOT / 2), moved(bar, across, FOOT / 2))}</g>`
}

/** Point of a box's edge at which the line towards another box leaves it. */
function edgeOf(centre: Point, towards: Point): Point {
  const dx = towards.x - centre.x
  const dy = towards.y - centre.y
  const share = Math.min(dx === 0 ? Infinity : BOX.width / 2 / Math.abs(dx), dy === 0 ? Infinity : BOX.height / 2 / Math.abs(dy))
  return { x: centre.x + dx * share, y: centre.y + dy * share }
}

function unit(from: Point, to: Point): Point {
  const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}

function moved({ x, y }: Point, by: Point, length: number): Point {
  return { x: x + by.x * length, y: y + by.y * length }
}

function line(a: Point, b: Point, more = ''): string {
  return `<line x1="${fixed(a.x)}" y1="${fixed(a.y)}" x2="${fixed(b.x)}" y2="${fixed(b.y)}"${more}/>`
}

function fixed(n: number): string {
  return n.toFixed(1)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
