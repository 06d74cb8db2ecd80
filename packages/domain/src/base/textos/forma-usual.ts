/** Particles of Spanish names, and of the Portuguese, Dutch and German ones that are borne here. */
const PARTICLES: ReadonlySet<string> = new Set(['DE', 'DEL', 'DA', 'DAS', 'DO', 'DOS', 'VAN', 'VON'])
/** Words that are particles only after another one: "de la Luz", but "La Rosa". */
const ARTICLES: ReadonlySet<string> = new Set(['LA', 'LAS', 'LOS', 'EL', 'DEN', 'DER'])
const NUMERALS: ReadonlySet<string> = new Set(['II', 'III', 'IV'])
/** Most names that begin with Mac are not Gaelic: Macías, Macedo. */
const AFTER_MAC = /^MAC(?=(?:ARTHUR|DONALD|DOUGALL|FARLAND|GREGOR|INTOSH|KENZIE|KINNON|LEAN|LEOD|MILLAN|NAMARA|PHERSON)$)/
const AFTER_MC = /^MC(?=\p{L})/u
const ELIDED = /^([DO])(['’‘ʼ])(?=\p{L})/u

/**
 * The usual form of a name that is written all in capitals; null when it is not, or when nothing would change. No accent is added.
 * `apellido`: whether its first word may be a particle, as in "de la Cruz".
 */
export function formaUsual(name: string, { apellido = false }: { apellido?: boolean } = {}): string | null {
  // A sobrenombre between quotation marks is written as its bearer wants.
  if (!/\p{Lu}{2}/u.test(name) || name !== name.toUpperCase() || /["“”«»]/.test(name)) return null
  const words = name.split(' ')
  const usual = words
    .map((word, at) =>
      isParticle({ word, before: words[at - 1], after: words[at + 1] }, { apellido }) ? word.toLowerCase() : capitalized(word),
    )
    .join(' ')
  return usual === name ? null : usual
}

interface Place {
  word: string
  before: string | undefined
  after: string | undefined
}

function isParticle({ word, before, after }: Place, { apellido }: { apellido: boolean }): boolean {
  if (after === undefined) return false
  if (before === undefined) return apellido && PARTICLES.has(word)
  if (ARTICLES.has(word)) return PARTICLES.has(before)
  return PARTICLES.has(word) || word === 'Y' || (word === 'E' && SOUNDS_AS_I.test(after))
}

/** Beginnings of a word before which "y" is written "e". */
const SOUNDS_AS_I = /^H?[IÍ]/

function capitalized(word: string): string {
  return NUMERALS.has(word)
    ? word
    : word
        .split(/([-.])/)
        .map(pieceInUsualForm)
        .join('')
}

function pieceInUsualForm(piece: string): string {
  const start = [ELIDED, AFTER_MC, AFTER_MAC].map((prefix) => prefix.exec(piece)?.[0]).find((found) => found !== undefined)
  if (start === undefined) return withCapital(piece)
  return withCapital(start) + withCapital(piece.slice(start.length))
}

function withCapital(text: string): string {
  const [first = '', ...rest] = text
  return first + rest.join('').toLowerCase()
}
