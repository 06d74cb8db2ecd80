/** Bars, for the pages of the PDF and for the picture in an editable document. They ask for `ink`. */
export const CHART_TEMPLATE = String.raw`
// Parts of a bar, told apart in ink and on a photocopy: full, hatched, grey, empty.
#let hatch = tiling(size: (4pt, 4pt), place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.7pt + ink)))
#let fills = (ink, hatch, luma(72%), white)
#let swatch(at) = box(width: 9pt, height: 7pt, fill: fills.at(calc.rem(at, fills.len())), stroke: 0.5pt + ink)
#let bar(parts) = if parts.sum(default: 0) == 0 { box(width: 100%, height: 8pt) } else {
  box(width: 100%, height: 8pt, grid(
    columns: parts.filter(part => part > 0).map(part => part * 1fr),
    ..parts.enumerate().filter(((_, part)) => part > 0).map(((at, _)) => {
      rect(width: 100%, height: 8pt, fill: fills.at(calc.rem(at, fills.len())), stroke: 0.5pt + ink)
    }),
  ))
}
#let bars(it) = {
  set text(size: 8.5pt, number-width: "tabular")
  set par(leading: 0.4em)
  set align(left)
  block(below: 0.9em, it.legend.enumerate().map(((at, name)) => box[#swatch(at) #h(2pt) #name]).join(h(1.2em)))
  grid(
    columns: (32%, 1fr, auto),
    column-gutter: 8pt,
    row-gutter: 5.5pt,
    align: (left + horizon, left + horizon, right + horizon),
    ..it.bars.map(each => (each.label, bar(each.parts), each.text)).flatten(),
  )
}
#let chart(it) = block(breakable: false, width: 100%, above: 1.4em, below: 1.4em, {
  set text(size: 8.5pt)
  show figure.caption: it => block(width: 100%, below: 0.7em, align(left, strong(it.body)))
  figure(kind: "grafica", supplement: none, numbering: none, alt: it.alt, caption: figure.caption(position: top, it.caption), bars(it))
})
`
