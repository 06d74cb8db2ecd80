import { once } from '../shared/once.ts'
import esMX from './es-MX.json'

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Prefix}${Key}` : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** A key of a text; the compiler refuses one that does not exist. */
export type MessageKey = Leaves<typeof esMX>
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never
type Params = Readonly<Record<string, string | number>>

const numbers = once(() => new Intl.NumberFormat('es-MX'))
const plurals = once(() => new Intl.PluralRules('es-MX'))

/** The text of a key, with its `{params}` in place; numbers are written as in Mexico (4,163). */
export function t(key: MessageKey, params: Params = {}): string {
  return fill(find(key), params)
}

/** The text that agrees in number with `n`. */
export function tn(key: PluralKey, n: number, params: Params = {}): string {
  const form = plurals().select(n) === 'one' ? 'one' : 'other'
  return fill(find(`${key}.${form}`), { ...params, n })
}

/** The text of a word of the API, or the word itself when there is none. */
export function tWord(group: string, word: string, params: Params = {}): string {
  return fill(find(`${group}.${word}`), params) || word
}

function find(key: string): string {
  let node: unknown = esMX
  for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part]
  return typeof node === 'string' ? node : ''
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers().format(value) : value
  })
}
