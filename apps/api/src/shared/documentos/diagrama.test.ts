import { drawDiagram } from './diagrama.ts'
import type { DiagramBox, PdfDiagram } from './pdf/model.ts'

const box = (id: string, column: number, row: number): DiagramBox => ({ id, title: `${id} "<b>&`, lines: ['una <línea>'], column, row })
const diagram = (boxes: DiagramBox[], links: PdfDiagram['links'] = []): PdfDiagram => ({
  type: 'diagram',
  caption: 'c',
  alt: 'a',
  boxes,
  links,
})

it('draws each box in its place and each link from edge to edge, over a picture that holds them all', () => {
  const svg = drawDiagram(diagram([box('uno', 0, 0), box('dos', 2, 0)], [{ from: 'uno', to: 'dos', label: 'x', solid: true }]))
  expect(svg).toContain('viewBox="0 0 600 170"')
  expect(svg.match(/<rect /g)).toHaveLength(2)
  // Right edge of the first (100 + 78) to the left edge of the second (500 − 78), at half the height of the row.
  expect(svg).toContain('<line x1="178.0" y1="85.0" x2="422.0" y2="85.0"/>')
})

it('a text is never markup, and a link that nothing enforces is dashed', () => {
  const links = [{ from: 'a', to: 'b', label: 'x', solid: false }]
  const svg = drawDiagram(diagram([box('a', 0, 0), box('b', 0, 1)], links))
  expect(svg).toContain('&quot;&lt;b&gt;&amp;')
  expect(svg).toContain('una &lt;línea&gt;')
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1)
})

it('refuses a link to a box that is not there', () => {
  expect(() => drawDiagram(diagram([box('a', 0, 0)], [{ from: 'a', to: 'z', label: 'x', solid: true }]))).toThrow(/a → z/)
})
