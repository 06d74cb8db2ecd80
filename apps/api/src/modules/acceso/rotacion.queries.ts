import { IsNull, Not, type EntityManager } from 'typeorm'
import type { Llavero } from '../../shared/criptografia/llavero.ts'
import { readRows } from '../../database/rows.ts'
import { Factor } from './factores/factor.entity.ts'
import { Reto } from './factores/reto.entity.ts'
import { resealSecreto } from './factores/totp.ts'

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

/** Accounts that need that key: by the hash of the password, which names it, or by recovery codes from before another came into force. */
export async function countContrasenas(tx: EntityManager, { kid, desde }: { kid: string; desde: number }): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    tx,
    `select count(*)::int as n from acceso.cuenta c
     where (c.contrasena is not null and coalesce(nullif(split_part(c.contrasena, '$', 1), ''), 'k1') = $1)
       or exists (select 1 from acceso.codigo_recuperacion r where r.cuenta_id = c.id and r.usado_en is null and r.creado_en < $2)`,
    [kid, new Date(desde)],
  )
  return row?.n ?? 0
}
