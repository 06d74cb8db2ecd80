import { IsNull, Not, type EntityManager } from 'typeorm'
import type { Llavero } from '../../shared/llavero.ts'
import { Cuenta } from './cuenta.entity.ts'
import { resealSecreto } from './totp.ts'

/** Seals the second factors with the key in force; answers how many were not. There are as many as accounts of the institute. */
export async function resealCuentas(tx: EntityManager, llavero: Llavero): Promise<number> {
  const rows = await tx.find(Cuenta, {
    select: { id: true, totpSecreto: true },
    where: { totpSecreto: Not(IsNull()) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  })
  let sealed = 0
  for (const { id, totpSecreto } of rows) {
    const again = totpSecreto && resealSecreto(llavero, totpSecreto, id)
    if (!again) continue
    await tx.update(Cuenta, { id }, { totpSecreto: again })
    sealed += 1
  }
  return sealed
}
