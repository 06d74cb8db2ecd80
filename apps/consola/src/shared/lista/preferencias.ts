import { fieldsOf } from '@conoceles/domain/typed'

/** How a person wants one list: how dense, and which columns in which order. It stays in her browser. */
export interface Preferencias {
  /** Null: as the device has it, comfortable where one touches. */
  compacta: boolean | null
  /** Keys of the columns in her order; those that the list got since come at their own place. */
  orden: string[]
  ocultas: string[]
}

/** A column, as far as a person may change it. */
export interface Columna {
  key: string
  /** Cannot be hidden: without it one does not know of whom a row is. */
  always?: boolean
  /** Out of sight until it is asked for. */
  optional?: boolean
}

/** A list as it comes, before anybody changed it. */
export function comoViene(columns: readonly Columna[]): Preferencias {
  return { compacta: null, orden: [], ocultas: columns.filter(({ optional }) => optional).map(({ key }) => key) }
}

/** Reads what was kept; where it is nothing that was, the list is as it comes. */
export function readPreferencias(text: string | null, columns: readonly Columna[]): Preferencias {
  try {
    const { compacta, orden, ocultas } = fieldsOf(JSON.parse(text ?? ''))
    return { compacta: typeof compacta === 'boolean' ? compacta : null, orden: textsOf(orden), ocultas: textsOf(ocultas) }
  } catch {
    return comoViene(columns)
  }
}

/** All columns in her order. One that the list got since stands after the one that precedes it in the list. */
export function ordered<C extends Columna>(columns: readonly C[], { orden }: Preferencias): C[] {
  const placed = orden.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1]
    if (!placed.includes(column)) placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, column)
  }
  return placed
}

export function isShown({ key, always }: Columna, { ocultas }: Preferencias): boolean {
  return always === true || !ocultas.includes(key)
}

/** The preferences with one column one place to the left (-1) or to the right (1). */
export function withMoved(columns: readonly Columna[], preferencias: Preferencias, { key, by }: { key: string; by: -1 | 1 }): Preferencias {
  const orden = ordered(columns, preferencias).map((column) => column.key)
  const at = orden.indexOf(key)
  const to = at + by
  if (at < 0 || to < 0 || to >= orden.length) return preferencias
  orden.splice(at, 1)
  orden.splice(to, 0, key)
  return { ...preferencias, orden }
}

export function withShown(preferencias: Preferencias, { key, shown }: { key: string; shown: boolean }): Preferencias {
  const others = preferencias.ocultas.filter((other) => other !== key)
  return { ...preferencias, ocultas: shown ? others : [...others, key] }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
