import { defineComponent, h, type PropType, type VNode } from 'vue'
import './markdown.css'

/** Parsed Markdown: the part that shows it needs no parser, and nothing ever becomes HTML. */
export type MarkdownInline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: MarkdownInline[] }
  | { type: 'link'; href: string; children: MarkdownInline[] }

export type MarkdownBlock =
  | { type: 'heading'; level: number; children: MarkdownInline[] }
  | { type: 'paragraph'; children: MarkdownInline[] }
  | { type: 'list'; ordered: boolean; items: MarkdownInline[][] }
  | { type: 'quote'; children: MarkdownBlock[] }
  | { type: 'table'; header: MarkdownInline[][]; rows: MarkdownInline[][][] }

/** Blocks of Markdown as elements. `headingOffset` puts its headings below those of the page. */
export const UiMarkdown = defineComponent({
  name: 'UiMarkdown',
  props: {
    blocks: { type: Array as PropType<readonly MarkdownBlock[]>, required: true },
    headingOffset: { type: Number, default: 0 },
  },
  setup(props) {
    return () => h('div', { class: 'ui-markdown' }, renderBlocks(props.blocks, props.headingOffset))
  },
})

function renderBlocks(blocks: readonly MarkdownBlock[], offset: number): VNode[] {
  return blocks.map((block) => renderBlock(block, offset))
}

type BlockOf<Type> = Extract<MarkdownBlock, { type: Type }>

function renderBlock(block: MarkdownBlock, offset: number): VNode {
  switch (block.type) {
    case 'heading':
      return h(`h${Math.min(6, block.level + offset)}`, renderInline(block.children))
    case 'paragraph':
      return h('p', renderInline(block.children))
    case 'list':
      return renderList(block)
    case 'quote':
      return h('blockquote', renderBlocks(block.children, offset))
    case 'table':
      return renderTable(block)
  }
}

function renderList({ ordered, items }: BlockOf<'list'>): VNode {
  const lines = items.map((item) => h('li', renderInline(item)))
  return h(ordered ? 'ol' : 'ul', lines)
}

function renderTable({ header, rows }: BlockOf<'table'>): VNode {
  const heads = header.map((cell) => h('th', { scope: 'col' }, renderInline(cell)))
  return h('div', { class: 'ui-markdown__table', role: 'group', tabindex: 0 }, [
    h('table', [h('thead', [h('tr', heads)]), h('tbody', rows.map(renderRow))]),
  ])
}

function renderRow(cells: MarkdownInline[][]): VNode {
  return h(
    'tr',
    cells.map((cell) => h('td', renderInline(cell))),
  )
}

function renderInline(inlines: MarkdownInline[]): (VNode | string)[] {
  return inlines.map((inline) => {
    if (inline.type === 'text') return inline.text
    if (inline.type === 'link') return renderLink(inline)
    return h(inline.type, renderInline(inline.children))
  })
}

/** An address that is not https leads nowhere, no matter the author of the block. */
function renderLink({ href, children }: Extract<MarkdownInline, { type: 'link' }>): VNode | string {
  const content = renderInline(children)
  return href.startsWith('https://') ? h('a', { href, rel: 'noopener noreferrer' }, content) : h('span', content)
}
