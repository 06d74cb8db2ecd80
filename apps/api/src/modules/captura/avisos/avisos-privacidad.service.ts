import { LessThanOrEqual, type EntityManager } from 'typeorm'
import { porRenovarBajo, type EleccionConsentimiento } from '@conoceles/domain'
import type { Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { AvisoPrivacidad } from './aviso-privacidad.entity.ts'

type Otorgado = { avisoId: string } & Record<EleccionConsentimiento, boolean>

/** The avisos de privacidad, in versions approved by the Comité de Transparencia. */
export class AvisosPrivacidadService {
  constructor(private readonly clock: Clock) {}

  /** The newest version whose day has come. Without one nothing may be consented to. */
  async vigente(tx: EntityManager): Promise<AvisoPrivacidad> {
    const aviso = await this.findVigente(tx)
    if (!aviso) throw new AppError('ruta.no_existe')
    return aviso
  }

  async findVigente(tx: EntityManager): Promise<AvisoPrivacidad | null> {
    return tx.findOne(AvisoPrivacidad, {
      where: { vigenteDesde: LessThanOrEqual(this.clock.today().toString()) },
      order: { vigenteDesde: 'DESC', version: 'DESC' },
    })
  }

  /** Choices, authorised under an earlier aviso, that the one in force asks for again, because their purposes are others. */
  async porRenovar(tx: EntityManager, otorgado: Otorgado | null): Promise<EleccionConsentimiento[]> {
    if (!otorgado) return []
    const vigente = await this.findVigente(tx)
    if (!vigente || vigente.id === otorgado.avisoId) return []
    const asked = porRenovarBajo(await tx.findOneByOrFail(AvisoPrivacidad, { id: otorgado.avisoId }), vigente)
    return asked.filter((decision) => otorgado[decision])
  }

  /** Avisos under which some choice has to be made again, and which; those that ask for none are not in it. */
  async porRenovarDeTodos(tx: EntityManager): Promise<Map<string, EleccionConsentimiento[]>> {
    const vigente = await this.findVigente(tx)
    const todos = vigente ? await tx.find(AvisoPrivacidad) : []
    const asked = todos.map((aviso): [string, EleccionConsentimiento[]] => [aviso.id, vigente ? porRenovarBajo(aviso, vigente) : []])
    return new Map(asked.filter(([, decisiones]) => decisiones.length > 0))
  }
}
