import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import { Enlace, type TipoEnlace } from './enlace.entity.ts'
import { newToken } from '../tokens/token-opaco.ts'

const HOURS: Record<TipoEnlace, number> = { invitacion: 24, recuperacion: 1, factores: 24 }
/** The persona candidata opens hers on her own phone, when she can: it opens nothing but her own candidatura. */
const HOURS_OF_PERSONA = 7 * 24
/** Nobody can fill somebody else's mailbox with links. */
const MINUTES_BETWEEN = 5

type Titular = Pick<Cuenta, 'id'> & Partial<Pick<Cuenta, 'candidaturaId'>>

/** Links that work once. Only their hash is kept. */
export class EnlacesService {
  constructor(private readonly deps: Deps) {}

  /** The newest link is the only one that works. */
  async create(tx: EntityManager, { id: cuentaId, candidaturaId }: Titular, tipo: TipoEnlace): Promise<string> {
    await this.cancelAll(tx, cuentaId)
    const { token, sha256: hash } = newToken()
    const hours = tipo === 'invitacion' && candidaturaId ? HOURS_OF_PERSONA : HOURS[tipo]
    const venceEn = toDate(this.deps.clock.system().add({ hours }))
    await tx.insert(Enlace, { sha256: hash, cuentaId, tipo, venceEn, usadoEn: null })
    return token
  }

  /** Account of a link that still works; reading does not spend it. */
  async find(tx: EntityManager, token: string, tipo: TipoEnlace): Promise<Cuenta> {
    const cuentaId = (await this.findLive(tx, token, tipo))?.cuentaId
    const estatus = tipo === 'invitacion' ? 'invitada' : 'activa'
    const cuenta = cuentaId ? await tx.findOneBy(Cuenta, { id: cuentaId, estatus }) : null
    if (!cuenta) throw new AppError('acceso.enlace_invalido')
    return cuenta
  }

  /** Whether a link that still works is of that account. */
  async isOf(tx: EntityManager, { token, tipo }: { token: string; tipo: TipoEnlace }, cuentaId: string): Promise<boolean> {
    return (await this.findLive(tx, token, tipo))?.cuentaId === cuentaId
  }

  /** Spends the link and leaves the account locked. When two requests spend one link, the second finds it spent. */
  async spend(tx: EntityManager, token: string, tipo: TipoEnlace): Promise<Cuenta> {
    const { id } = await this.find(tx, token, tipo)
    const cuenta = await tx.findOneOrFail(Cuenta, { where: { id }, lock: { mode: 'pessimistic_write' } })
    await this.find(tx, token, tipo)
    await this.cancelAll(tx, id)
    return cuenta
  }

  /** Account of a link of an invitation, spent or not, with whether a newer one waits in her mail. */
  async findInvitada(tx: EntityManager, token: string): Promise<{ cuenta: Cuenta; otra: boolean }> {
    const enlace = await tx.findOneBy(Enlace, { sha256: sha256(token), tipo: 'invitacion' })
    const cuenta = enlace && (await tx.findOneBy(Cuenta, { id: enlace.cuentaId, estatus: Not('desactivada') }))
    if (!cuenta) throw new AppError('acceso.enlace_invalido')
    const venceEn = MoreThan(toDate(this.deps.clock.system()))
    return { cuenta, otra: await tx.existsBy(Enlace, { cuentaId: cuenta.id, tipo: 'invitacion', usadoEn: IsNull(), venceEn }) }
  }

  async cancelAll(tx: EntityManager, cuentaId: string): Promise<void> {
    await tx.update(Enlace, { cuentaId, usadoEn: IsNull() }, { usadoEn: toDate(this.deps.clock.system()) })
  }

  /** Whether a recovery link was sent a moment ago. */
  async wasJustSent(tx: EntityManager, cuentaId: string): Promise<boolean> {
    const limit = this.deps.clock.system().add({ hours: HOURS.recuperacion }).subtract({ minutes: MINUTES_BETWEEN })
    return tx.existsBy(Enlace, { cuentaId, tipo: 'recuperacion', usadoEn: IsNull(), venceEn: MoreThan(toDate(limit)) })
  }

  private findLive(tx: EntityManager, token: string, tipo: TipoEnlace): Promise<Enlace | null> {
    const now = toDate(this.deps.clock.system())
    return tx.findOneBy(Enlace, { sha256: sha256(token), tipo, usadoEn: IsNull(), venceEn: MoreThan(now) })
  }
}
