import MarkdownIt from 'markdown-it'

/** Address of the guide that a file of `docs/guias` becomes. */
export function addressOf(file) {
  const name = file.replace(/\.md$/, '')
  return name === 'index' ? '/guias' : `/guias/${name}`
}

/** Its HTML, in two parts between which the table of contents stands; its title, and its chapters with their anchors. */
export function readGuia(text) {
  const tokens = markdown.parse(text, {})
  const first = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h2')
  const body = first < 0 ? tokens.length : first
  return {
    titulo: contentOf(
      tokens,
      tokens.findIndex(({ tag }) => tag === 'h1'),
    ),
    capitulos: tokens.flatMap((token, at) =>
      token.type === 'heading_open' && token.tag === 'h2' ? [{ ancla: token.attrGet('id'), titulo: contentOf(tokens, at) }] : [],
    ),
    entrada: markdown.renderer.render(tokens.slice(0, body), markdown.options, {}),
    cuerpo: markdown.renderer.render(tokens.slice(body), markdown.options, {}),
  }
}

const markdown = new MarkdownIt()
const { normalizeLink } = markdown

// A file links to its neighbours by their names, so that it can also be read in the repository.
markdown.normalizeLink = (link) => normalizeLink(link.replace(/^([\w-]+\.md)(?=#|$)/, addressOf))

markdown.core.ruler.push('anclas', ({ tokens }) => {
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open' && token.tag !== 'h1') token.attrSet('id', anclaOf(contentOf(tokens, at)))
    if (token.type === 'th_open') token.attrSet('scope', 'col')
  })
})

// A wide table scrolls by itself, with the keyboard too.
markdown.renderer.rules.table_open = () => '<div class="ui-markdown__table" role="group" tabindex="0"><table>\n'
markdown.renderer.rules.table_close = () => '</table></div>\n'

function contentOf(tokens, at) {
  return tokens[at + 1].content
}

function anclaOf(title) {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
