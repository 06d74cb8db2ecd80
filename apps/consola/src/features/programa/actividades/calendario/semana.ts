import { esPeriodo } from '@conoceles/domain'
import { addDays, mondayOf } from '../../../../shared/formularios/days.ts'
import { ABIERTAS, type Linea } from '../tablero.ts'

export const TRAMOS = ['vencido', 'hoy', 'semana', 'proxima'] as const
export type Tramo = (typeof TRAMOS)[number]

export interface AreaSemana {
  clave: string
  nombre: string
  /** Only those that hold something, what falls due first before the rest. */
  tramos: { tramo: Tramo; lineas: Linea[] }[]
}

/** The last days of this week and of the next. */
export function semanasDe(hoy: string): { domingo: string; proximoLunes: string; proximoDomingo: string } {
  const proximoLunes = addDays(mondayOf(hoy), 7)
  return { domingo: addDays(proximoLunes, -1), proximoLunes, proximoDomingo: addDays(proximoLunes, 6) }
}

/** In which part of these two weeks a moment falls due; null when it is done, undated or further away, or only ends a period. */
export function tramoOf({ hito: { milestone, estatus, vence } }: Linea, hoy: string): Tramo | null {
  if (vence === null || esPeriodo(milestone) || !ABIERTAS.includes(estatus)) return null
  if (estatus === 'vencida') return 'vencido'
  if (vence === hoy) return 'hoy'
  const { domingo, proximoDomingo } = semanasDe(hoy)
  if (vence <= domingo) return 'semana'
  return vence <= proximoDomingo ? 'proxima' : null
}

/** Moments that each area has before it, the most pressing first; a moment stands under each area that answers for it. `area`: that one alone. */
export function semanaDe(lineas: readonly Linea[], { hoy, area }: { hoy: string; area?: string }): AreaSemana[] {
  const due = lineas
    .filter((linea) => tramoOf(linea, hoy) !== null)
    .sort((one, other) => String(one.hito.vence).localeCompare(String(other.hito.vence)))
  const areas = new Map(due.flatMap(({ hito }) => hito.responsables.map(({ clave, nombre }) => [clave, nombre])))
  return [...areas]
    .filter(([clave]) => area === undefined || clave === area)
    .map(([clave, nombre]) => ({
      clave,
      nombre,
      tramos: tramosOf(
        due.filter((linea) => answers(linea, clave)),
        hoy,
      ),
    }))
}

function answers({ hito }: Linea, area: string): boolean {
  return hito.responsables.some(({ clave }) => clave === area)
}

function tramosOf(lineas: Linea[], hoy: string): AreaSemana['tramos'] {
  return TRAMOS.map((tramo) => ({ tramo, lineas: lineas.filter((linea) => tramoOf(linea, hoy) === tramo) })).filter(
    ({ lineas: own }) => own.length > 0,
  )
}
