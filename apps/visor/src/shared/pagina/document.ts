import { direccionEnIdioma, leerDireccionIdioma } from '@conoceles/domain/idiomas'
import { parseJson, pairOf } from '@conoceles/domain/typed'
import { hablada } from '../../messages/index.ts'
import { t } from '../../messages/noscript.ts'
import type { Head } from './head.ts'

/** Pixels of every preview. */
const PREVIEW = { width: 1200, height: 630 } as const

/** Facts that only the publisher knows of a page: the address of the host, and whether its people are real. */
export interface Place {
  /** "https://conoceles.example", without a slash at its end. */
  origin: string
  path: string
  /** Whether the page has an address of its own; otherwise there is no canonical one. */
  addressed: boolean
  simulacro: boolean
  /** Codes of the languages, besides Spanish, in which there is a page at this address. */
  idiomas: readonly string[]
}

/** The elements of the head of a page that is rendered beforehand. */
export function headHtml(head: Head, place: Place): string {
  const description = head.description ?? t('servidor.description')
  const findable = place.addressed && head.findable !== false && head.noIndex === 0 && !place.simulacro
  return [
    `<title>${escapeHtml(head.title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'robots', findable ? 'index, follow' : 'noindex, nofollow'),
    ...shared(head.title, description),
    ...picture(head, place),
    ...(place.addressed ? addressedHtml(head, place) : []),
  ].join('\n    ')
}

/** Elements that a message shows of the page. */
function shared(title: string, description: string): string[] {
  const pairs: [string, string][] = [
    ['og:type', 'website'],
    ...(hablada() ? [] : [pairOf('og:locale', 'es_MX')]),
    ['og:site_name', t('site.longName')],
    ['og:title', title],
    ['og:description', description],
  ]
  return pairs.map(([name, content]) => meta('property', name, content))
}

/** Picture that a message shows, also of a page that has no address of its own. */
function picture({ image }: Head, { origin }: Place): string[] {
  const { src, alt } = image ?? { src: '/api/v1/publico/vista.png', alt: t('site.longName') }
  return [
    meta('property', 'og:image', origin + src),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', String(PREVIEW.width)),
    meta('property', 'og:image:height', String(PREVIEW.height)),
    meta('property', 'og:image:alt', alt),
    meta('name', 'twitter:card', 'summary_large_image'),
  ]
}

function addressedHtml({ schema = [], alternates = [], canonical }: Head, { origin, path, idiomas }: Place): string[] {
  const idioma = leerDireccionIdioma(path)
  const own = canonical ?? idioma?.direccion ?? path
  const address = origin + (idioma ? direccionEnIdioma(own, idioma.codigo) : own)
  const translated = idiomas.map((codigo) => [codigo, direccionEnIdioma(own, codigo)] as const)
  return [
    `<link rel="canonical" href="${escapeHtml(address)}" />`,
    ...(idiomas.length > 0 ? [['es-MX', own] as const, ...translated] : []).map(
      ([lang, other]) => `<link rel="alternate" hreflang="${lang}" href="${escapeHtml(origin + other)}" />`,
    ),
    ...alternates.map(
      ({ href, type, title }) => `<link rel="alternate" href="${escapeHtml(href)}" type="${type}" title="${escapeHtml(title)}" />`,
    ),
    meta('property', 'og:url', address),
    ...schema.map((each) => schemaHtml(each, origin)),
  ]
}

/** JSON inside a script element: data to the browser, and no text in it can close the element. */
export function jsonHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function meta(key: 'name' | 'property', name: string, content: string): string {
  return `<meta ${key}="${name}" content="${escapeHtml(content)}" />`
}

const ADDRESSES: readonly string[] = ['url', 'contentUrl', 'image', 'item']

function schemaHtml(value: object, origin: string): string {
  const absolute = (key: string, each: unknown): unknown =>
    ADDRESSES.includes(key) && typeof each === 'string' && each.startsWith('/') ? origin + each : each
  const whole = parseJson<object>(JSON.stringify({ '@context': 'https://schema.org', ...value }, absolute))
  return `<script type="application/ld+json">${jsonHtml(whole)}</script>`
}
