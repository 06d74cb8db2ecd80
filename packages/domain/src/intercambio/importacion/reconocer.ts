import { plainKey } from '../../base/text.ts'

/**
 * Keys under which a name of a catalogue is found, from the most exact: as it is, without its dots (P.A.N.), without what stands in brackets
 * (Partido Acción Nacional (PAN)), and without the words that only say of what kind it is (Municipio de Jiutepec).
 */
export function keysOfNombre(text: string): string[] {
  const plain = plainKey(text)
  const bare = plainKey(text.replaceAll(/\([^()]*\)/g, ' '))
  return [...new Set([plain, plain.replaceAll(' ', ''), bare, withoutKind(bare), withoutKind(plain)])].filter((key) => key !== '')
}

const KINDS = [
  'municipio de',
  'municipio',
  'mpio de',
  'mpio',
  'comunidad indigena de',
  'comunidad indigena',
  'comunidad de',
  'comunidad',
  'h ayuntamiento de',
  'ayuntamiento de',
  'coalicion',
  'partido politico',
  'partido',
]

function withoutKind(key: string): string {
  const kind = KINDS.find((each) => key.startsWith(`${each} `))
  return kind === undefined ? key : key.slice(kind.length + 1)
}

/** Number of a «Distrito IV, Tetela del Volcán», and the words behind it; null for a name without one. */
export function distritoDe(text: string): { numero: number; resto: string[] } | null {
  const words = plainKey(text).split(' ')
  const [first = '', ...resto] = words.filter((word) => !DISTRITO.includes(word))
  const numero = /^\d{1,2}$/.test(first) ? Number(first) : ROMANOS.indexOf(first)
  return numero > 0 ? { numero, resto } : null
}

const DISTRITO = ['distrito', 'dtto', 'dto', 'electoral', 'local', 'uninominal', 'numero', 'no', 'd']
const ROMANOS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx', 'xxi', 'xxii', 'xxiii', 'xxiv', 'xxv', 'xxvi', 'xxvii', 'xxviii', 'xxix', 'xxx'] // prettier-ignore

/** A cargo as lists write it, with what they write into it: «Regidora propietaria 1ª», «Diputado MR», «Presidenta municipal suplente». */
export interface CargoEscrito {
  familia: string | null
  principio: 'mr' | 'rp' | null
  numero: number | null
  calidad: 'propietaria' | 'suplente' | null
}

export function readCargoEscrito(text: string): CargoEscrito {
  const words = plainKey(text).split(' ')
  const has = (...starts: string[]) => words.some((word) => starts.some((start) => word.startsWith(start)))
  return {
    familia: FAMILIAS.find((stems) => has(...stems))?.[0] ?? null,
    principio: principioOf(words, has),
    numero: words.map(ordinalOf).find((numero) => numero !== null) ?? null,
    calidad: has('suplent') || words.includes('sup') ? 'suplente' : has('propietari') || words.includes('prop') ? 'propietaria' : null,
  }
}

/** Beginnings of the words of one cargo, whoever holds it. */
const FAMILIAS = [['gubern', 'gobern'], ['diput', 'dip'], ['presid', 'alcald'], ['sindic'], ['regid', 'reg']]

function principioOf(words: readonly string[], has: (...starts: string[]) => boolean): CargoEscrito['principio'] {
  if (words.includes('mr') || has('mayoria')) return 'mr'
  return words.includes('rp') || has('plurinom', 'representacion', 'proporcional') ? 'rp' : null
}

const ORDINALES = ['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'septim', 'octav', 'noven', 'decim', 'undecim', 'duodecim']
const LETRAS_ORDINALES = ['', 'a', 'o', 'er', 'ra', 'ro', 'da', 'do', 'ta', 'to', 'ma', 'mo', 'va', 'vo', 'na', 'no']

/** 1 of «1», «1ª», «1era» or «primera»; null of another word. */
export function ordinalOf(word: string): number | null {
  const [, digits = '', letters = ''] = /^(\d{1,3})([\p{L}]*)$/u.exec(word) ?? []
  if (digits !== '') return LETRAS_ORDINALES.includes(letters.normalize('NFKD').replace(/^e?(ra|ro)$/, '$1')) ? Number(digits) : null
  const at = ORDINALES.findLastIndex((stem) => word.startsWith(stem) && word.length <= stem.length + 2)
  return at < 0 ? null : at + 1
}

/** Item whose name or clave is written most alike; undefined when none is near. It is only offered: somebody says whether it is meant. */
export function masCercana<T extends { clave: string; nombre: string }>(text: string, items: readonly T[]): T | undefined {
  const key = plainKey(text)
  const keys = keysOfNombre(text)
  const near = items
    .map((item) => {
      const names = [item.nombre, item.clave].flatMap(keysOfNombre)
      return { item, distance: Math.min(...keys.flatMap((each) => names.map((name) => farnessOf(each, name)))) }
    })
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(key.length * NEAR)))
  return near.sort((a, b) => a.distance - b.distance)[0]?.item
}

/** The beginning of a name is nearer than a name with two letters changed. */
function farnessOf(key: string, name: string): number {
  return key.length >= SHORTEST && name.startsWith(key) ? 1 : distanceOf(key, name)
}

const SHORTEST = 4
const NEAR = 0.3
const LONGEST = 80

/** Letters to add, leave out, change or swap with their neighbour. */
function distanceOf(one: string, other: string): number {
  const [a, b] = [one.slice(0, LONGEST), other.slice(0, LONGEST)]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(last, j - 1) + Number(a[i - 1] !== b[j - 1])
      const swapped = isSwapped(a.slice(i - 2, i), b.slice(j - 2, j)) ? at(before, j - 2) + 1 : Infinity
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped))
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0
}

function isSwapped(one: string, other: string): boolean {
  return one.length === 2 && one[0] === other[1] && one[1] === other[0]
}
