import { ELECCIONES_CONSENTIMIENTO, type EleccionConsentimiento } from '@conoceles/domain'

export type Eleccion = EleccionConsentimiento

export const ELECCIONES = ELECCIONES_CONSENTIMIENTO

/** Choices among the names that the API gives, in the order in which they are asked. */
export function eleccionesDe(names: readonly string[]): Eleccion[] {
  return ELECCIONES.filter((eleccion) => names.includes(eleccion))
}

export function revocaDe(chosen: readonly string[]): Record<Eleccion, boolean> {
  const has = (eleccion: Eleccion) => chosen.includes(eleccion)
  return { tratamiento: has('tratamiento'), publicacion: has('publicacion'), estadistica: has('estadistica') }
}
