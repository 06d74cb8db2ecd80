import { CHART_TEMPLATE } from './chart-template.ts'
import { PDF_OFICIAL } from './oficial.ts'
import { PAGINA } from './palabras.ts'

/**
 * The one look of our documents: ink on paper, one family, hierarchy by space. Everything variable comes in through `sys.inputs` as JSON. A
 * string of Typst is text and never markup: a typed text cannot become an instruction.
 */
export const PDF_TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let ink = rgb("#1b1d21")
#let secondary = rgb("#565b63")
#let hairline = rgb("#d9d6cf")
#let gap = (x: 3.2pt, y: 3.2pt)
#let legal = doc.orientation == "legal"
#let landscape = legal or doc.orientation == "landscape"
#let m = doc.at("membrete", default: none)
#let official = m != none
#let covered = doc.at("cover", default: none) != none
#let margin = if landscape { 1.6cm } else { 2.2cm }
// Room at the left to punch holes and to sign each sheet.
#let left-margin = if official and not landscape { 2.8cm } else { margin }
#let width = (if legal { 14in } else if landscape { 11in } else { 8.5in }) - margin - left-margin

#set document(title: doc.title, author: doc.institute, date: auto)
#set text(lang: "es", region: "MX", font: "Libertinus Serif", size: 10.5pt, fill: ink, fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set text(size: 11pt) if official
#set par(justify: true, leading: 0.66em, spacing: 1em) if official
${PDF_OFICIAL}
// A place to break a long word, that nobody copies along with a hash or a folio.
#show "\u{200b}": box()
// Spanish repeats the hyphen of a word that breaks at one: the name of a file would read as another.
#show regex("\\S*/\\S*-\\S*|\\S+-\\S*\\.(pdf|docx|xlsx|csv|json|zip)"): set text(lang: "zxx")
#set page(
  paper: if legal { "us-legal" } else { "us-letter" },
  flipped: landscape,
  margin: (top: 2.3cm, bottom: 2cm, left: left-margin, right: margin),
  header-ascent: 35%,
  footer-descent: 35%,
  header: if official { official-head() } else {
    set text(size: 8.5pt, fill: secondary)
    grid(columns: (1fr, auto), column-gutter: 1em, align: (left, right), doc.institute, doc.proceso)
    v(-0.5em)
    line(length: 100%, stroke: 0.5pt + ink)
  },
  footer: if official { official-foot() } else {
    set text(size: 8.5pt, fill: secondary)
    grid(
      columns: (1fr, auto),
      column-gutter: 1.5em,
      align: (left, right),
      doc.foot,
      context [${PAGINA} #counter(page).display() de #counter(page).final().first()],
    )
  },
)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => if official and not covered {
  block(width: 100%, above: 0.4em, below: 1.2em, align(center, text(size: 12pt, it.body)))
} else {
  block(above: 0em, below: 0.9em, text(size: 17pt, it.body))
}
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.8em, sticky: true, text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 10.5pt, it.body))

