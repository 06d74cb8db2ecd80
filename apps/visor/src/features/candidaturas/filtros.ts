import type { LocationQuery } from 'vue-router'
import type { CandidaturasQuery } from '../../api-types.ts'

/** What narrows the list. It lives in the address, under the same names as in the API. */
export const FILTROS = ['q', 'cargo', 'distrito', 'municipio', 'comunidad', 'actor', 'calidad', 'conPropuestas'] as const
export type Filtro = (typeof FILTROS)[number]
export type Filtros = Record<Filtro, string>

export function parseFiltros(query: LocationQuery): Filtros {
  const value = (filtro: Filtro): string => {
    const given = query[filtro]
    return (Array.isArray(given) ? given[0] : given) ?? ''
  }
  return Object.fromEntries(FILTROS.map((filtro) => [filtro, value(filtro)])) as Filtros
}

/** Only what was given, in a fixed order: the same filters are always the same address. */
export function queryOfFiltros(filtros: Filtros): Record<string, string> {
  return Object.fromEntries(FILTROS.filter((filtro) => filtros[filtro]).map((filtro) => [filtro, filtros[filtro]]))
}

/** The same filters as the API takes them; what is not one of its words asks for nothing. */
export function apiQueryOf(filtros: Filtros): CandidaturasQuery {
  const { calidad, conPropuestas, ...texts } = filtros
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value))
  return {
    ...given,
    ...((calidad === 'propietaria' || calidad === 'suplente') && { calidad }),
    ...(conPropuestas === 'true' && { conPropuestas: true }),
  }
}

/** Filters besides the words one searches for. */
export function countFiltros(filtros: Filtros): number {
  return FILTROS.filter((filtro) => filtro !== 'q' && filtros[filtro]).length
}
