import { In } from 'typeorm'
import type { Databases } from './database/databases.ts'
import { Cuenta } from './modules/acceso/index.ts'
import type { Hallado } from './inicio/index.ts'

/** Counts the accounts of the administración that somebody holds or was invited to. */
export async function readAdministracion({ acceso }: Pick<Databases, 'acceso'>): Promise<Hallado['administracion']> {
  const where = { rol: 'administracion' as const, estatus: In(['invitada', 'activa']) }
  const cuentas = await acceso.manager.find(Cuenta, { select: { id: true, estatus: true }, where })
  return { invitadas: cuentas.length, abiertas: cuentas.filter(({ estatus }) => estatus === 'activa').length }
}
