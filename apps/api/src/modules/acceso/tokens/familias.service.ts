import { randomUUID } from 'node:crypto'
import { In, IsNull, type EntityManager } from 'typeorm'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { alcanceOf, listDispositivos, type CuentaRow } from '../acceso.queries.ts'
import { Familia, type MotivoRevocacion } from './familia.entity.ts'
import { Refresco } from './refresco.entity.ts'
import { newToken } from './token-opaco.ts'

const IDLE_MINUTES = 30
const ABSOLUTE_HOURS = 8
const MAX_DISPOSITIVOS = 2
/** The demonstration accounts are printed in docs/comandos.md: many people share each. */
const MAX_DISPOSITIVOS_SIMULACRO = 50

/** A renewable access, as its device receives it. */
export interface Renovable {
  familiaId: string
  refresco: string
  venceEn: Date
  /** When the access ends, however much it is used. */
  terminaEn: Date
}

/** Families of refresh tokens: one per device, one live token in each. */
export class FamiliasService {
  constructor(private readonly deps: Deps) {}

  /** The account's row must be locked: the count of its devices depends on it. */
  async create(tx: EntityManager, cuenta: CuentaRow, descripcion: string): Promise<Renovable> {
    const now = this.deps.clock.system()
    const others = await listDispositivos(tx, cuenta.id, toDate(now))
    const ids = others.slice(this.maxDispositivos() - 1).map((familia) => familia.id)
    if (ids.length > 0) await tx.update(Familia, { id: In(ids) }, { revocadaEn: toDate(now), motivo: 'limite' })
    const familia = {
      id: randomUUID(),
      cuentaId: cuenta.id,
      descripcion,
      alcance: alcanceOf(cuenta),
      creadaEn: toDate(now),
      ultimoUsoEn: toDate(now),
      venceEn: toDate(now.add({ hours: ABSOLUTE_HOURS })),
      // An account without a second factor has nothing more to prove than its password.
      factorEn: toDate(now),
      revocadaEn: null,
      motivo: null,
    }
    await tx.insert(Familia, familia)
    return this.issue(tx, familia)
  }

  /** The next token of a family; its idle term never passes the absolute one. */
  async issue(tx: EntityManager, familia: Pick<Familia, 'id' | 'venceEn'>): Promise<Renovable> {
    const idle = toDate(this.deps.clock.system().add({ minutes: IDLE_MINUTES }))
    const venceEn = idle < familia.venceEn ? idle : familia.venceEn
    const { token, sha256 } = newToken()
    await tx.insert(Refresco, { sha256, familiaId: familia.id, venceEn, usadoEn: null, intento: null, sucesor: null })
    return { familiaId: familia.id, refresco: token, venceEn, terminaEn: familia.venceEn }
  }

  async revoke(tx: EntityManager, id: string, motivo: MotivoRevocacion): Promise<void> {
    await tx.update(Familia, { id, revocadaEn: IsNull() }, { revocadaEn: this.now(), motivo })
  }

  async revokeAll(tx: EntityManager, cuentaId: string, motivo: MotivoRevocacion): Promise<void> {
    await tx.update(Familia, { cuentaId, revocadaEn: IsNull() }, { revocadaEn: this.now(), motivo })
  }

  private now(): Date {
    return toDate(this.deps.clock.system())
  }

  private maxDispositivos(): number {
    return this.deps.config.modo === 'simulacro' ? MAX_DISPOSITIVOS_SIMULACRO : MAX_DISPOSITIVOS
  }
}
