import type { Config } from '../../../config.ts'
import type { Correo } from '../../../shared/correo.ts'
import type { ViaCorreo } from './recordatorios.dto.ts'

/** By which way mail leaves. */
export function viaOf({ disponible }: Correo, { correo }: Config): ViaCorreo {
  if (!disponible) return 'ninguna'
  return correo.url ? 'smtp' : 'carpeta'
}
