import type { ActividadPack, Evento, Milestone, ProgramaPack } from './actividad.ts'
import { createDiasHabiles, type MotivoInhabil } from '../base/dias-habiles.ts'
import { programar } from './plazos/programar.ts'

/** Events that a person registers; the one that an acuerdo opens comes with the acuerdo. */
export const EVENTOS_REGISTRABLES = ['documento_emitido', 'cuestionario_activado', 'modificacion'] as const satisfies readonly Evento[]
export type EventoRegistrable = (typeof EVENTOS_REGISTRABLES)[number]

/** A term that an event would open. */
export interface PlazoQueAbre {
  actividad: ActividadPack
  milestone: Milestone
  vence: string
  motivoInhabil: MotivoInhabil | null
}

/** Claves of the actividades that an event opens. */
export function actividadesQueAbre({ actividades }: Pick<ProgramaPack, 'actividades'>, tipo: Evento): string[] {
  return actividades.filter(({ evento }) => evento?.tipo === tipo).map(({ clave }) => clave)
}

/** The terms that an event of this local day would open, the earliest first. */
export function plazosQueAbre(programa: ProgramaPack, { tipo, fecha }: { tipo: Evento; fecha: string }): PlazoQueAbre[] {
  const claves = actividadesQueAbre(programa, tipo)
  const actividades = programa.actividades.filter(({ clave }) => claves.includes(clave))
  const eventos = [{ id: 'nuevo', tipo, actividades: claves, fecha }]
  const habiles = createDiasHabiles(programa.laborales)
  return programar({ ...programa, actividades, eventos, resoluciones: [], facts: new Map() })
    .flatMap(({ occurrence: { actividad, evento }, milestone, rige }) => {
      const vence = rige?.fin
      return evento === null || vence == null ? [] : [{ actividad, milestone, vence, motivoInhabil: habiles.motivoInhabil(vence) }]
    })
    .sort((one, other) => one.vence.localeCompare(other.vence))
}

/** State of an event before it is annulled. */
export interface EventoAbierto {
  /** Its acuerdo opened it. */
  porAcuerdo: boolean
  anulado: boolean
  /** Evidence that stands on a duty that it opened. */
  cumplido: readonly { referencia: string }[]
  conTrabajo: boolean
  /** Titles of the events that name a duty opened by it as their cause. */
  citadoPor: readonly string[]
}

/** Why an event may not be annulled. */
export function razonesContraAnularEvento({ porAcuerdo, anulado, cumplido, conTrabajo, citadoPor }: EventoAbierto): string[] {
  if (anulado) return ['Ya está anulado.']
  return [
    ...(porAcuerdo ? ['Lo abrió un acuerdo: vale mientras valga el acuerdo.'] : []),
    ...cumplido.map(({ referencia }) => `Su plazo ya consta como cumplido (${referencia}): anule primero esa evidencia.`),
    ...(conTrabajo ? ['Hay versiones, pasos u observaciones de lo que abrió: retírelos primero.'] : []),
    ...citadoPor.map((titulo) => `«${titulo}» lo modifica: anule primero esa modificación.`),
  ]
}
