import { ENTRE, PAGINA } from './palabras.ts'

/** Parts of the template that only papers of the institute have: letterhead, heads and feet, agenda, and room to sign. */
export const PDF_OFICIAL = String.raw`
#let joined(lines) = lines.map(line => [#line]).join(linebreak())
#let official-head() = context {
  let first = counter(page).get().first() == 1
  set text(size: 8.5pt, fill: secondary)
  set par(justify: false)
  grid(
    columns: (1fr, auto),
    column-gutter: 1em,
    align: (left, right),
    if first { [] } else { m.encabezado },
    text(fill: ink, weight: "bold", m.marcas.join("${ENTRE}")),
  )
  if not first { v(-0.5em); line(length: 100%, stroke: 0.5pt + ink) }
}
#let official-foot() = {
  set text(size: 8.5pt, fill: secondary)
  set par(justify: false, spacing: 0.4em)
  set align(center)
  if m.pie.len() > 0 { par(m.pie.join("${ENTRE}")) }
  context [${PAGINA} #counter(page).display() de #counter(page).final().first()]
}
#let letterhead() = block(width: 100%, above: 0em, below: 2.2em, {
  set par(justify: false, leading: 0.5em, spacing: 0.55em)
  grid(
    columns: (auto, 1fr),
    column-gutter: 1em,
    align: (left + horizon, right + horizon),
    if m.emblema == none { [] } else { image(m.emblema, format: "png", height: 1.6cm, alt: m.nombre) },
    {
      par(strong(m.nombre))
      if m.area != none { par(text(size: 10pt, m.area)) }
    },
  )
  v(-0.1em)
  line(length: 100%, stroke: 0.8pt + ink)
  if m.lema != none { align(right, text(size: 9pt, style: "italic", "\"" + m.lema + "\"")) }
})
#let points(it) = {
  set enum(indent: 0.4em, body-indent: 0.6em, spacing: 0.9em)
  enum(..it.items.map(item => enum.item({
    item.text
    for note in item.notes { block(above: 0.45em, below: 0em, text(size: 9pt, fill: secondary, note)) }
  })))
}
#let signer(lines) = block(breakable: false, width: 100%, above: 0em, {
  set align(center)
  set par(justify: false, leading: 0.5em, spacing: 0.4em)
  v(1.7cm)
  line(length: 7cm, stroke: 0.6pt + ink)
  par(strong(lines.first()))
  if lines.len() > 1 { par(text(size: 9.5pt, joined(lines.slice(1)))) }
})
#let signatures(it) = {
  let alone = it.signers.len() == 1
  let all = {
    grid(
      columns: if alone { (1fr,) } else { (1fr, 1fr) },
      column-gutter: 0.6cm,
      row-gutter: 0.3cm,
      ..it.signers.map(signer),
    )
    if "closing" in it { block(width: 100%, above: 1.6em, align(center, text(size: 8.5pt, weight: "bold", it.closing))) }
  }
  // Those that fit on a page stay together; more of them run over, two at a time.
  context block(width: 100%, breakable: measure(block(width: width, all)).height > (if landscape { 15cm } else { 21cm }), below: 1.8em, all)
}
`
