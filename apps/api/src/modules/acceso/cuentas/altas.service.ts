import { randomUUID } from 'node:crypto'
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { isRepeatedKey } from '../../../shared/http/errors.ts'
import { CodigoRecuperacion } from '../factores/codigo-recuperacion.entity.ts'
import { huellaCodigo, newCodigos } from '../factores/codigos-recuperacion.ts'
import type { Cuenta } from './cuenta.entity.ts'
import { BLANK, Factor } from '../factores/factor.entity.ts'
import type { Passkeys } from '../factores/passkeys.ts'
import { Reto } from '../factores/reto.entity.ts'
import { acceptedStep, newTotpSecreto, openSecreto, sealSecreto, totpUri } from '../factores/totp.ts'

/** Time enough to install an application and scan its code. */
const MINUTES = 15

/** Both ways to enrol a factor; the answer names the one that was taken. */
export interface OpcionesAlta {
  reto: string
  passkey: PublicKeyCredentialCreationOptionsJSON
  totpUri: string
}

/** Proof that the new factor works. */
export interface Alta {
  reto: string
  nombre: string
  prueba: { codigo: string } | { passkey: object }
}

type NewFactor = Omit<Factor, 'id' | 'cuentaId' | 'nombre' | 'creadoEn'>

/** Enrols factors and recovery codes. The caller checks who may ask. */
export class AltasService {
  constructor(
    private readonly deps: Deps,
    private readonly passkeys: Passkeys,
  ) {}

  async begin(tx: EntityManager, cuenta: Cuenta): Promise<OpcionesAlta> {
    const known = await tx.findBy(Factor, { cuentaId: cuenta.id, tipo: 'passkey' })
    const passkey = await this.passkeys.toCreate(cuenta, known)
    const secreto = newTotpSecreto()
    const id = randomUUID()
    await tx.insert(Reto, {
      id,
      cuentaId: cuenta.id,
      uso: 'alta',
      reto: passkey.challenge,
      totpSecreto: sealSecreto(this.deps.secretos.llavero.key, secreto, cuenta.id),
      venceEn: toDate(this.deps.clock.system().add({ minutes: MINUTES })),
    })
    return { reto: id, passkey, totpUri: totpUri(secreto, cuenta.correo) }
  }

  /** The new factor, or null when its proof is wrong: a mistyped code may be tried again with the same seed. */
  async complete(tx: EntityManager, cuenta: Cuenta, { reto, nombre, prueba }: Alta): Promise<Factor | null> {
    const now = toDate(this.deps.clock.system())
    const where = { id: reto, cuentaId: cuenta.id, uso: 'alta', venceEn: MoreThan(now) } as const
    const pending = await tx.findOne(Reto, { where, lock: { mode: 'pessimistic_write' } })
    const found =
      pending && (await ('codigo' in prueba ? this.checkTotp(pending, prueba.codigo) : this.checkPasskey(pending, prueba.passkey)))
    if (!found) return null
    const factor: Factor = { ...found, id: randomUUID(), cuentaId: cuenta.id, nombre: nombre.normalize('NFC').trim(), creadoEn: now }
    if (!(await insertOnce(tx, factor))) return null
    await tx.delete(Reto, reto)
    return factor
  }

  /** Ten new codes, to be shown once; the ones before are void. */
  async renewCodigos(tx: EntityManager, cuentaId: string): Promise<string[]> {
    const codigos = newCodigos()
    const creadoEn = toDate(this.deps.clock.system())
    await tx.delete(CodigoRecuperacion, { cuentaId })
    const rows = codigos.map((codigo) => ({
      huella: huellaCodigo(this.deps.secretos.pimienta.key, cuentaId, codigo),
      cuentaId,
      creadoEn,
      usadoEn: null,
    }))
    await tx.insert(CodigoRecuperacion, rows)
    return codigos
  }

  /** Codes that still work. */
  countCodigos(tx: EntityManager, cuentaId: string): Promise<number> {
    return tx.countBy(CodigoRecuperacion, { cuentaId, usadoEn: IsNull() })
  }

  /** The factor that takes the place of all others. */
  async keepOnly(tx: EntityManager, { id, cuentaId }: Pick<Factor, 'id' | 'cuentaId'>): Promise<void> {
    await tx.delete(Factor, { cuentaId, id: Not(id) })
    for (const entity of [CodigoRecuperacion, Reto]) await tx.delete(entity, { cuentaId })
  }

  /** An account without any factor or code: before somebody else gets it, or when all was lost. */
  async removeAll(tx: EntityManager, cuentaId: string): Promise<void> {
    for (const entity of [Factor, CodigoRecuperacion, Reto]) await tx.delete(entity, { cuentaId })
  }

  private async checkTotp({ cuentaId, totpSecreto }: Reto, codigo: string): Promise<NewFactor | null> {
    if (!totpSecreto) return null
    const secreto = openSecreto(this.deps.secretos.llavero, totpSecreto, cuentaId)
    const step = acceptedStep({ secreto, codigo, now: this.deps.clock.system().epochMilliseconds })
    return step === null ? null : { ...BLANK, tipo: 'totp', totpSecreto, totpUltimoPaso: String(step) }
  }

  private async checkPasskey({ reto }: Reto, respuesta: object): Promise<NewFactor | null> {
    const credencial = await this.passkeys.register(respuesta, reto)
    return credencial && { ...BLANK, tipo: 'passkey', ...credencial }
  }
}

/** False: another account has that credential, which no honest authenticator gives twice. */
async function insertOnce(tx: EntityManager, factor: Factor): Promise<boolean> {
  try {
    await tx.transaction((nested) => nested.insert(Factor, factor))
    return true
  } catch (error) {
    if (isRepeatedKey(error, 'factor_credencial_uq')) return false
    throw error
  }
}
