import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { toPrintable } from './pdf/text.ts'
import { RETRATO, VISTA, type VistaPrevia } from './vista-previa-model.ts'

/**
 * PNG of a preview. The compiler of our documents draws the texts: it brings its own typeface and knows no font of the machine. The
 * photograph is laid upon them.
 */
export async function renderVista(vista: VistaPrevia): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { retrato, ...said } = vista
  const drawn = NodeCompiler.create().plainSvg({
    mainFileContent: TEMPLATE,
    inputs: { vista: JSON.stringify({ ...printable(said), retrato: retrato !== null }) },
  })
  const { x, y, ancho, alto } = RETRATO
  const photo = retrato && [{ input: await sharp(retrato).resize(ancho, alto, { fit: 'cover' }).toBuffer(), left: x, top: y }]
  return sharp(Buffer.from(drawn))
    .resize(VISTA.ancho, VISTA.alto)
    .composite(photo ?? [])
    .flatten({ background: '#fbfaf7' })
    .png({ palette: true })
    .toBuffer()
}

function printable({ titulo, lineas, actor, pie, aviso }: Omit<VistaPrevia, 'retrato'>): object {
  const clean = (text: string) => toPrintable(text).text
  return {
    titulo: clean(titulo),
    tamano: sizeOf(titulo),
    lineas: lineas.map(clean),
    actor: actor && { siglas: clean(actor.siglas), nombre: clean(actor.nombre) },
    pie: clean(pie),
    aviso: aviso && clean(aviso),
  }
}

/** Points of a title, so that it leaves room for the texts below. */
function sizeOf({ length }: string): number {
  if (length <= 24) return 96
  if (length <= 40) return 84
  return length <= 60 ? 70 : 54
}

const TEMPLATE = String.raw`
#let vista = json(bytes(sys.inputs.vista))
#let ink = rgb("#1b1d21")
#let secondary = rgb("#565b63")
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: rgb("#fbfaf7"))
#set text(lang: "es", font: "Libertinus Serif", fill: ink, fallback: false, hyphenate: false)
#set par(leading: 0.3em, spacing: 16pt)
#let start = if vista.retrato { ${RETRATO.x + RETRATO.ancho + 60}pt } else { 80pt }
#place(top, rect(width: 100%, height: 14pt, fill: ink))
#place(dx: start, dy: ${RETRATO.y}pt, block(width: 1200pt - start - 60pt, height: ${RETRATO.alto}pt, clip: true, {
  block(below: 30pt, {
    set text(size: vista.tamano * if vista.retrato { 0.72pt } else { 1pt }, weight: "bold")
    set par(leading: 0.36em)
    vista.titulo
  })
  for line in vista.lineas { par(text(size: 40pt, line)) }
  if vista.actor != none {
    v(12pt)
    grid(columns: (auto, 1fr), column-gutter: 16pt, align: left + horizon,
      box(stroke: 1.5pt + rgb("#7b7871"), inset: (x: 14pt, y: 9pt), text(size: 28pt, weight: "bold", vista.actor.siglas)),
      text(size: 34pt, vista.actor.nombre))
  }
}))
#place(dx: 80pt, dy: 556pt, block(width: 1040pt, {
  line(length: 100%, stroke: 1pt + ink)
  v(4pt)
  grid(columns: (1fr, auto), text(size: 26pt, vista.pie), if vista.aviso != none { text(size: 26pt, weight: "bold", vista.aviso) })
}))
`
