import { createHmac } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import { delayAfter, RESET_REQUIRED_AFTER } from './espera.ts'
import { Intento } from './intento.entity.ts'

/** An attempt that is already counted as failed; success or a missing second factor gives it back. */
export interface Reserva {
  huella: string
  esperaHasta: Date | null
}

/** Growing wait per address. It is counted before the password is looked at, so that attempts at once are not free. */
export class IntentosService {
  constructor(private readonly deps: Deps) {}

  async reservar(correo: string): Promise<Reserva> {
    const now = this.deps.clock.system()
    const huella = this.huellaOf(correo)
    return this.deps.databases.acceso.transaction(async (tx) => {
      const ultimoEn = toDate(now)
      await tx.createQueryBuilder().insert().into(Intento).values({ huella, fallos: 0, esperaHasta: null, ultimoEn }).orIgnore().execute()
      const { fallos, esperaHasta } = await tx.findOneOrFail(Intento, { where: { huella }, lock: { mode: 'pessimistic_write' } })
      if (fallos >= RESET_REQUIRED_AFTER) throw new AppError('acceso.restablecimiento_requerido')
      const wait = esperaHasta ? esperaHasta.getTime() - now.epochMilliseconds : 0
      if (wait > 0) throw new AppError('acceso.espera', { retryAfter: wait / 1000 })
      const delay = delayAfter(fallos + 1)
      const next = delay > 0 ? toDate(now.add({ seconds: delay })) : null
      await tx.update(Intento, huella, { fallos: fallos + 1, esperaHasta: next, ultimoEn })
      return { huella, esperaHasta: next }
    })
  }

  /** The password was right and the code is still to come: neither a failure nor the end of the count. */
  async devolver(tx: EntityManager, { huella, esperaHasta }: Reserva): Promise<void> {
    await tx.query(
      `update acceso.intento set fallos = greatest(fallos - 1, 0),
         espera_hasta = case when espera_hasta = $2::timestamptz then null else espera_hasta end where huella = $1`,
      [huella, esperaHasta],
    )
  }

  /** After a sign-in or a new password the count starts again. */
  async olvidar(tx: EntityManager, correo: string): Promise<void> {
    await tx.update(Intento, this.huellaOf(correo), { fallos: 0, esperaHasta: null })
  }

  /** By the oldest key that is there: putting another in force starts no count again. */
  private huellaOf(correo: string): string {
    const [oldest = this.deps.secretos.pimienta] = this.deps.secretos.pimienta.vivas().sort((a, b) => numberOf(a.kid) - numberOf(b.kid))
    return createHmac('sha256', oldest.key).update(`acceso.intento|${correo}`).digest('base64url')
  }
}

function numberOf(kid: string): number {
  return Number(kid.slice(1))
}
