import { nameWords, searchWords } from '../base/text.ts'
import type { FilaIndice } from './indice.ts'

export type Nombrable = Pick<FilaIndice, 'nombre' | 'apodo' | 'reserva'>

export interface Hallazgos {
  /** Score of each row: 0, no match at all. */
  puntos: Uint8Array
  /** True if no name is written so: these sound so, or are written almost so. */
  parecidos: boolean
}

export interface Buscador {
  /** Null: nothing was written. Signs alone are in no name. */
  buscar: (text: string) => Hallazgos | null
}

const MAX_WORDS = 6
/** Shorter words have too many that are almost the same. */
const SHORTEST_WITH_TYPO = 4
const EXACT = 2
const PREFIX = 1

/**
 * Finds names by the beginnings of their words, in any order and without accents; when nothing is written so, by how they sound, and
 * then with one typing error. Rows and words are numbers in typed arrays, so that a key costs a few milliseconds over a whole country.
 */
export function createBuscador(rows: readonly Nombrable[]): Buscador {
  const { words, offsets, postings } = indexWords(rows)
  const marks = new Uint32Array(rows.length)
  let mark = 0
  /** How each of the words sounds, once somebody asks for it. */
  let spoken: string[] | null = null

  function match(asked: readonly string[], typos: ReadonlyMap<string, readonly number[]>): Uint8Array {
    const hits = new Uint8Array(rows.length)
    const puntos = new Uint8Array(rows.length)
    asked.forEach((word, turn) => {
      mark += 1
      const add = (token: number, points: number): void => {
        for (let at = offsets[token] ?? 0; at < (offsets[token + 1] ?? 0); at += 1) {
          const row = postings[at] ?? 0
          if (marks[row] === mark || hits[row] !== turn) continue
          marks[row] = mark
          hits[row] = turn + 1
          puntos[row] = (puntos[row] ?? 0) + points
        }
      }
      const almost = typos.get(word)
      if (almost) for (const token of almost) add(token, PREFIX)
      else eachBeginning(words, word, add)
    })
    for (let row = 0; row < puntos.length; row += 1) if (hits[row] !== asked.length) puntos[row] = 0
    return puntos
  }

  function buscar(text: string): Hallazgos | null {
    const asked = [...new Set(searchWords(text))].slice(0, MAX_WORDS)
    if (asked.length === 0) return text.trim() === '' ? null : { puntos: new Uint8Array(rows.length), parecidos: false }
    const puntos = match(asked, new Map())
    if (puntos.some((each) => each > 0)) return { puntos, parecidos: false }
    spoken ??= words.map(sonido)
    const heard = match(asked, new Map(asked.map((word) => [word, soundingSo(spoken ?? [], sonido(word))])))
    if (heard.some((each) => each > 0)) return { puntos: heard, parecidos: true }
    // One error in all of it: each word in turn is the one that was written wrong.
    for (const wrong of asked.filter(({ length }) => length >= SHORTEST_WITH_TYPO)) {
      const almost = words.flatMap((word, token) => (isAlmostBeginning(wrong, word) ? [token] : []))
      if (almost.length === 0) continue
      match(asked, new Map([[wrong, almost]])).forEach((points, row) => (puntos[row] = Math.max(puntos[row] ?? 0, points)))
    }
    return { puntos, parecidos: true }
  }

  return { buscar }
}

/** The rows of each word, one after another; words in their order. A blocked persona has no words: a sentence stands in place of her name. */
function indexWords(rows: readonly Nombrable[]): { words: string[]; offsets: Uint32Array; postings: Uint32Array } {
  const tokensOf = new Map<string, string[]>()
  const rowsOf = new Map<string, number[]>()
  rows.forEach(({ nombre, apodo, reserva }, row) => {
    if (reserva === 'persona') return
    for (const raw of (apodo ? `${nombre} ${apodo}` : nombre).split(' ')) {
      const tokens = tokensOf.get(raw) ?? nameWords(raw)
      tokensOf.set(raw, tokens)
      for (const token of tokens) {
        const found = rowsOf.get(token)
        if (!found) rowsOf.set(token, [row])
        else if (found.at(-1) !== row) found.push(row)
      }
    }
  })
  const words = [...rowsOf.keys()].sort()
  const offsets = new Uint32Array(words.length + 1)
  words.forEach((word, token) => (offsets[token + 1] = (offsets[token] ?? 0) + (rowsOf.get(word)?.length ?? 0)))
  const postings = new Uint32Array(offsets[words.length] ?? 0)
  words.forEach((word, token) => postings.set(rowsOf.get(word) ?? [], offsets[token] ?? 0))
  return { words, offsets, postings }
}

