import type { CampoPolitica, SustentoPolitica } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { dateShort } from '../../../shared/formularios/dates.ts'

/** Whether a field is public, and between which days. */
export function publicidadText({ publico, desde, hasta }: Pick<CampoPolitica, 'publico' | 'desde' | 'hasta'>): string {
  if (!publico) return t('politica.noPublico')
  if (desde !== null && hasta !== null) return t('politica.publicoEntre', { desde: dateShort(desde), hasta: dateShort(hasta) })
  if (desde !== null) return t('politica.publicoDesde', { desde: dateShort(desde) })
  return hasta === null ? t('politica.publico') : t('politica.publicoHasta', { hasta: dateShort(hasta) })
}

/** Authority that ordered it. */
export function sustentoText(sustento: SustentoPolitica | null): string {
  if (sustento === null) return t('politica.conElProceso')
  const { clase, numero, fecha, autoridad } = sustento
  return clase === 'acuerdo'
    ? t('politica.porAcuerdo', { numero, fecha: dateShort(fecha) })
    : t('politica.porResolucion', { autoridad: autoridad ?? '', numero, fecha: dateShort(fecha) })
}
