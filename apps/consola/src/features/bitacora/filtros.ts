import { ACTOS as FILAS, MATERIAS_BITACORA, nombreMateria } from '@conoceles/domain'
import type { LocationQuery } from 'vue-router'

/** Filters of the acts; the address holds them, so that a search can be kept and sent. */
export const FILTROS = ['texto', 'sobre', 'cuenta', 'desde', 'hasta', 'materia', 'acto', 'cuentaId', 'objetoId'] as const
export type Filtro = (typeof FILTROS)[number]
export type Filtros = Partial<Record<Filtro, string>>

export function filtrosOf(query: LocationQuery): Filtros {
  return Object.fromEntries(
    FILTROS.flatMap((filtro) => {
      const value = query[filtro]
      return typeof value === 'string' && value !== '' ? [[filtro, value]] : []
    }),
  )
}

export const MATERIAS = MATERIAS_BITACORA.map((materia) => ({ value: materia, label: nombreMateria(materia) }))

export const ACTOS = Object.entries(FILAS)
  .map(([value, { nombre }]) => ({ value, label: nombre }))
  .sort((a, b) => a.label.localeCompare(b.label, 'es'))
