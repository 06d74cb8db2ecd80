import type { CandidaturaPublica, Salida } from '../../api-types.ts'
import { t } from '../../messages/index.ts'
import { longDate } from '../../shared/dates.ts'

/** Whoever left and of whom nothing is shown but the notice. */
export function isRetirada({ estatus, secciones }: Pick<CandidaturaPublica, 'estatus' | 'secciones'>): boolean {
  return estatus !== 'aprobada' && secciones.length === 0
}

/** Whether there is more to show of her than the register: of whoever left, is covered or is no longer published there is not. */
export function isShown(candidatura: Pick<CandidaturaPublica, 'estatus' | 'secciones' | 'finDifusion' | 'reserva'>): boolean {
  return !isRetirada(candidatura) && !candidatura.finDifusion && candidatura.reserva !== 'persona'
}

/** What is known of how somebody left, as sentences; who entered goes apart, because it is a link. */
export function sentencesOf({ desde, acuerdo, causa }: Salida): string[] {
  return [
    desde ? t('salida.desde', { fecha: longDate(desde) }) : t('salida.sinFecha'),
    ...(acuerdo ? [t('salida.acuerdo', { numero: acuerdo.numero, fecha: longDate(acuerdo.fecha) })] : []),
    ...(causa ? [t('salida.causa', { causa })] : []),
  ]
}
