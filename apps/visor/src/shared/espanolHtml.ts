import { direccionEnIdioma } from '@conoceles/domain/idiomas'
import type { Idioma } from '../messages/index.ts'
import { dichoEn, noteEspanol, type Parte } from './espanol.ts'

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr'])
const LABEL = / (?:aria-label|alt|placeholder|title)="([^"]*)"/g
/** Addresses of links, and of the buttons and forms that lead to a page. */
const ADDRESS = / (href|action|formaction)="(\/[^"]*)"/g
/** Its language stands there already, and its address is of it. */
const OWN_LANG = / lang="/

interface Abierta extends Parte {
  textos: string[]
  partes: Abierta[]
}

/** Page as it was rendered in another language: Spanish parts are marked, and links lead to the pages in that language. */
export function ponerIdioma(html: string, { codigo, dichas }: Idioma): string {
  const tokens = tokensOf(html)
  const page = newParte(() => undefined)
  const open = [page]
  const enter = (at: number, token: string, name: string): void => {
    const parte = newParte((habla) => (tokens[at] = noteLang(tokens[at] ?? '', name, habla === 'es' ? 'es' : codigo)))
    if (!OWN_LANG.test(token)) {
      tokens[at] = token.replaceAll(ADDRESS, (_, key: string, address: string) => ` ${key}="${direccionEnIdioma(address, codigo)}"`)
      parte.textos.push(...labelsOf(token))
      open.at(-1)?.partes.push(parte)
    }
    if (!VOID.has(name)) open.push(parte)
  }
  for (const [at, token] of tokens.entries()) {
    const name = /^<([a-zA-Z][\w-]*)/.exec(token)?.[1]
    if (name !== undefined) enter(at, token, name)
    else if (token.startsWith('</')) open.pop()
    else if (!token.startsWith('<')) open.at(-1)?.textos.push(token)
  }
  noteEspanol(page, dichoEn([...dichas].map(escaped)))
  return tokens.join('')
}

/** Tags and what lies between them. A tag ends at its first `>`: in an attribute it is escaped. */
function tokensOf(html: string): string[] {
  return html.split('<').flatMap((part, at) => {
    const end = part.indexOf('>') + 1
    return at === 0 ? [part] : [`<${part.slice(0, end)}`, part.slice(end)]
  })
}

function labelsOf(tag: string): string[] {
  return [...tag.matchAll(LABEL)].map(([, label = '']) => label)
}

function newParte(note: Abierta['note']): Abierta {
  return { textos: [], partes: [], note }
}

function noteLang(tag: string, name: string, lang: string): string {
  return `<${name} lang="${lang}"${tag.slice(name.length + 1)}`
}

/** As Vue writes texts and attributes. */
function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
