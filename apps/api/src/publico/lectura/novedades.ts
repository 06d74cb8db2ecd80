/** Candidaturas of a corte to which the same happened; those that can be named. */
export interface Grupo {
  cuantas: number
  nombradas: { id: string; nombre: string; cargo: string; lugar: string }[]
}

/** Changes of a corte. */
export interface Novedad {
  numero: number
  en: string
  /**
   * Last change of this entry. A person who is withdrawn or blocked later is not named any more, and readers that keep entries take it
   * again.
   */
  cambio: string
  sha256: string
  publicadas: Grupo
  actualizadas: Grupo
  retiradas: Grupo
}

/** A feed of Atom, by hand: one format of few elements, where the library `feed` brings three. */
export interface Canal {
  titulo: string
  autor: string
  simulacro: boolean
  origen: string
  actualizado: string
  novedades: readonly Novedad[]
}

const PATH = '/api/v1/publico'
const RUTAS_NOVEDADES = { atom: `${PATH}/novedades.atom`, json: `${PATH}/novedades.json` }

/** Atom (RFC 4287). */
export function toAtom(canal: Canal): string {
  const { origen, autor, actualizado, novedades } = canal
  const self = `${origen}${RUTAS_NOVEDADES.atom}`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-MX">',
    `<title>${xml(tituloDe(canal))}</title>`,
    `<subtitle>${xml(SOBRE)}</subtitle>`,
    `<id>${xml(self)}</id>`,
    `<updated>${actualizado}</updated>`,
    `<author><name>${xml(autor)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${origen}/datos`)}"/>`,
    ...novedades.map((novedad) => entryOf(novedad, origen)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(novedad: Novedad, origen: string): string {
  const url = xml(urlDe(novedad, origen))
  const links = [`<link rel="alternate" type="application/json" href="${url}"/>`]
  const about = `<id>${url}</id><title>${xml(resumenDe(novedad))}</title><updated>${novedad.cambio}</updated><published>${novedad.en}</published>`
  return `<entry>${about}${links.join('')}<content type="text">${xml(textoDe(novedad, origen))}</content></entry>`
}

/** JSON Feed 1.1. */
export function toJsonFeed(canal: Canal): object {
  const { origen, autor, novedades } = canal
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: tituloDe(canal),
    description: SOBRE,
    home_page_url: `${origen}/datos`,
    feed_url: `${origen}${RUTAS_NOVEDADES.json}`,
    language: 'es-MX',
    authors: [{ name: autor }],
    items: novedades.map((novedad) => ({
      id: urlDe(novedad, origen),
      url: urlDe(novedad, origen),
      title: resumenDe(novedad),
      content_text: textoDe(novedad, origen),
      date_published: novedad.en,
      date_modified: novedad.cambio,
      _conoceles: {
        corte: novedad.numero,
        sha256: novedad.sha256,
        publicadas: novedad.publicadas.cuantas,
        actualizadas: novedad.actualizadas.cuantas,
        retiradas: novedad.retiradas.cuantas,
      },
    })),
  }
}

const SOBRE = 'Qué fichas se publicaron, cambiaron o se retiraron en cada corte.'

function tituloDe({ titulo, simulacro }: Canal): string {
  return `Conóceles: ${titulo}${simulacro ? ' (simulacro, personas ficticias)' : ''}`
}

/** The address of the signed list of a corte does not change: it tells one entry from another. */
function urlDe({ numero }: Novedad, origen: string): string {
  return `${origen}${PATH}/cortes/${numero}`
}

const CLASES = [
  ['publicadas', ['ficha publicada', 'fichas publicadas'], 'Se publicó'],
  ['actualizadas', ['ficha actualizada', 'fichas actualizadas'], 'Cambió'],
  ['retiradas', ['ficha retirada', 'fichas retiradas'], 'Se retiró'],
] as const

function resumenDe(novedad: Novedad): string {
  const parts = CLASES.flatMap(([clase, [one, many]]) => {
    const { cuantas } = novedad[clase]
    return cuantas === 0 ? [] : [`${cuantas} ${cuantas === 1 ? one : many}`]
  })
  return `Corte ${novedad.numero}: ${parts.length > 0 ? parts.join(', ') : 'sin cambios en las fichas'}`
}

function textoDe(novedad: Novedad, origen: string): string {
  const lines = CLASES.flatMap(([clase, , verbo]) => {
    const { cuantas, nombradas } = novedad[clase]
    const rest = cuantas - nombradas.length
    return [
      ...nombradas.map(({ id, nombre, cargo, lugar }) => `${verbo}: ${nombre} (${cargo}, ${lugar}). ${origen}/candidaturas/${id}`),
      ...(rest === 0 ? [] : [`${verbo}: ${rest === 1 ? 'una ficha' : `${rest} fichas`}${nombradas.length === 0 ? '' : ' más'}.`]),
    ]
  })
  return lines.length > 0 ? lines.join('\n') : 'Cambió lo que no es una ficha: cifras, catálogos o textos del sitio.'
}

// Characters that XML 1.0 admits in no form at all.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xml(text: string): string {
  return text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? each)
}
