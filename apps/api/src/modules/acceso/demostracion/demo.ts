import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'
import { createContrasenas } from '../contrasenas/contrasenas.ts'
import { normalizeCorreo } from '../cuentas/cuenta-vista.ts'
import { CargoCuenta } from '../cargo-cuenta.entity.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import { BLANK, Factor } from '../factores/factor.entity.ts'
import { fromBase32, sealSecreto } from '../factores/totp.ts'

const NOMBRE = 'Aplicación de verificación'

export interface CuentaDemo {
  nombre: string
  correo: string
  rol: Rol
  /** Charge in the institute. */
  cargo?: string | null
  actorPoliticoId?: string | null
  candidaturaId?: string | null
  contrasena: string
  /** Base 32, as authenticator apps take it. */
  totpSecreto?: string | null
}

/** Ready accounts with known passwords. Refused outside a simulacro. Gives the ids, in order. */
export async function createCuentasDemo(
  tx: EntityManager,
  { config, clock, secretos }: Pick<Deps, 'config' | 'clock' | 'secretos'>,
  cuentas: readonly CuentaDemo[],
): Promise<string[]> {
  if (config.modo !== 'simulacro') throw new Error('demonstration accounts exist in a simulacro only')
  const hashes = await hashOnce(secretos.pimienta, cuentas)
  const rows = cuentas.map((cuenta): Cuenta => {
    const id = randomUUID()
    const { nombre, rol, contrasena } = cuenta
    return {
      id,
      nombre,
      rol,
      correo: normalizeCorreo(cuenta.correo),
      actorPoliticoId: cuenta.actorPoliticoId ?? null,
      candidaturaId: cuenta.candidaturaId ?? null,
      contrasena: hashes.get(contrasena) ?? null,
      estatus: 'activa',
      invitacionPedidaEn: null,
      creadaEn: toDate(clock.system()),
    }
  })
  await tx.insert(Cuenta, rows)
  const factores = rows.flatMap(({ id, creadaEn }, at): Factor[] => {
    const totpSecreto = cuentas[at]?.totpSecreto
    if (!totpSecreto) return []
    const sealed = sealSecreto(secretos.llavero.key, fromBase32(totpSecreto), id)
    return [{ ...BLANK, id: randomUUID(), cuentaId: id, tipo: 'totp', nombre: NOMBRE, creadoEn: creadaEn, totpSecreto: sealed }]
  })
  await tx.insert(Factor, factores)
  const desde = toDate(clock.now())
  const cargos = rows.map(({ id: cuentaId }, at) => ({ id: randomUUID(), cuentaId, cargo: cuentas[at]?.cargo ?? null, desde }))
  await tx.insert(CargoCuenta, cargos.filter(({ cargo }) => cargo !== null)) // prettier-ignore
  return rows.map((row) => row.id)
}

/** Many accounts share few passwords: one hash for each password. */
async function hashOnce(pimienta: Secretos['pimienta'], cuentas: readonly CuentaDemo[]): Promise<Map<string, string>> {
  const { hash } = createContrasenas(pimienta)
  const passwords = [...new Set(cuentas.map((cuenta) => cuenta.contrasena))]
  return new Map(await Promise.all(passwords.map(async (password) => [password, await hash(password)] as const)))
}
