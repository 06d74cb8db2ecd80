import type { LocationQuery } from 'vue-router'

export const FILTER_KEYS = [
  'q',
  'estatusCaptura',
  'cargo',
  'actor',
  'plazo',
  'estatus',
  'calidad',
  'sexo',
  'municipio',
  'comunidad',
  'distrito',
  'grupo',
  'acuerdo',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type Filters = Partial<Record<FilterKey, string>>
const CONSULTA_KEYS = [...FILTER_KEYS, 'orden'] as const
/** All that is asked of the directory: its filters, and the order; without one, that of the ballots. */
export type Consulta = Partial<Record<(typeof CONSULTA_KEYS)[number], string>>

/** The address is the state: filters and order read from it, unknown members ignored. */
export function askedOf(query: LocationQuery): Consulta {
  return textsOf(query, CONSULTA_KEYS)
}

export function filtersOf(query: LocationQuery): Filters {
  return textsOf(query, FILTER_KEYS)
}

/** The question with one of its filters changed; a blank takes it away. */
export function withFilter(asked: Consulta, key: keyof Consulta, value: string): Record<string, string> {
  const others = Object.entries(asked).filter(([other]) => other !== key)
  return Object.fromEntries(value === '' ? others : [...others, [key, value]])
}

/** A question as a saved view keeps it: always in the same order, so that two equal ones are one text. */
export function consultaOf(asked: Consulta): string {
  return new URLSearchParams(CONSULTA_KEYS.flatMap((key) => (asked[key] === undefined ? [] : [[key, asked[key]]]))).toString()
}

export function askedOfConsulta(consulta: string): Consulta {
  return askedOf(Object.fromEntries(new URLSearchParams(consulta)))
}

function textsOf(query: LocationQuery, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = query[key]
      return typeof value === 'string' && value !== '' ? [[key, value]] : []
    }),
  )
}
