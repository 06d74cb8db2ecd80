import { tokensOf, unescaped } from '../xml-tokens.ts'

const DOCUMENT = 'word/document.xml'
const RELS = 'word/_rels/document.xml.rels'

/** Paths of the pictures of a Word document, by the name under which it shows each. */
export function picturesOf(textOf: (ruta: string) => string): Map<string, string> {
  const targets = targetsOf(textOf(RELS))
  const found = new Map<string, string>()
  let name = ''
  for (const tag of tokensOf(textOf(DOCUMENT))) {
    if (tag.startsWith('<wp:docPr')) name = attribute(tag, 'name')
    const target = tag.startsWith('<a:blip') ? targets.get(attribute(tag, 'r:embed')) : undefined
    if (target !== undefined) found.set(name, target)
  }
  return found
}

function targetsOf(rels: string): Map<string, string> {
  const tags = tokensOf(rels).filter((tag) => tag.startsWith('<Relationship '))
  return new Map(tags.map((tag) => [attribute(tag, 'Id'), `word/${attribute(tag, 'Target')}`]))
}

/** Empty where the tag has none. */
function attribute(tag: string, name: string): string {
  const from = tag.indexOf(` ${name}="`)
  const start = from + name.length + 3
  return from < 0 ? '' : unescaped(tag.slice(start, tag.indexOf('"', start)))
}
