import { createHmac } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { delayAfter } from './espera.ts'
import { Intento } from './intento.entity.ts'
import type { Navegador } from './navegador.entity.ts'

interface Origin {
  /** Browser that the account knows. */
  known: Pick<Navegador, 'id' | 'entroEn'> | null
  correo: string
  red: string
}

/**
 * Counters of an attempt to sign in: a browser that entered before only waits for its own failures. All others share the account's counter
 * too.
 */
export function placeOf({ known, correo, red }: Origin): [string, string | null] {
  return [known ? `navegador|${known.id}` : `red|${correo}|${red}`, known?.entroEn ? null : `cuenta|${correo}`]
}

function assertDue({ esperaHasta }: Intento, now: Temporal.Instant): void {
  const wait = (esperaHasta?.getTime() ?? 0) - now.epochMilliseconds
  if (wait > 0) throw new AppError('acceso.espera', { retryAfter: wait / 1000 })
}

/** An attempt that is already counted as failed; success or a missing second factor gives it back. */
export interface Reserva {
  huella: string
  /** Counter of the failures of everybody unknown to the account; null: the attempt comes from a known browser. */
  ajenos: string | null
  esperaHasta: Date | null
}

/**
 * Growing wait after failures: a browser or network by account, a session by itself. An attempt is counted before the password is looked
 * at, so that attempts at once are not free. Nobody waits for somebody else's failures: those of strangers only shorten a stranger's free
 * attempts.
 */
export class IntentosService {
  constructor(private readonly deps: Deps) {}

  async reservar(key: string, ajenos: string | null = null): Promise<Reserva> {
    const now = this.deps.clock.system()
    return this.deps.databases.acceso.transaction(async (tx) => {
      // Always the account's first: attempts from two places at once lock in one order.
      const total = ajenos === null ? null : await this.lock(tx, ajenos, now)
      const own = await this.lock(tx, key, now)
      assertDue(own, now)
      const fallos = own.fallos + 1
      const delay = delayAfter(fallos, total ? total.fallos + 1 : 0)
      const esperaHasta = delay > 0 ? toDate(now.add({ seconds: delay })) : null
      const ultimoEn = toDate(now)
      if (total) await tx.update(Intento, total.huella, { fallos: total.fallos + 1, ultimoEn })
      await tx.update(Intento, own.huella, { fallos, esperaHasta, ultimoEn })
      return { huella: own.huella, ajenos: total?.huella ?? null, esperaHasta }
    })
  }

  /** The password was right and the code is still to come: neither a failure nor the end of the count. */
  async devolver(tx: EntityManager, { huella, ajenos, esperaHasta }: Reserva): Promise<void> {
    await tx.query(
      `update acceso.intento set fallos = greatest(fallos - 1, 0),
         espera_hasta = case when espera_hasta = $3::timestamptz then null else espera_hasta end where huella = $1 or huella = $2`,
      [huella, ajenos, esperaHasta],
    )
  }

  /** After a sign-in its own count starts again; that of the strangers goes on. */
  async acertar(tx: EntityManager, reserva: Reserva): Promise<void> {
    await this.devolver(tx, reserva)
    await tx.update(Intento, reserva.huella, { fallos: 0, esperaHasta: null })
  }

  async olvidar(tx: EntityManager, key: string): Promise<void> {
    await tx.update(Intento, this.huellaOf(key), { fallos: 0, esperaHasta: null })
  }

  private async lock(tx: EntityManager, key: string, now: Temporal.Instant): Promise<Intento> {
    const blank = { huella: this.huellaOf(key), fallos: 0, esperaHasta: null, ultimoEn: toDate(now) }
    await tx.createQueryBuilder().insert().into(Intento).values(blank).orIgnore().execute()
    return tx.findOneOrFail(Intento, { where: { huella: blank.huella }, lock: { mode: 'pessimistic_write' } })
  }

  /** By the oldest key that is there: putting another in force starts no count again. */
  private huellaOf(key: string): string {
    const [oldest = this.deps.secretos.pimienta] = this.deps.secretos.pimienta.vivas().sort((a, b) => numberOf(a.kid) - numberOf(b.kid))
    return createHmac('sha256', oldest.key).update(`acceso.intento|${key}`).digest('base64url')
  }
}

function numberOf(kid: string): number {
  return Number(kid.slice(1))
}
