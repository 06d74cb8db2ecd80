import type { Lugar } from '@conoceles/domain/lugar'
import { t } from '../../messages/boleta.ts'

interface Entidad {
  entidad: string
  /** The proceso knows no section: nobody is told that hers is foreign. */
  sinSecciones: boolean
  /** Whether a number lies between those of the sections: it may have been one. */
  isInRange: (seccion: string) => boolean
}

/** Why there is no boleta of a place, beside the field that asked for it. */
export function faultsOf(lugar: Lugar, { entidad, sinSecciones, isInRange }: Entidad): { seccion?: string; municipio?: string } {
  const { municipio } = lugar
  if (sinSecciones && municipio === undefined) return { municipio: t('lugar.soloMunicipio') }
  const seccion = sinSecciones ? undefined : lugar.seccion
  if (seccion === '') return { seccion: t('lugar.seccionError') }
  if (seccion !== undefined) return { seccion: t(isInRange(seccion) ? 'boleta.seccionGone' : 'lugar.seccionUnknown', { seccion, entidad }) }
  return { municipio: t(municipio ? 'boleta.municipioGone' : 'lugar.municipioError', { entidad }) }
}
