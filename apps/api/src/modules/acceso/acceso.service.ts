import { IsNull, type EntityManager } from 'typeorm'
import type { Quien } from '../../shared/act.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import { askTogether } from '../../shared/http/share.ts'
import type { Acts } from '../bitacora/index.ts'
import {
  alcanceOf,
  findCuentasOfFamilias,
  listDispositivos,
  purge,
  type CuentaDeFamilia,
  type CuentaPedida,
  type DispositivoRow,
} from './acceso.queries.ts'
import { toVista, type CuentaVista } from './cuentas/cuenta-vista.ts'
import { Cuenta } from './cuentas/cuenta.entity.ts'
import type { Auth } from './entrada/entrada.service.ts'
import { Familia } from './tokens/familia.entity.ts'
import type { FamiliasService } from './tokens/familias.service.ts'
import { Refresco } from './tokens/refresco.entity.ts'
import { actorOf } from './cuentas/actor.ts'

interface Parts {
  acts: Acts
  familias: FamiliasService
}

interface Held {
  familia: Familia
  refresco: Refresco
}

const RECENT_MINUTES = 10

/** Acts after a sign-in: the account of a request, renewal, exit, devices. */
export class AccesoService {
  private readonly cuentaOf = askTogether((asked: readonly CuentaPedida[]) =>
    findCuentasOfFamilias(this.deps.databases.acceso, { asked, now: this.now() }),
  )

  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** The access token's claims hold only while its device and its account stay as they were. */
  authenticate(claims: { sub: string; sid: string }): Promise<CuentaDeFamilia | null> {
    return this.cuentaOf({ familiaId: claims.sid, cuentaId: claims.sub })
  }

  /** By the machine's clock: the simulacro's may be moved. */
  isRecent(factorEn: Date | null): boolean {
    return factorEn !== null && factorEn >= toDate(this.deps.clock.system().subtract({ minutes: RECENT_MINUTES }))
  }

  /**
   * Each token renews once. A token shown again was copied: the whole family ends, and the end is kept.
   *
   * A client that lost the answer (a broken network, a page reloaded too soon) asks again with the same Idempotency-Key. No copy of a
   * cookie has that key, and it serves until the new token is used.
   */
  async renovar(token: string, { intento, requestId }: { intento: string | null; requestId: string }): Promise<Auth> {
    const auth = await this.transaction(async (tx) => {
      const held = await this.lock(tx, token)
      if (!held || held.familia.revocadaEn) return null
      const cuenta = await tx.findOneByOrFail(Cuenta, { id: held.familia.cuentaId })
      const hash = intento === null ? null : sha256(intento)
      if (held.refresco.usadoEn && !(await this.isRepeated(tx, held.refresco, hash)))
        return this.endFamilia(tx, { acto: 'acceso.reuso_detectado', motivo: 'reuso', held, cuenta, requestId })
      return this.rotate(tx, held, { cuenta, intento: hash })
    })
    if (!auth) throw new AppError('acceso.renovacion_invalida')
    return auth
  }

  /** Any token of the family ends the access of the device. */
  async salir(token: string, requestId: string): Promise<void> {
    await this.transaction(async (tx) => {
      const held = await this.lock(tx, token)
      if (!held || held.familia.revocadaEn) return
      const cuenta = await tx.findOneByOrFail(Cuenta, { id: held.familia.cuentaId })
      await this.endFamilia(tx, { acto: 'acceso.salida', motivo: 'salida', held, cuenta, requestId })
    })
  }

  async findOwn(quien: Quien): Promise<CuentaVista> {
    return this.transaction(async (tx) => toVista(tx, await tx.findOneByOrFail(Cuenta, { id: quien.cuentaId })))
  }

  async listDispositivos(quien: Quien): Promise<DispositivoRow[]> {
    return this.transaction((tx) => listDispositivos(tx, quien.cuentaId, this.now()))
  }

  async revokeDispositivo(quien: Quien, id: string): Promise<void> {
    await this.transaction(async (tx) => {
      const where = { id, cuentaId: quien.cuentaId, revocadaEn: IsNull() }
      const familia = await tx.findOne(Familia, { where, lock: { mode: 'pessimistic_write' } })
      if (!familia) throw new AppError('ruta.no_existe')
      const cuenta = await tx.findOneByOrFail(Cuenta, { id: quien.cuentaId })
      await this.endFamilia(tx, { acto: 'acceso.salida', motivo: 'revocada', held: { familia }, cuenta, requestId: quien.requestId })
    })
  }

  /** Deletes expired rows; every replica may run it. */
  async purge(): Promise<void> {
    const now = this.deps.clock.system()
    const before = { intentos: toDate(now.subtract({ hours: 24 })), accesos: toDate(now.subtract({ hours: 24 * 30 })), retos: toDate(now) }
    await this.transaction((tx) => purge(tx, before))
  }

  /** The same renewal once more, whose token nobody has used: that one is spent with it. */
  private async isRepeated(tx: EntityManager, { intento, sucesor }: Refresco, hash: string | null): Promise<boolean> {
    if (hash === null || intento !== hash || sucesor === null) return false
    const { affected } = await tx.update(Refresco, { sha256: sucesor, usadoEn: IsNull() }, { usadoEn: this.now() })
    return affected === 1
  }

  private async rotate(
    tx: EntityManager,
    { familia, refresco }: Held,
    { cuenta, intento }: { cuenta: Cuenta; intento: string | null },
  ): Promise<Auth | null> {
    const now = this.now()
    if (refresco.venceEn <= now || cuenta.estatus !== 'activa' || alcanceOf(cuenta) !== familia.alcance) return null
    const renovable = await this.parts.familias.issue(tx, familia)
    await tx.update(Refresco, refresco.sha256, { usadoEn: now, intento, sucesor: sha256(renovable.refresco) })
    await tx.update(Familia, familia.id, { ultimoUsoEn: now })
    return { ...renovable, cuenta: await toVista(tx, cuenta) }
  }

  /** The token is read again once its family is locked: two renewals at once are one renewal and one reuse. */
  private async lock(tx: EntityManager, token: string): Promise<Held | null> {
    const hash = sha256(token)
    const found = await tx.findOneBy(Refresco, { sha256: hash })
    if (!found) return null
    const familia = await tx.findOne(Familia, { where: { id: found.familiaId }, lock: { mode: 'pessimistic_write' } })
    const refresco = await tx.findOneBy(Refresco, { sha256: hash })
    return familia && refresco ? { familia, refresco } : null
  }

  private async endFamilia(
    tx: EntityManager,
    end: {
      acto: 'acceso.salida' | 'acceso.reuso_detectado'
      motivo: 'salida' | 'revocada' | 'reuso'
      held: Pick<Held, 'familia'>
      cuenta: Cuenta
      requestId: string
    },
  ): Promise<null> {
    const { cuenta, held } = end
    await this.parts.familias.revoke(tx, held.familia.id, end.motivo)
    const objeto = { tipo: 'familia', id: held.familia.id }
    await this.parts.acts.record(tx, actorOf(cuenta, end.requestId), { acto: end.acto, objeto, detalle: { motivo: end.motivo } })
    return null
  }

  private now(): Date {
    return toDate(this.deps.clock.system())
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}
