import type { Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Acts } from '../../bitacora/index.ts'
import { Familia } from '../tokens/familia.entity.ts'
import type { Prueba, PruebasService } from './pruebas.service.ts'

interface Parts {
  acts: Acts
  pruebas: PruebasService
}

/** A session proves its factor again, for the acts that ask for a recent one. */
export class ConfirmacionService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async confirmar(quien: Quien, { familiaId, prueba }: { familiaId: string; prueba: Prueba }): Promise<void> {
    await this.parts.pruebas.withProof({ quien, familiaId, prueba }, async (tx) => {
      await tx.update(Familia, familiaId, { factorEn: toDate(this.deps.clock.system()) })
      await this.parts.acts.record(tx, quien, { acto: 'acceso.confirmacion', objeto: { tipo: 'familia', id: familiaId }, detalle: {} })
    })
  }
}
