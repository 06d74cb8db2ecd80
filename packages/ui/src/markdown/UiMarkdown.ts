import { computed, defineComponent, h, type VNode } from 'vue'
import { parseMarkdown, type Block, type Inline } from './parse-markdown.ts'
import './markdown.css'

/** Text with Markdown as elements, never as HTML. `headingOffset` puts its headings below those of the page. */
export const UiMarkdown = defineComponent({
  name: 'UiMarkdown',
  props: { source: { type: String, required: true }, headingOffset: { type: Number, default: 0 } },
  setup(props) {
    const blocks = computed(() => parseMarkdown(props.source))
    return () => h('div', { class: 'ui-markdown' }, renderBlocks(blocks.value, props.headingOffset))
  },
})

function renderBlocks(blocks: Block[], offset: number): VNode[] {
  return blocks.map((block) => RENDER[block.type](block as never, offset))
}

type Renderers = { [Type in Block['type']]: (block: Extract<Block, { type: Type }>, offset: number) => VNode }

const RENDER: Renderers = {
  heading: (block, offset) => h(`h${Math.min(6, block.level + offset)}`, renderInline(block.children)),
  paragraph: (block) => h('p', renderInline(block.children)),
  list: (block) =>
    h(
      block.ordered ? 'ol' : 'ul',
      block.items.map((item) => h('li', renderInline(item))),
    ),
  quote: (block, offset) => h('blockquote', renderBlocks(block.children, offset)),
  table: (block) =>
    h('div', { class: 'ui-markdown__table', role: 'group', tabindex: 0 }, [
      h('table', [
        h('thead', [
          h(
            'tr',
            block.header.map((cell) => h('th', { scope: 'col' }, renderInline(cell))),
          ),
        ]),
        h('tbody', block.rows.map(renderRow)),
      ]),
    ]),
}

function renderRow(cells: Inline[][]): VNode {
  return h(
    'tr',
    cells.map((cell) => h('td', renderInline(cell))),
  )
}

function renderInline(inlines: Inline[]): (VNode | string)[] {
  return inlines.map((inline) => {
    if (inline.type === 'text') return inline.text
    if (inline.type === 'link') return h('a', { href: inline.href, rel: 'noopener noreferrer' }, renderInline(inline.children))
    return h(inline.type, renderInline(inline.children))
  })
}
