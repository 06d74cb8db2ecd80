import type { EntityManager } from 'typeorm'
import type { Quien } from '../../shared/act.ts'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import type { BitacoraService } from '../bitacora/index.ts'
import { Cuenta } from './cuenta.entity.ts'
import { Familia } from './familia.entity.ts'
import type { IntentosService } from './intentos.service.ts'
import { acceptedPaso } from './totp.ts'

interface Parts {
  bitacora: BitacoraService
  intentos: IntentosService
}

/** A session proves its factor again, for the acts that ask for a recent one. */
export class ConfirmacionService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Counts failures by session: guesses on a stolen one make nobody else wait. */
  async confirmar(quien: Quien, { familiaId, codigo }: { familiaId: string; codigo: string }): Promise<void> {
    await this.parts.intentos.reservar(familiaId)
    const proved = await this.deps.databases.acceso.transaction(async (tx) => {
      const cuenta = await tx.findOneOrFail(Cuenta, { where: { id: quien.cuentaId }, lock: { mode: 'pessimistic_write' } })
      const now = this.deps.clock.system()
      const paso = acceptedPaso(this.deps.secretos.llavero, cuenta, { codigo, now: now.epochMilliseconds })
      await this.record(tx, quien, { familiaId, proved: paso !== null })
      if (paso === null) return false
      await tx.update(Cuenta, cuenta.id, { totpUltimoPaso: paso })
      await tx.update(Familia, familiaId, { factorEn: toDate(now) })
      await this.parts.intentos.olvidar(tx, familiaId)
      return true
    })
    if (!proved) throw new AppError('acceso.factor_invalido')
  }

  private async record(tx: EntityManager, quien: Quien, { familiaId, proved }: { familiaId: string; proved: boolean }): Promise<void> {
    const { cuentaId, rol, actorPoliticoId, requestId } = quien
    await this.parts.bitacora.registrar(tx, {
      acto: proved ? 'acceso.confirmacion' : 'acceso.confirmacion_fallida',
      cuentaId,
      rol,
      actorPoliticoId,
      objeto: { tipo: 'familia', id: familiaId },
      requestId,
    })
  }
}
