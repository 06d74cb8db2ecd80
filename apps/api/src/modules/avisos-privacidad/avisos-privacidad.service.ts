import { LessThanOrEqual, type EntityManager } from 'typeorm'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { AvisoPrivacidad } from './aviso-privacidad.entity.ts'

/** The avisos de privacidad, in versions approved by the Comité de Transparencia. */
export class AvisosPrivacidadService {
  constructor(private readonly clock: Clock) {}

  /** The newest version whose day has come. Without one nothing may be consented to. */
  async vigente(tx: EntityManager): Promise<AvisoPrivacidad> {
    const aviso = await tx.findOne(AvisoPrivacidad, {
      where: { vigenteDesde: LessThanOrEqual(this.clock.today().toString()) },
      order: { vigenteDesde: 'DESC', version: 'DESC' },
    })
    if (!aviso) throw new AppError('ruta.no_existe')
    return aviso
  }
}
