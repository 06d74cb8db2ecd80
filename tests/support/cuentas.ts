import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import { Cuenta, Familia } from '../../apps/api/src/modules/acceso/index.ts'
import { alcanceOf } from '../../apps/api/src/modules/acceso/acceso.queries.ts'
import { signTokenAcceso } from '../../apps/api/src/modules/acceso/tokens/token-acceso.ts'
import { toDate } from '../../apps/api/src/shared/clock.ts'
import type { Deps } from '../../apps/api/src/shared/deps.ts'

interface Place {
  owner: DataSource
  deps: Deps
  server: FastifyInstance
}

let accounts = 0

/** Access token of a new account, as signing in leaves it; that signing in itself works is proved elsewhere. */
export async function givenToken(
  { owner, deps, server }: Place,
  who: { rol: Rol; actorPoliticoId: string | null; candidaturaId: string | null },
): Promise<string> {
  const now = deps.clock.system()
  const id = randomUUID()
  const cuenta: Cuenta = {
    ...who,
    id,
    correo: `cuenta-${accounts++}@prueba.example`,
    nombre: `Cuenta ${who.rol}`,
    contrasena: null,
    estatus: 'activa',
    invitacionPedidaEn: null,
    creadaEn: toDate(now),
  }
  const familia: Familia = {
    id: randomUUID(),
    cuentaId: id,
    descripcion: 'Prueba',
    alcance: alcanceOf(who),
    creadaEn: toDate(now),
    ultimoUsoEn: toDate(now),
    venceEn: toDate(now.add({ hours: 8 })),
    // Stays recent however long the test takes.
    factorEn: toDate(now.add({ hours: 8 })),
    revocadaEn: null,
    motivo: null,
  }
  await owner.transaction(async (tx) => {
    await tx.insert(Cuenta, cuenta)
    await tx.insert(Familia, familia)
  })
  return signTokenAcceso(server, { sub: id, sid: familia.id }, now).accessToken
}
