import type { EntityManager } from 'typeorm'
import type { Correo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Acts } from '../../bitacora/index.ts'
import { findInstituto } from '../acceso.queries.ts'
import type { Background } from '../background.ts'
import type { Cuenta } from '../cuentas/cuenta.entity.ts'
import { mensajeFactor } from '../mensajes.ts'
import { actorOf } from '../cuentas/actor.ts'

/** Events of the factors of an account, as sentences for its owner. */
const HECHOS = {
  'factor.registrado': 'se registró otra forma de confirmar que es usted',
  'factor.retirado': 'se quitó una forma de confirmar que es usted',
  'factor.codigos_renovados': 'se hicieron códigos de recuperación nuevos; los anteriores ya no sirven',
  'factor.codigo_usado': 'se usó un código de recuperación',
} as const
export type HechoFactor = keyof typeof HECHOS

interface Parts {
  background: Background
  acts: Acts
  correo: Correo
}

/** Every act on factors goes into the bitácora, and its owner is told by mail. */
export class HechosFactor {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async record(
    tx: EntityManager,
    acto: HechoFactor | 'factor.renombrado',
    { cuenta, factorId, requestId }: { cuenta: Cuenta; factorId: string | null; requestId: string },
  ): Promise<void> {
    const objeto = factorId ? { tipo: 'factor', id: factorId } : { tipo: 'cuenta', id: cuenta.id }
    await this.parts.acts.record(tx, actorOf(cuenta, requestId), { acto, objeto, detalle: {} })
  }

  /** After the commit. Nobody waits for the mail, and no act fails for want of it. */
  tell({ nombre, correo }: Pick<Cuenta, 'nombre' | 'correo'>, hecho: HechoFactor): void {
    if (this.parts.correo.disponible) this.parts.background.run(this.send({ nombre, correo }, HECHOS[hecho]), 'mail about a factor')
  }

  private async send(para: Pick<Cuenta, 'nombre' | 'correo'>, hecho: string): Promise<void> {
    const instituto = await this.deps.databases.acceso.transaction(findInstituto)
    const enlace = `${this.deps.config.origenConsola}/consola/recuperar`
    await this.parts.correo.send(mensajeFactor({ ...para, instituto, hecho, enlace }))
  }
}
