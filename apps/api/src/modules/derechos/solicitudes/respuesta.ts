import { ACTOS_CON_OFICIO, cartaDe } from '@conoceles/domain'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** The act that answers a request; null: none does yet. */
export function respuestaDe({ hechos }: Pick<SolicitudDerecho, 'hechos'>): Hecho | null {
  return hechos.findLast(({ acto }) => cartaDe(acto) === 'respuesta') ?? null
}

/** Acts that became a letter, in order. */
export function conOficio({ hechos }: Pick<SolicitudDerecho, 'hechos'>): Hecho[] {
  return hechos.filter(({ acto }) => ACTOS_CON_OFICIO.includes(acto))
}
