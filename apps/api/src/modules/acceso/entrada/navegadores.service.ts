import { randomUUID } from 'node:crypto'
import { In, IsNull, type EntityManager } from 'typeorm'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { Navegador } from './navegador.entity.ts'
import { newToken } from '../tokens/token-opaco.ts'
import { readRows } from '../../../database/rows.ts'

const DAYS = 180
const MAX_PER_CUENTA = 20

/** Token by which a browser is known the next time. */
export interface Recuerdo {
  token: string
  venceEn: Date
}

/** The browsers that each account signed in from: strangers' failures make none of them wait. */
export class NavegadoresService {
  constructor(private readonly deps: Deps) {}

  /** A browser that is known for any account. */
  async find(token: string | null): Promise<Pick<Navegador, 'id'> | null> {
    return token === null ? null : this.findLive(token, 'true', [])
  }

  /** A browser that is known for the account of this address. */
  async findOf(correo: string, token: string | null): Promise<Pick<Navegador, 'id' | 'entroEn'> | null> {
    const ofCuenta = `cuenta_id in (select id from acceso.cuenta where correo = $3 and estatus = 'activa')`
    return token === null ? null : this.findLive(token, ofCuenta, [correo])
  }

  /** After a sign-in: the token for the browser, and whether the account's owner should hear of it. At her first sign-in she does not. */
  async admit(tx: EntityManager, cuentaId: string, token: string | null): Promise<{ recuerdo: Recuerdo; nuevo: boolean }> {
    const rows = await tx.findBy(Navegador, { cuentaId })
    const hash = token === null ? null : sha256(token)
    const own = rows.find((row) => row.entroEn && this.isLive(row) && [row.sha256, row.anterior].includes(hash))
    const nuevo = own === undefined && rows.some(({ entroEn }) => entroEn !== null)
    return { recuerdo: await this.remember(tx, { cuentaId, token, entroEn: this.now() }), nuevo }
  }

  /** A new password forgets every browser but the one that chose it. */
  async restart(tx: EntityManager, cuentaId: string, token: string | null): Promise<Recuerdo> {
    await tx.update(Navegador, { cuentaId, olvidadoEn: IsNull() }, { olvidadoEn: this.now() })
    return this.remember(tx, { cuentaId, token, entroEn: null })
  }

  /** Another person may have the account now. */
  async forget(tx: EntityManager, cuentaId: string): Promise<void> {
    await tx.delete(Navegador, { cuentaId })
  }

  /** The token changes at each use, for every account of the browser. */
  private async remember(
    tx: EntityManager,
    { cuentaId, token, entroEn }: { cuentaId: string; token: string | null; entroEn: Date | null },
  ): Promise<Recuerdo> {
    const now = this.now()
    const next = newToken()
    const hash = token === null ? null : sha256(token)
    await tx.query('update acceso.navegador set sha256 = $2, anterior = $1 where sha256 = $1 or anterior = $1', [hash, next.sha256])
    const { affected } = await tx.update(
      Navegador,
      { cuentaId, sha256: next.sha256, olvidadoEn: IsNull() },
      { vistoEn: now, ...(entroEn ? { entroEn } : {}) },
    )
    if (affected === 0) {
      const row = { id: randomUUID(), cuentaId, sha256: next.sha256, anterior: null, entroEn, vistoEn: now, olvidadoEn: null }
      await tx.insert(Navegador, row)
    }
    await this.trim(tx, cuentaId)
    return { token: next.token, venceEn: toDate(this.deps.clock.system().add({ hours: DAYS * 24 })) }
  }

  private async trim(tx: EntityManager, cuentaId: string): Promise<void> {
    const oldest = await tx.find(Navegador, { select: { id: true }, where: { cuentaId }, order: { vistoEn: 'DESC' }, skip: MAX_PER_CUENTA })
    if (oldest.length > 0) await tx.delete(Navegador, { id: In(oldest.map(({ id }) => id)) })
  }

  private async findLive(token: string, also: string, values: unknown[]): Promise<Pick<Navegador, 'id' | 'entroEn'> | null> {
    const rows = await readRows<Pick<Navegador, 'id' | 'entroEn'>>(
      this.deps.databases.acceso,
      `select id, entro_en as "entroEn" from acceso.navegador
       where (sha256 = $1 or anterior = $1) and visto_en > $2 and olvidado_en is null and ${also} order by id limit 1`,
      [sha256(token), this.oldest(), ...values],
    )
    return rows[0] ?? null
  }

  private isLive({ vistoEn, olvidadoEn }: Navegador): boolean {
    return olvidadoEn === null && vistoEn > this.oldest()
  }

  private oldest(): Date {
    return toDate(this.deps.clock.system().subtract({ hours: DAYS * 24 }))
  }

  private now(): Date {
    return toDate(this.deps.clock.system())
  }
}
