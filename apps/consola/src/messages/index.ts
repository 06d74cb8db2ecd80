import { fieldsOf } from '@conoceles/domain/typed'
import comun from './comun.json' with { type: 'json' }

/** Path of a sentence that a chapter can say, its own or shared: 'acceso.entrar.titulo'. */
export type KeyOf<Own> = Leaves<Own> | Leaves<typeof comun>
/** Path of a sentence that changes with a count: it holds `uno` and `otros`. */
export type PluralOf<Own> = Plurals<Own> | Plurals<typeof comun>
export type MessageKey = KeyOf<object>

type Values = Record<string, string | number>

interface Sentences<Own> {
  /** The sentence, with `{name}` replaced by its value. */
  t: (key: KeyOf<Own>, values?: Values) => string
  /** The sentence for a count, which is also available as `{n}`. */
  tn: (key: PluralOf<Own>, count: number, values?: Values) => string
  /** The sentence of a code that comes from outside, or `fallback` when there is none. */
  textOr: (path: string, fallback: string) => string
}

/** How a chapter says its own sentences and those in `comun.json`, which hold what several chapters say; the first page brings no others. */
export function sentences<Own extends object>(own: Own): Sentences<Own> {
  const t = (path: string, values: Values = {}) => fill(find(own, path), values)
  return {
    t,
    tn: (key, count, values) => t(`${key}.${count === 1 ? 'uno' : 'otros'}`, { n: numbers.format(count), ...values }),
    textOr: (path, fallback) => look(own, path) ?? fallback,
  }
}

const numbers = new Intl.NumberFormat('es-MX')

export const { t, tn, textOr } = sentences({})

function find(own: object, path: string): string {
  const found = look(own, path)
  if (found === null) throw new Error(`No message at ${path}`)
  return found
}

function look(own: object, path: string): string | null {
  return walk(own, path) ?? walk(comun, path)
}

function walk(tree: object, path: string): string | null {
  let node: unknown = tree
  for (const part of path.split('.')) node = fieldsOf(node)[part]
  return typeof node === 'string' ? node : null
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type Plurals<T> = {
  [K in keyof T & string]: T[K] extends string ? never : T[K] extends { uno: string; otros: string } ? K : `${K}.${Plurals<T[K]>}`
}[keyof T & string]
