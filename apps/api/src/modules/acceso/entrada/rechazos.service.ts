import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Actos } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'

/** Refusals of one account since its first one of the hour. */
interface Cuenta {
  quien: Quien
  since: number
  /** Beyond the first, which has its own act. */
  otros: number
  rutas: Set<string>
}

const HOUR = 3_600_000
/** Names of routes that one act lists; the count goes on. */
const MAX_RUTAS = 20

/**
 * Tells the bitácora of people who were refused for lack of permission (ASVS 16.3.2). An account writes two acts an hour at most: the first
 * refusal at once, and the count of the others when the hour ends.
 */
export class RechazosService {
  private readonly cuentas = new Map<string, Cuenta>()

  constructor(
    private readonly deps: Deps,
    private readonly acts: Acts,
  ) {}

  async note(quien: Quien, ruta: string): Promise<void> {
    const known = this.cuentas.get(quien.cuentaId)
    if (known && !this.isOver(known)) {
      known.otros += 1
      if (known.rutas.size < MAX_RUTAS) known.rutas.add(ruta)
      return
    }
    this.cuentas.set(quien.cuentaId, { quien, since: this.now(), otros: 0, rutas: new Set() })
    await this.write(quien, { veces: 1, rutas: [ruta] })
    if (known) await this.writeOthers(known)
  }

  /** Writes the counts of hours that ended, or of all. */
  async close({ all }: { all: boolean }): Promise<void> {
    for (const [id, cuenta] of this.cuentas) {
      if (!all && !this.isOver(cuenta)) continue
      this.cuentas.delete(id)
      await this.writeOthers(cuenta)
    }
  }

  private async writeOthers({ quien, otros, rutas }: Cuenta): Promise<void> {
    if (otros > 0) await this.write(quien, { veces: otros, rutas: [...rutas] })
  }

  private async write(quien: Quien, detalle: Actos['acceso.rechazado']): Promise<void> {
    const entry = { acto: 'acceso.rechazado', objeto: { tipo: 'cuenta', id: quien.cuentaId }, detalle } as const
    await this.deps.databases.acceso.transaction((tx) => this.acts.record(tx, quien, entry))
  }

  private isOver({ since }: Cuenta): boolean {
    return this.now() - since >= HOUR
  }

  private now(): number {
    return this.deps.clock.system().epochMilliseconds
  }
}
