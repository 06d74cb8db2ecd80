import type { AvisoListado, BorradorAviso } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { dateLong } from '../../../shared/formularios/dates.ts'

/** Which choices are asked for again, in words; none: every consent holds. */
export function renovarText(decisiones: AvisoListado['porRenovar']): string {
  if (decisiones.length === 0) return t('avisos.nadieRenueva')
  return t('avisos.renuevan', { decisiones: decisiones.map((decision) => t(`avisos.decisiones.${decision}`)).join(', ') })
}

export function aprobacionText({ organo, fecha, sesion }: AvisoListado['aprobacion']): string {
  if (fecha === null) return t('avisos.aprobacionPendiente', { organo })
  return [organo, sesion, dateLong(fecha)].filter(Boolean).join(', ')
}

/** By which vote an organ approved it. */
export function votoText({ organo, sesionNombre, titulo, fecha, acta }: NonNullable<BorradorAviso['comite']>): string {
  const punto = titulo ? [`«${titulo}»`] : []
  return [organo, sesionNombre, ...punto, dateLong(fecha), acta ? t('avisos.conActa', { acta: acta.nombre }) : t('avisos.sinActa')].join(
    ', ',
  )
}
