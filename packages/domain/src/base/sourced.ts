/** How sure a datum is; an unconfirmed one is shown as "por confirmar". */
export const CONFIANZAS = ['alta', 'media', 'baja', 'por_confirmar'] as const
export type Confianza = (typeof CONFIANZAS)[number]

/** Source of a datum. */
export interface Sourced {
  fuente: string
  confianza: Confianza
}

/** Whether somebody confirmed a datum. Any other is for the institute to confirm: citizens do not read its source. */
export function isConfirmada(confianza: string | null): boolean {
  return confianza === 'alta' || confianza === 'media'
}
