import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { CHART_TEMPLATE } from '../pdf/chart-template.ts'
import type { PdfBlock, PdfChart } from '../pdf/model.ts'
import { toPrintable } from '../pdf/text.ts'

export interface DrawnChart {
  /** Its number in the document, so that two writings of it are the same bytes. */
  id: string
  png: Buffer
  /** In pixels of a page, 96 to the inch. */
  width: number
  height: number
}

/** Points of a page that its texts take, at most. */
const WIDTH = 480
/** Dots of the picture for each pixel of the page. */
const SHARP = 2
const PER_POINT = 96 / 72

/** The charts of a document as pictures: the same bars as in its PDF, with the typeface that the compiler brings. */
export async function drawCharts(blocks: readonly PdfBlock[], room: number): Promise<Map<PdfChart, DrawnChart>> {
  const charts = blocks.flatMap((block) => (block.type === 'chart' ? [block] : []))
  if (charts.length === 0) return new Map()
  const { default: sharp } = await import('sharp')
  const compiler = NodeCompiler.create()
  const points = Math.min(WIDTH, Math.floor(room))
  const draw = async (chart: PdfChart, at: number): Promise<[PdfChart, DrawnChart]> => {
    const svg = compiler.plainSvg({ mainFileContent: templateOf(points), inputs: { chart: JSON.stringify(printable(chart)) } })
    const width = Math.round(points * PER_POINT)
    const { data, info } = await sharp(Buffer.from(svg), { density: 72 * SHARP * PER_POINT })
      .flatten({ background: '#ffffff' })
      .resize(width * SHARP)
      .greyscale()
      .png({ palette: true, colours: 16 })
      .toBuffer({ resolveWithObject: true })
    return [chart, { id: String(at + 1), png: data, width, height: Math.round(info.height / SHARP) }]
  }
  const drawn: [PdfChart, DrawnChart][] = []
  for (const [at, chart] of charts.entries()) drawn.push(await draw(chart, at))
  return new Map(drawn)
}

function printable({ legend, bars }: PdfChart): object {
  const clean = (text: string) => toPrintable(text).text
  return { legend: legend.map(clean), bars: bars.map(({ label, parts, text }) => ({ label: clean(label), parts, text: clean(text) })) }
}

const templateOf = (width: number) => String.raw`
#let it = json(bytes(sys.inputs.chart))
#let ink = rgb("#1b1d21")
#set page(width: ${width}pt, height: auto, margin: (x: 0pt, y: 4pt))
#set text(lang: "es", font: "Libertinus Serif", size: 10.5pt, fill: ink, fallback: false, hyphenate: false)
#show "\u{200b}": box()
${CHART_TEMPLATE}
#bars(it)
`
