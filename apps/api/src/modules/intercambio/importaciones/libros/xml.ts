import { SaxesParser } from 'saxes'
import { TablaError } from './tabla.ts'

export interface XmlHandlers {
  /** Names without their prefix. */
  open(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * An XML document as it comes, one turn for each piece. Nothing of it is kept, no entity but the five of XML is known, and no document type
 * is followed.
 */
export async function* walkXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open(localName(name), attributes as Record<string, string>)
  })
  if (handlers.close) parser.on('closetag', ({ name }) => handlers.close?.(localName(name)))
  if (handlers.text) parser.on('text', (text) => handlers.text?.(text))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of pieces) {
    guarded(() => parser.write(decoder.decode(piece, { stream: true })))
    yield
  }
  guarded(() => parser.close())
}

function guarded(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    throw error instanceof TablaError ? error : new TablaError('ilegible')
  }
}

/** Reads the whole document; its handlers take their parts from it. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const walk = walkXml(pieces, handlers)
  while (!(await walk.next()).done);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Excel writes characters that XML does not admit as _xHHHH_. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}