/** The words that begin so, the very word first. */
function eachBeginning(words: readonly string[], beginning: string, found: (token: number, points: number) => void): void {
  let token = firstNotBefore(words, beginning)
  for (; words[token]?.startsWith(beginning); token += 1) found(token, words[token] === beginning ? EXACT : PREFIX)
}

/** Positions of the words that begin to sound so; a mute letter alone is no beginning. */
function soundingSo(sounds: readonly string[], asked: string): number[] {
  return sounds.flatMap((sound, at) => (asked !== '' && sound.startsWith(asked) ? [at] : []))
}

const SONIDO: Readonly<Record<string, string>> = { h: '', ll: 'y', qu: 'k', z: 's', v: 'b', c: 'k' }

/** Letters that sound alike in Mexico are one: «Velasques» is Velázquez, «Gimenes» Jiménez. */
export function sonido(word: string): string {
  return word.replaceAll(/ll|qu(?=[ei])|(c)(?=[ei])|(g)(?=[ei])|[hzvc]/gu, (letters: string, c?: string, g?: string) => {
    if (c) return 's'
    return g ? 'j' : (SONIDO[letters] ?? letters)
  })
}

function firstNotBefore(words: readonly string[], wanted: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether some beginning of the word is `written` but for one letter: another, one too many, one missing, or two that changed places. */
export function isAlmostBeginning(written: string, word: string): boolean {
  let at = 0
  while (at < written.length && written[at] === word[at]) at += 1
  const rest = (from: number, to: number): boolean => word.startsWith(written.slice(from), to)
  return (
    rest(at + 1, at + 1) ||
    rest(at + 1, at) ||
    rest(at, at + 1) ||
    (written[at] === word[at + 1] && written[at + 1] === word[at] && rest(at + 2, at + 2))
  )
}

export interface Trozo {
  texto: string
  hallado: boolean
}

/** The name in pieces, those told apart that the search found. */
export function resaltar(text: string, buscado: string): Trozo[] {
  const asked = searchWords(buscado)
  if (asked.length === 0) return joined([{ texto: text, hallado: false }])
  const pieces = text.split(/(\s+)/u).flatMap((raw): Trozo[] => {
    const token = searchWords(raw).join('')
    const beginning = asked.filter((word) => token.startsWith(word)).sort((a, b) => b.length - a.length)[0]
    if (beginning) {
      return [
        { texto: raw.slice(0, beginning.length), hallado: true },
        { texto: raw.slice(beginning.length), hallado: false },
      ]
    }
    if (nameWords(raw).some((kept) => asked.some((word) => kept.startsWith(word)))) return [{ texto: raw, hallado: true }]
    const almost = token !== '' && asked.some((word) => isHeard(word, token))
    return [{ texto: raw, hallado: almost }]
  })
  return joined(pieces)
}

function isHeard(asked: string, word: string): boolean {
  return soundingSo([sonido(word)], sonido(asked)).length > 0 || (asked.length >= SHORTEST_WITH_TYPO && isAlmostBeginning(asked, word))
}

/** Joins neighbours that are alike into one text, so that a screen reader does not lose the blanks between them. */
function joined(pieces: readonly Trozo[]): Trozo[] {
  const texts: Trozo[] = []
  for (const { texto, hallado } of pieces) {
    const last = texts.at(-1)
    if (last?.hallado === hallado) last.texto += texto
    else if (texto !== '') texts.push({ texto, hallado })
  }
  return texts
}

/** The same search without one of its words, each in turn: what to try when all of them together find nobody. */
export function conMenosPalabras({ buscar }: Buscador, text: string): { q: string; n: number }[] {
  const words = text.split(/\s+/u).filter(Boolean)
  if (words.length < 2) return []
  return words
    .map((_, left) => words.filter((_word, at) => at !== left).join(' '))
    .map((q) => ({ q, n: buscar(q)?.puntos.filter((points) => points > 0).length ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n)
    .slice(0, 3)
}
