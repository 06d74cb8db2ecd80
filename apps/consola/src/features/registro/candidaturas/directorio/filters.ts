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
  'distrito',
  'grupo',
  'acuerdo',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type Filters = Partial<Record<FilterKey, string>>

/** The address is the state: filters read from it, unknown ones ignored. */
export function filtersOf(query: LocationQuery): Filters {
  const pairs = FILTER_KEYS.map((key) => [key, query[key]] as const)
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string' && value !== ''))
}

/** The filters with one of them changed; a blank takes it away. */
export function withFilter(filters: Filters, key: FilterKey, value: string): Record<string, string> {
  const others = Object.entries(filters).filter(([other]) => other !== key)
  return Object.fromEntries(value === '' ? others : [...others, [key, value]])
}

/** The filters as a saved view keeps them: always in the same order, so that two equal searches are one text. */
export function consultaOf(filters: Filters): string {
  return new URLSearchParams(FILTER_KEYS.flatMap((key) => (filters[key] === undefined ? [] : [[key, filters[key]]]))).toString()
}

export function filtersOfConsulta(consulta: string): Filters {
  return filtersOf(Object.fromEntries(new URLSearchParams(consulta)))
}
