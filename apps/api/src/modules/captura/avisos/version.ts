import type { LeyPack } from '@conoceles/domain'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { AvisoPrivacidad, LeyAviso } from './aviso-privacidad.entity.ts'

/** Hash to which a consentimiento refers: that of both texts as they are read. */
export function huellaAviso({ integral, simplificado }: Pick<AvisoPrivacidad, 'integral' | 'simplificado'>): string {
  return sha256(`${integral}\n${simplificado}`)
}

export function toLeyAviso({ clave, nombre, identifica, fuente, confianza }: LeyPack): LeyAviso {
  return { clave, nombre, identifica, fuente, confianza }
}
