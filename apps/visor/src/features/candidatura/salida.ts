import type { CandidaturaPublica, Salida } from '../../api-types.ts'
import { t } from '../../messages/index.ts'
import { longDate } from '../../shared/pagina/dates.ts'

/** Whether she left and only the notice of it is shown. */
export function isRetirada({ estatus, secciones }: Pick<CandidaturaPublica, 'estatus' | 'secciones'>): boolean {
  return estatus !== 'aprobada' && secciones.length === 0
}

/** Whether there is more to show of her than the register: not if she left, is covered by a bloqueo or is no longer published. */
export function isShown(candidatura: Pick<CandidaturaPublica, 'estatus' | 'secciones' | 'finDifusion' | 'reserva'>): boolean {
  return !isRetirada(candidatura) && !candidatura.finDifusion && candidatura.reserva !== 'persona'
}

/** Sentences on how somebody left; the name of the person who entered goes apart, because it is a link. */
export function sentencesOf({ desde, acuerdo, causa }: Salida): string[] {
  return [
    desde ? t('salida.desde', { fecha: longDate(desde) }) : t('salida.sinFecha'),
    ...(acuerdo ? [t('salida.acuerdo', { numero: acuerdo.numero, fecha: longDate(acuerdo.fecha) })] : []),
    ...(causa ? [t('salida.causa', { causa })] : []),
  ]
}
