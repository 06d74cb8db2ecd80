import { randomUUID } from 'node:crypto'
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { fieldsOf } from '@conoceles/domain/typed'
import type { Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Acts } from '../../bitacora/index.ts'
import { CodigoRecuperacion } from './codigo-recuperacion.entity.ts'
import { huellaCodigo } from './codigos-recuperacion.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import { Factor, TIPOS_FACTOR, type TipoFactor } from './factor.entity.ts'
import type { HechosFactor } from './hechos-factor.ts'
import type { IntentosService } from '../entrada/intentos.service.ts'
import type { Passkeys } from './passkeys.ts'
import { Reto } from './reto.entity.ts'
import { acceptedStep, openSecreto } from './totp.ts'

const MINUTES = 5

/** Proof of a person: one of the three. */
export type Prueba = { codigo: string } | { codigoRecuperacion: string } | { passkey: { reto: string; respuesta: object } }

/** The factor that was proved; a recovery code is none. */
export interface Proven {
  tipo: TipoFactor | 'recuperacion'
  factorId: string | null
}

/** Question for a passkey: the answer goes back with the id of its challenge. */
export interface RetoPasskey {
  reto: string
  opciones: PublicKeyCredentialRequestOptionsJSON
}

/** A proof that a session shows. */
interface Shown {
  quien: Quien
  familiaId: string
  prueba: Prueba
}

interface Parts {
  acts: Acts
  hechos: HechosFactor
  intentos: IntentosService
  passkeys: Passkeys
}

