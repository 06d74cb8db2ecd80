/**
 * Types that the language forgets, given back once: keys of a table with known names, JSON, errors, and values of any shape. A table given to
 * these functions holds no other keys than its type names.
 */

/** Names of a table; `Object.keys` answers strings. */
export function keysOf<K extends string>(table: Readonly<Partial<Record<K, unknown>>>): K[] {
  return Object.keys(table) as K[]
}

/** Rows of a table, each under its name. */
export function entriesOf<K extends string, V>(table: Readonly<Partial<Record<K, V>>>): [K, V][] {
  return Object.entries(table) as [K, V][]
}

/** A table with one value for each name. */
export function recordOf<K extends string, V>(names: readonly K[], value: (name: K, at: number) => V): Record<K, V> {
  return Object.fromEntries(names.map((name, at) => [name, value(name, at)])) as Record<K, V>
}

/** A table with some of its names. */
export function partialOf<K extends string, V>(entries: readonly (readonly [K, V])[]): Partial<Record<K, V>> {
  return Object.fromEntries(entries) as Partial<Record<K, V>>
}

/** Columns of several tables in one; the last one wins. */
export function merged<V>(tables: readonly Readonly<Record<string, V>>[]): Record<string, V> {
  return Object.fromEntries(tables.flatMap((table) => Object.entries(table)))
}

/** Two values that stay two: a literal of a list would be any number of them. */
export function pairOf<A, B>(first: A, second: B): [A, B] {
  return [first, second]
}

export function isOneOf<T>(known: readonly T[], value: unknown): value is T {
  return known.some((each) => each === value)
}

/** JSON of a shape that its caller knows: the program wrote it, or what follows judges it. */
export function parseJson<T>(text: string): T {
  return JSON.parse(text) as T
}

/** Fields of a value of any shape; none of what is no object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Code of an error of Node or of a library («ENOENT»); '' without one. */
export function codeOf(error: unknown): string {
  const { code } = fieldsOf(error)
  return typeof code === 'string' ? code : ''
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
