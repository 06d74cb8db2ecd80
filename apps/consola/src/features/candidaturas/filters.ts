import type { LocationQuery } from 'vue-router'

export const FILTER_KEYS = ['q', 'cargo', 'distrito', 'municipio', 'actor', 'estatusCaptura'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type Filters = Partial<Record<FilterKey, string>>

/** The address is the state: filters read from it, unknown ones ignored. */
export function filtersOf(query: LocationQuery): Filters {
  const pairs = FILTER_KEYS.map((key) => [key, query[key]] as const)
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string' && value !== ''))
}

/** The filters with one of them changed; a blank takes it away. */
export function withFilter(filters: Filters, key: FilterKey, value: string): Filters {
  const { [key]: _, ...others } = filters
  return value === '' ? others : { ...others, [key]: value }
}
