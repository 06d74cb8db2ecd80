import { fieldsOf } from '@conoceles/domain/typed'
import texts from './es-MX.json' with { type: 'json' }

/** Path of a sentence: 'acceso.entrar.titulo'. */
export type MessageKey = Leaves<typeof texts>
/** Path of a sentence that changes with a count: it holds `uno` and `otros`. */
export type PluralKey = Plurals<typeof texts>

type Values = Record<string, string | number>

/** The sentence, with `{name}` replaced by its value. */
export function t(key: MessageKey, values: Values = {}): string {
  return fill(find(key), values)
}

/** The sentence for a count, which is also available as `{n}`. */
export function tn(key: PluralKey, count: number, values: Values = {}): string {
  const form = count === 1 ? 'uno' : 'otros'
  return fill(find(`${key}.${form}`), { n: numbers.format(count), ...values })
}

/** The sentence of a code that comes from outside, or `fallback` when there is none. */
export function textOr(path: string, fallback: string): string {
  const found = walk(path)
  return typeof found === 'string' ? found : fallback
}

const numbers = new Intl.NumberFormat('es-MX')

function find(path: string): string {
  const found = walk(path)
  if (typeof found !== 'string') throw new Error(`No message at ${path}`)
  return found
}

function walk(path: string): unknown {
  let node: unknown = texts
  for (const part of path.split('.')) node = fieldsOf(node)[part]
  return node
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type Plurals<T> = {
  [K in keyof T & string]: T[K] extends string ? never : T[K] extends { uno: string; otros: string } ? K : `${K}.${Plurals<T[K]>}`
}[keyof T & string]
