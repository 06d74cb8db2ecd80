import { fieldsOf } from '@conoceles/domain/typed'
import { lazy } from '@conoceles/domain/memo'
import comun from './es-MX/comun.json'

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Prefix}${Key}` : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]
type Plural<Key> = Key extends `${infer Base}.other` ? Base : never
type Params = Readonly<Record<string, string | number>>

/** How texts are asked for; the compiler refuses a key that the file which asks does not bring. */
interface Textos<Tree> {
  /** The text of a key, with its `{params}` in place; numbers are written as in Mexico (4,163). */
  t: (key: Leaves<Tree>, params?: Params) => string
  /** The text that agrees in number with `n`. */
  tn: (key: Plural<Leaves<Tree>>, n: number, params?: Params) => string
  /** The text of a word of the API, or the word itself when there is none. */
  tWord: (group: string, word: string, params?: Params) => string
}

/** Another language than Spanish. */
export interface Idioma {
  codigo: string
  /** Texts by their key; a missing one is said in Spanish. */
  mensajes: Readonly<Record<string, string>>
  /** Texts that were said in it. */
  dichas: Set<string>
}

let idioma: Idioma | null = null

/** The language of all texts from here on; null: Spanish. Pages are rendered one after the other. */
export function hablar(next: Idioma | null): void {
  idioma = next
}

export function hablada(): Idioma | null {
  return idioma
}

const numbers = lazy(() => new Intl.NumberFormat('es-MX'))
const plurals = lazy(() => new Intl.PluralRules('es-MX'))

/** Texts of every page; those of a few pages come with them (`withTexts`). */
export const { t, tn, tWord } = textosOf(comun)

/** The texts of every page, and some more. */
export function withTexts<Own extends object>(own: Own): Textos<typeof comun & Own> {
  return textosOf({ ...comun, ...own })
}

function textosOf<Tree extends object>(tree: Tree): Textos<Tree> {
  const say = (key: string, params: Params = {}): string => {
    const own = idioma?.mensajes[key]
    const said = fill(own ?? find(tree, key), params)
    if (own) idioma?.dichas.add(said)
    return said
  }
  return {
    t: say,
    tn: (key, n, params) => say(`${key}.${plurals().select(n) === 'one' ? 'one' : 'other'}`, { ...params, n }),
    tWord: (group, word, params) => say(`${group}.${word}`, params) || word,
  }
}

function find(tree: object, key: string): string {
  let node: unknown = tree
  for (const part of key.split('.')) node = fieldsOf(node)[part]
  return typeof node === 'string' ? node : ''
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers().format(value) : value
  })
}
