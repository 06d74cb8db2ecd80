import type { Lugar } from '@conoceles/domain/lugar'
import { t } from '../../messages/boleta.ts'

interface Entidad {
  entidad: string
  /** Whether a number lies between those of the sections: it may have been one. */
  isInRange: (seccion: string) => boolean
}

/** Why there is no boleta of a place, beside the field that asked for it. */
export function faultsOf({ seccion, municipio }: Lugar, { entidad, isInRange }: Entidad): { seccion?: string; municipio?: string } {
  if (seccion === '') return { seccion: t('lugar.seccionError') }
  if (seccion !== undefined) return { seccion: t(isInRange(seccion) ? 'boleta.seccionGone' : 'lugar.seccionUnknown', { seccion, entidad }) }
  return { municipio: t(municipio ? 'boleta.municipioGone' : 'lugar.municipioError', { entidad }) }
}
