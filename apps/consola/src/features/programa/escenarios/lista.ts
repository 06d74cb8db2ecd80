import type { HitoEscenario } from '../../../api-types.ts'
import { claveOf } from './pedidos.ts'

export interface FiltroEscenario {
  /** Only what contradicts itself or falls on a day on which nobody works. */
  problemas: boolean
  /** Clave of the actividad; empty for all. */
  actividad: string
}

export interface FilaEscenario {
  key: string
  hito: HitoEscenario
  /** The first one of its actividad says its name. */
  primera: boolean
}

/** Whether nobody decided yet which source governs, or the day is not a working day. */
export function esProblema({ conflictos, decision, inhabil }: HitoEscenario): boolean {
  return inhabil !== null || (conflictos.length > 0 && decision === null)
}

export function filasOf(hitos: readonly HitoEscenario[], { problemas, actividad }: FiltroEscenario): FilaEscenario[] {
  return hitos
    .filter((hito) => (!problemas || esProblema(hito)) && (actividad === '' || hito.actividad === actividad))
    .map((hito, index, shown) => ({ key: claveOf(hito), hito, primera: shown[index - 1]?.actividad !== hito.actividad }))
}

/** Each actividad once, for the list to choose from. */
export function actividadesOf(hitos: readonly HitoEscenario[]): { value: string; label: string }[] {
  return [...new Map(hitos.map(({ actividad, numero, nombre }) => [actividad, `${numero} ${nombre}`]))].map(([value, label]) => ({
    value,
    label,
  }))
}

/** The source that governs; for a duty that an event opens, the first. */
export function rigeOf({ fuentes }: HitoEscenario): HitoEscenario['fuentes'][number] | undefined {
  return fuentes.find(({ rige }) => rige) ?? fuentes[0]
}
