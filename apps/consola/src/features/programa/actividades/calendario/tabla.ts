import { coincideFiltro, type FiltroPlazos } from '@conoceles/domain'
import type { TableSort } from '@conoceles/ui'
import type { FilaImpresa, Tablero } from '../../../../api-types.ts'
import { lineasOf, type Linea } from '../tablero.ts'

/** A row of the printed calendar with what governs now. */
export interface FilaPrograma {
  impresa: FilaImpresa
  /** The moment that the printed dates are of, as it stands now. */
  principal: Linea
  /** Every filtered moment of the actividad: its own, those of its months and those that events opened. */
  lineas: Linea[]
}

export const ORDENES = ['programa', 'inicio', 'fin', 'vence', 'estatus'] as const
export type Orden = (typeof ORDENES)[number]

/** Rows of the programme's calendar with a filtered moment, in its order. */
export function filasDe({ filas, elementos }: Pick<Tablero, 'filas' | 'elementos'>, filtros: FiltroPlazos): FilaPrograma[] {
  const todas = lineasOf(elementos)
  return filas.flatMap((impresa) => {
    const own = todas.filter(({ entregable }) => entregable.actividad === impresa.actividad)
    const principal = own.find(({ entregable, hito }) => entregable.clave === impresa.actividad && hito.milestone === impresa.milestone)
    const lineas = own.filter((linea) => coincideFiltro(linea, filtros))
    return principal === undefined || lineas.length === 0 ? [] : [{ impresa, principal, lineas }]
  })
}

/** The address says the column, after a hyphen when it goes downwards. */
export function ordenOf(text: unknown): TableSort {
  const asked = typeof text === 'string' ? text : ''
  const key = ORDENES.find((each) => each === asked.replace(/^-/, '')) ?? 'programa'
  return { key, direction: asked.startsWith('-') ? 'descending' : 'ascending' }
}

export function ordenText({ key, direction }: TableSort): string | null {
  if (direction === 'descending') return `-${key}`
  return key === 'programa' ? null : key
}

/** Sorts the rows; those without a date go last, in either direction. */
export function ordenar(filas: readonly FilaPrograma[], { key, direction }: TableSort): FilaPrograma[] {
  const sign = direction === 'ascending' ? 1 : -1
  const indexed = filas.map((fila, index) => ({ fila, value: valueOf(fila, key as Orden) ?? null, index }))
  return indexed
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null) || one.index - other.index
      return sign * (one.value.localeCompare(other.value) || one.index - other.index)
    })
    .map(({ fila }) => fila)
}

function valueOf({ impresa, principal }: FilaPrograma, orden: Orden): string | null {
  switch (orden) {
    case 'inicio':
      return impresa.inicio
    case 'fin':
      return impresa.fin
    case 'vence':
      return principal.hito.vence
    case 'estatus':
      return principal.hito.estatus
    default:
      return ''
  }
}
