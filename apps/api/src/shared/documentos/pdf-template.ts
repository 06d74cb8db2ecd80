/**
 * The one look of our documents: ink on paper, one family, hierarchy by space. Everything variable comes in through `sys.inputs` as JSON,
 * and a string of Typst is text and never markup: what somebody typed cannot become an instruction.
 */
export const PDF_TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let ink = rgb("#1b1d21")
#let secondary = rgb("#565b63")
#let hairline = rgb("#d9d6cf")
#let gap = (x: 3.2pt, y: 3.2pt)
#let landscape = doc.orientation == "landscape"
#let margin = if landscape { 1.6cm } else { 2.2cm }
#let width = (if landscape { 11in } else { 8.5in }) - 2 * margin

#set document(title: doc.title, author: doc.institute, date: auto)
#set text(lang: "es", region: "MX", font: "Libertinus Serif", size: 10.5pt, fill: ink, fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "us-letter",
  flipped: landscape,
  margin: (top: 2.3cm, bottom: 2cm, x: margin),
  header-ascent: 35%,
  footer-descent: 35%,
  header: {
    set text(size: 8.5pt, fill: secondary)
    grid(columns: (1fr, auto), column-gutter: 1em, align: (left, right), doc.institute, doc.proceso)
    v(-0.5em)
    line(length: 100%, stroke: 0.5pt + ink)
  },
  footer: {
    set text(size: 8.5pt, fill: secondary)
    grid(
      columns: (1fr, auto),
      column-gutter: 1.5em,
      align: (left, right),
      doc.foot,
      context [Página #counter(page).display() de #counter(page).final().first()],
    )
  },
)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(above: 0em, below: 0.9em, text(size: 17pt, it.body))
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.8em, sticky: true, text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 10.5pt, it.body))

#let paragraphs(it) = par(it.text)
#let items(it) = if it.ordered { enum(..it.items.map(text => enum.item(text))) } else { list(..it.items.map(text => list.item(text))) }
#let facts(it) = block(above: 1.2em, below: 1.2em, {
  set terms(tight: true, separator: [: ], hanging-indent: 1em)
  set par(leading: 0.6em)
  terms(..it.facts.map(fact => terms.item(fact.label, fact.text)))
})
// Above a row, from its first cell: borders of the table would be described again in every cell for readers who cannot see them.
#let rule(stroke) = place(top + left, dx: -gap.x, dy: -gap.y, line(length: width, stroke: stroke))
#let cells(it) = {
  set text(size: if landscape { 8pt } else { 9.5pt }, number-width: "tabular")
  set par(leading: 0.45em)
  set table.cell(breakable: false)
  table(
    columns: it.columns.map(column => column.width * 1fr),
    align: left + top,
    inset: gap,
    stroke: none,
    table.header(..it.columns.enumerate().map(((at, column)) => {
      if at == 0 { rule(0.9pt + ink) }
      text(weight: "bold", column.title)
    })),
    ..it.rows.enumerate().map(((at, row)) => {
      let line = if at == 0 { 0.6pt + ink } else { 0.4pt + hairline }
      (rule(line) + row.first(), ..row.slice(1))
    }).flatten(),
  )
}
#let blanks(it) = {
  set text(size: 9.5pt)
  grid(
    columns: (1fr, 1fr),
    column-gutter: 1.2cm,
    row-gutter: 0.5cm,
    ..it.labels.map(label => block(breakable: false, width: 100%, {
      v(1cm)
      line(length: 100%, stroke: 0.6pt + ink)
      v(-0.6em)
      text(fill: secondary, label)
    })),
  )
}
#let joined(lines) = lines.map(line => [#line]).join(linebreak())
#let lines(it) = block(width: 100%, above: 1.4em, below: 1.4em, {
  set align(if it.align == "end" { right } else { left })
  set text(weight: if it.strong { "bold" } else { "regular" })
  par(joined(it.lines))
})
#let signature(it) = block(breakable: false, width: 100%, above: 2.2cm, {
  set align(center)
  line(length: 7.5cm, stroke: 0.6pt + ink)
  v(-0.4em)
  par(strong(joined(it.lines)))
})
#let shown = (
  heading: it => heading(level: it.level, it.text),
  paragraph: paragraphs,
  list: items,
  facts: facts,
  table: cells,
  blanks: blanks,
  lines: lines,
  signature: signature,
)

#heading(level: 1, doc.title)
#if doc.notice != none {
  block(stroke: (left: 3pt + ink), inset: (left: 0.8em, y: 0.35em), par(strong(doc.notice)))
}
#for it in doc.blocks { (shown.at(it.type))(it) }
`
