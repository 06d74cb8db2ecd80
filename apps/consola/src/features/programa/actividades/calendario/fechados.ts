import type { RouteLocationRaw } from 'vue-router'
import { monthLong } from '../../../../shared/formularios/dates.ts'
import { fraseOf, lugarOf, milestoneName, type Linea } from '../tablero.ts'

/** Something with a day in the month: a moment that falls due, or another item that a page adds to the array. */
export interface Fechado {
  key: string
  dia: string
  /** "11.13". */
  numero: string
  /** Short form for narrow places: the moment, and its month or event. */
  breve: string
  detalle: string | null
  /** A sentence with a verb. */
  texto: string
  a: RouteLocationRaw
  /** How it stands; null when it is nothing that falls due. */
  plazo: { estatus: string; retrasoMinutos: number | null } | null
  /** Areas that answer for it. */
  quienes: string[]
}

export function fechadosOf(lineas: readonly Linea[]): Fechado[] {
  return lineas.flatMap((linea) => {
    const { entregable, hito } = linea
    if (hito.vence === null) return []
    return [
      {
        key: linea.key,
        dia: hito.vence,
        numero: entregable.numero,
        breve: milestoneName(hito.milestone),
        detalle: entregable.evento?.titulo ?? (entregable.mes && monthLong(entregable.mes)),
        texto: fraseOf(linea),
        a: lugarOf(entregable.clave, hito.milestone),
        plazo: { estatus: hito.estatus, retrasoMinutos: hito.retrasoMinutos },
        quienes: hito.responsables.map(({ nombre }) => nombre),
      },
    ]
  })
}

export function byDay(fechados: readonly Fechado[]): Map<string, Fechado[]> {
  const days = new Map<string, Fechado[]>()
  for (const each of fechados) days.set(each.dia, [...(days.get(each.dia) ?? []), each])
  return days
}
