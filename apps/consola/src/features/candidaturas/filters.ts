import type { LocationQuery } from 'vue-router'
import { ESTATUS_CAPTURA, type EstatusCaptura } from '../../api-types.ts'

export const FILTER_KEYS = ['q', 'cargo', 'distrito', 'municipio', 'actor', 'estatusCaptura'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type Filters = Partial<Record<Exclude<FilterKey, 'estatusCaptura'>, string>> & { estatusCaptura?: EstatusCaptura }

/** The address is the state: filters read from it, unknown ones ignored. */
export function filtersOf(query: LocationQuery): Filters {
  const pairs = FILTER_KEYS.map((key) => [key, query[key]] as const)
  const filters = Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string' && value !== '')) as Record<string, string>
  const { estatusCaptura, ...others } = filters
  return { ...others, estatusCaptura: ESTATUS_CAPTURA.find((estatus) => estatus === estatusCaptura) }
}

/** The filters with one of them changed, as the address writes them; a blank takes it away. */
export function withFilter(filters: Filters, key: FilterKey, value: string): Record<string, string> {
  const changed = Object.entries({ ...filters, [key]: value })
  return Object.fromEntries(changed.filter(([, text]) => text !== undefined && text !== '')) as Record<string, string>
}