/** The one place that verifies second factors: at sign-in, on one's own page and before a grave act. */
export class PruebasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** A single-use challenge of five minutes for the passkeys of an account; null when it has none. */
  async challenge(tx: EntityManager, cuentaId: string): Promise<RetoPasskey | null> {
    const known = await tx.findBy(Factor, { cuentaId, tipo: 'passkey' })
    if (known.length === 0) return null
    const opciones = await this.parts.passkeys.toGet(known)
    const id = randomUUID()
    const venceEn = toDate(this.deps.clock.system().add({ minutes: MINUTES }))
    await tx.insert(Reto, { id, cuentaId, uso: 'prueba', reto: opciones.challenge, totpSecreto: null, venceEn })
    return { reto: id, opciones }
  }

  /** Proofs that a person may show, once her password was right. */
  async describe(tx: EntityManager, cuentaId: string): Promise<{ metodos: TipoFactor[]; passkey: RetoPasskey | null }> {
    const own = await tx.find(Factor, { select: { tipo: true }, where: { cuentaId } })
    const metodos = TIPOS_FACTOR.filter((tipo) => own.some((factor) => factor.tipo === tipo))
    return { metodos, passkey: await this.challenge(tx, cuentaId) }
  }

  /** The same for a person who is inside. */
  describeOwn(quien: Quien): ReturnType<PruebasService['describe']> {
    return this.deps.databases.acceso.transaction((tx) => this.describe(tx, quien.cuentaId))
  }

  /**
   * Factor of the account that the proof shows; null when it shows none. Right or wrong, the challenge is spent, so commit either way. No
   * throttle: sign-in and `withProof` count the attempts.
   */
  async prove(tx: EntityManager, cuenta: Pick<Cuenta, 'id'>, prueba: Prueba): Promise<Proven | null> {
    const factores = await tx.find(Factor, {
      where: { cuentaId: cuenta.id },
      order: { creadoEn: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
    if ('passkey' in prueba) return this.provePasskey(tx, factores, { cuentaId: cuenta.id, ...prueba.passkey })
    if ('codigo' in prueba) return this.proveTotp(tx, factores, prueba.codigo)
    return this.proveRecuperacion(tx, cuenta.id, prueba.codigoRecuperacion)
  }

  /**
   * Runs `work` in the transaction of a right proof of a person who is inside. Throws `acceso.factor_invalido`, and `acceso.espera` after
   * too many wrong ones. Counts failures by session: guesses on a stolen one make nobody else wait.
   */
  async withProof<T>(
    { quien, familiaId, prueba }: Shown,
    work: (tx: EntityManager, by: { cuenta: Cuenta; proven: Proven }) => Promise<T>,
  ): Promise<T> {
    const { hechos, intentos } = this.parts
    await intentos.reservar(familiaId)
    const outcome = await this.deps.databases.acceso.transaction(async (tx) => {
      const cuenta = await tx.findOneOrFail(Cuenta, { where: { id: quien.cuentaId }, lock: { mode: 'pessimistic_write' } })
      const proven = await this.prove(tx, cuenta, prueba)
      if (!proven) {
        await this.recordFailure(tx, quien, familiaId)
        return null
      }
      await intentos.olvidar(tx, familiaId)
      const usesCodigo = proven.tipo === 'recuperacion'
      if (usesCodigo) await hechos.record(tx, 'factor.codigo_usado', { cuenta, factorId: null, requestId: quien.requestId })
      return { value: await work(tx, { cuenta, proven }), tell: () => usesCodigo && hechos.tell(cuenta, 'factor.codigo_usado') }
    })
    if (!outcome) throw new AppError('acceso.factor_invalido')
    outcome.tell()
    return outcome.value
  }

  private async provePasskey(
    tx: EntityManager,
    factores: readonly Factor[],
    { cuentaId, reto, respuesta }: { cuentaId: string; reto: string; respuesta: object },
  ): Promise<Proven | null> {
    const challenge = await this.takeReto(tx, cuentaId, reto)
    const factor = factores.find(({ credencialId }) => credencialId !== null && credencialId === fieldsOf(respuesta).id)
    if (!challenge || !factor) return null
    const contador = await this.parts.passkeys.check(respuesta, challenge, factor)
    if (contador === null) return null
    await tx.update(Factor, factor.id, { contador: String(contador), ultimoUsoEn: this.now() })
    return { tipo: 'passkey', factorId: factor.id }
  }

  /** Two answers at once to one challenge: the second finds it gone. */
  private async takeReto(tx: EntityManager, cuentaId: string, id: string): Promise<string | null> {
    const where = { id, cuentaId, uso: 'prueba', venceEn: MoreThan(this.now()) } as const
    const found = await tx.findOne(Reto, { where, lock: { mode: 'pessimistic_write' } })
    if (found) await tx.delete(Reto, id)
    return found?.reto ?? null
  }

  private async proveTotp(tx: EntityManager, factores: readonly Factor[], codigo: string): Promise<Proven | null> {
    const now = this.deps.clock.system().epochMilliseconds
    for (const { id, cuentaId, totpSecreto, totpUltimoPaso } of factores) {
      if (!totpSecreto) continue
      const secreto = openSecreto(this.deps.secretos.llavero, totpSecreto, cuentaId)
      const step = acceptedStep({ secreto, codigo, now })
      if (step === null || step <= Number(totpUltimoPaso ?? 0)) continue
      await tx.update(Factor, id, { totpUltimoPaso: String(step), ultimoUsoEn: this.now() })
      return { tipo: 'totp', factorId: id }
    }
    return null
  }

  private async proveRecuperacion(tx: EntityManager, cuentaId: string, codigo: string): Promise<Proven | null> {
    const huellas = this.deps.secretos.pimienta.vivas().map(({ key }) => huellaCodigo(key, cuentaId, codigo))
    const { affected } = await tx.update(CodigoRecuperacion, { huella: In(huellas), cuentaId, usadoEn: IsNull() }, { usadoEn: this.now() })
    return affected === 1 ? { tipo: 'recuperacion', factorId: null } : null
  }

  private async recordFailure(tx: EntityManager, quien: Quien, familiaId: string): Promise<void> {
    await this.parts.acts.record(tx, quien, {
      acto: 'acceso.confirmacion_fallida',
      objeto: { tipo: 'familia', id: familiaId },
      detalle: {},
    })
  }

  private now(): Date {
    return toDate(this.deps.clock.system())
  }
}

export function codeOf(prueba: object): 'acceso.passkey_invalida' | 'acceso.codigo_invalido' {
  return 'passkey' in prueba ? 'acceso.passkey_invalida' : 'acceso.codigo_invalido'
}
