import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

const RESPUESTAS: readonly string[] = ['responder', 'declinar', 'no_presentar']

/** The act that answers a request, and becomes a letter; null: none does yet. */
export function respuestaDe({ hechos }: Pick<SolicitudDerecho, 'hechos'>): Hecho | null {
  return hechos.findLast(({ acto }) => RESPUESTAS.includes(acto)) ?? null
}
