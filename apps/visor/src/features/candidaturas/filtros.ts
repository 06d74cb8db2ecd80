import type { LocationQuery } from 'vue-router'
import { recordOf } from '@conoceles/domain/typed'
import type { CandidaturasQuery } from '../../api-types.ts'
import { FILTROS, type Filtro, type Filtros } from './filtro.ts'

export function parseFiltros(query: LocationQuery): Filtros {
  const value = (filtro: Filtro): string => {
    const given = query[filtro]
    return (Array.isArray(given) ? given[0] : given) ?? ''
  }
  return recordOf(FILTROS, (filtro) => value(filtro))
}

/** Given filters alone, in a fixed order: the same filters are always the same address. */
export function queryOfFiltros(filtros: Filtros): Record<string, string> {
  return Object.fromEntries(FILTROS.filter((filtro) => filtros[filtro]).map((filtro) => [filtro, filtros[filtro]]))
}

/** Address of the list with these filters. */
export function direccionOf(filtros: Filtros): string {
  const query = new URLSearchParams(queryOfFiltros(filtros)).toString()
  return query ? `/candidaturas?${query}` : '/candidaturas'
}

/** Characters of a search that the API takes. */
const MAX_SEARCHED = 100

/** Whether the API is asked for the beginning of the words alone. */
export function isCut({ q }: Filtros): boolean {
  return Array.from(q).length > MAX_SEARCHED
}

/** The same filters as the API takes them; an unknown value asks for nothing. */
export function apiQueryOf(filtros: Filtros): CandidaturasQuery {
  const { calidad, conPropuestas, edad, ...texts } = filtros
  const q = Array.from(filtros.q).slice(0, MAX_SEARCHED).join('')
  const given = Object.fromEntries(Object.entries({ ...texts, q }).filter(([, value]) => value))
  return {
    ...given,
    ...((calidad === 'propietaria' || calidad === 'suplente') && { calidad }),
    ...(conPropuestas === 'true' && { conPropuestas: true }),
    ...yearsOf(edad),
  }
}

/** "30-39" or "60+", as the groups of age are named. */
function yearsOf(edad: string): Pick<CandidaturasQuery, 'edadDesde' | 'edadHasta'> {
  const [, desde, hasta] = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(edad) ?? []
  return { ...(desde && { edadDesde: Number(desde) }), ...(hasta && { edadHasta: Number(hasta) }) }
}

/** Filters besides the words one searches for. */
export function countFiltros(filtros: Filtros): number {
  return FILTROS.filter((filtro) => filtro !== 'q' && filtros[filtro]).length
}
