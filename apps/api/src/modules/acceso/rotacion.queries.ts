import { IsNull, Not, type EntityManager } from 'typeorm'
import type { Llavero } from '../../shared/llavero.ts'
import { Factor } from './factor.entity.ts'
import { Reto } from './reto.entity.ts'
import { resealSecreto } from './totp.ts'

/** Seals the TOTP seeds, also of enrolments under way, with the key in force; answers how many were not. */
export async function resealFactores(tx: EntityManager, llavero: Llavero): Promise<number> {
  let sealed = 0
  for (const entity of [Factor, Reto]) {
    const rows = await tx.find<Factor | Reto>(entity, {
      where: { totpSecreto: Not(IsNull()) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
    for (const { id, cuentaId, totpSecreto } of rows) {
      const again = totpSecreto && resealSecreto(llavero, totpSecreto, cuentaId)
      if (!again) continue
      await tx.update<Factor | Reto>(entity, { id }, { totpSecreto: again })
      sealed += 1
    }
  }
  return sealed
}