#let kept(it, body) = if it.at("keep", default: false) { block(sticky: true, width: 100%, body) } else { body }
#let sized(it, body) = if it.at("small", default: false) { set text(size: 8.5pt); set par(leading: 0.5em, spacing: 0.6em); body } else { body }
// A text, or its stretches where some are bold or italic.
#let said(text, runs) = if runs == none { text } else {
  runs.map(run => {
    let body = [#run.text]
    if run.at("em", default: false) { body = emph(body) }
    if run.at("strong", default: false) { strong(body) } else { body }
  }).join()
}
#let paragraphs(it) = kept(it, sized(it, par(said(it.text, it.at("runs", default: none)))))
#let items(it) = {
  let all = it.items.enumerate().map(((at, text)) => said(text, it.at("runs", default: ()).at(at, default: none)))
  kept(it, if it.ordered { enum(..all.map(body => enum.item(body))) } else { list(..all.map(body => list.item(body))) })
}
// In a box of one size for all, on white; without a picture the siglas take its place.
#let emblem(it) = box(width: 36pt, height: 24pt, baseline: 8pt, stroke: 0.5pt + secondary, align(center + horizon, if it.path == none {
  text(size: 8pt, weight: "bold", it.siglas)
} else {
  image(it.path, format: "webp", alt: it.siglas, width: 100%, height: 100%, fit: "contain")
}))
// A hash stands in one line, below its label.
#let valued(text) = if text.replace("\u{200b}", "").match(regex("^[0-9a-f]{64}$")) == none { text } else {
  linebreak()
  box(std.text(size: 9pt, text.replace("\u{200b}", "")))
}
#let facts(it) = block(above: 1.2em, below: 1.2em, {
  set terms(tight: true, separator: [: ], hanging-indent: 1em)
  set par(leading: 0.6em, justify: false)
  terms(..it.facts.map(fact => terms.item(fact.label, if "emblem" in fact { emblem(fact.emblem); h(4pt); fact.text } else { valued(fact.text) })))
})
// Above a row, from its first cell: borders of the table would be described again in every cell for readers who cannot see them.
#let rule(stroke, y: gap.y) = place(top + left, dx: -gap.x, dy: -y, line(length: width, stroke: stroke))
#let cells(it) = {
  let sum = it.at("total", default: false)
  let tall = if it.at("firma", default: false) { 0.29cm } else { gap.y }
  let usual = if landscape { 8pt } else { 9.5pt }
  // Widths are in letters: a table with more of them than its page has smaller ones, to a limit.
  let needed = it.columns.map(column => column.width).sum() * usual
  set text(size: calc.max(6.5pt, calc.min(usual, usual * (width / needed))), number-width: "tabular")
  set par(leading: 0.45em, justify: false)
  set table.cell(breakable: false)
  let body = table(
    columns: it.columns.map(column => column.width * 1fr),
    align: it.columns.map(column => if column.at("align", default: "start") == "end" { right + top } else { left + top }),
    inset: (x, y) => (x: gap.x, y: if y == 0 { gap.y } else { tall }),
    stroke: none,
    table.header(..it.columns.enumerate().map(((at, column)) => {
      if at == 0 { rule(0.9pt + ink) }
      text(weight: "bold", hyphenate: column.at("divided", default: false), column.title)
    })),
    ..it.rows.enumerate().map(((at, row)) => {
      let last = sum and at == it.rows.len() - 1
      let line = if at == 0 or last { 0.6pt + ink } else { 0.4pt + hairline }
      (rule(line, y: tall) + row.first(), ..row.slice(1)).map(cell => if last { strong(cell) } else { cell })
    }).flatten(),
  )
  let whole = if it.at("caption", default: none) == none { body } else {
    figure(kind: table, supplement: none, numbering: none, caption: it.caption, body)
  }
  // No row of a short table is read on another page than its heads.
  if it.whole { block(breakable: false, width: 100%, whole) } else { whole }
  for note in it.at("notes", default: ()) { block(above: 0.5em, below: 0.5em, text(size: 8pt, fill: secondary, note)) }
}
${CHART_TEMPLATE}
#let diagram(it) = block(breakable: false, width: 100%, above: 1.4em, below: 1.4em, {
  show figure.caption: it => block(width: 100%, below: 0.7em, align(left, text(size: 9.5pt, fill: secondary, it.body)))
  figure(kind: "diagrama", supplement: none, numbering: none, alt: it.alt, caption: figure.caption(position: top, it.caption), image(bytes(it.svg), format: "svg", width: 100%))
})
#let portrait(it) = grid(
  columns: (3.6cm, 1fr),
  column-gutter: 0.7cm,
  image(it.path, format: "webp", alt: it.alt, width: 100%),
  facts(it),
)
#let qr(it) = block(breakable: false, width: 100%, above: 1.4em, grid(
  columns: (3.4cm, 1fr),
  column-gutter: 0.5cm,
  align: left + horizon,
  image(bytes(it.svg), format: "svg", alt: it.address, width: 100%),
  { par(it.text); par(link(it.address)) },
))
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
#let lines(it) = block(width: 100%, above: 1.4em, below: 1.4em, sticky: it.at("keep", default: false), {
  set align((end: right, center: center, start: left).at(it.align))
  set text(weight: if it.strong { "bold" } else { "regular" })
  set par(justify: false)
  let body = sized(it, par(joined(it.lines)))
  // Long lines at the right keep to two thirds of the page.
  if official and it.align == "end" { block(width: 66%, body) } else { body }
})
#let signed(lines) = {
  line(length: 7.5cm, stroke: 0.6pt + ink)
  v(-0.4em)
  par(strong(joined(lines)))
}
#let signature(it) = block(breakable: false, width: 100%, above: 2.2cm, sticky: it.at("keep", default: false), {
  set align(center)
  if "beside" in it { grid(columns: (1fr, 1fr), column-gutter: 0.5cm, signed(it.lines), signed(it.beside)) } else { signed(it.lines) }
})
#let shown = (
  heading: it => heading(level: it.level, it.text),
  paragraph: paragraphs,
  list: items,
  facts: facts,
  table: cells,
  chart: chart,
  diagram: diagram,
  portrait: portrait,
  qr: qr,
  blanks: blanks,
  lines: lines,
  signature: signature,
  points: points,
  signatures: signatures,
  page: it => pagebreak(),
)

#let notice = if doc.notice != none {
  block(stroke: (left: 3pt + ink), inset: (left: 0.8em, y: 0.35em), par(strong(doc.notice)))
}
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set align(left)
#show figure.caption.where(kind: table): it => block(width: 100%, above: 0.8em, below: 0.8em, sticky: true, align(left, text(size: 9.5pt, fill: secondary, it.body)))
#if official { letterhead() }
#if not covered {
  if not doc.at("letter", default: false) { heading(level: 1, doc.title) }
  notice
} else {
  if not official {
    v(3.5cm)
    line(length: 4cm, stroke: 2pt + ink)
    v(0.6cm)
  }
  { show heading: set text(size: if official { 17pt } else { 24pt }); heading(level: 1, doc.title) }
  text(size: 13pt, fill: secondary, doc.cover.subtitle)
  v(if official { 0.3cm } else { 1cm })
  notice
  facts((facts: doc.cover.facts))
  for text in doc.cover.paragraphs { par(text) }
  if not official { pagebreak() }
}
#for it in doc.blocks { (shown.at(it.type))(it) }
`
