import { In, Like, type EntityManager } from 'typeorm'
import { ROLES } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { toVista, type CuentaVista } from '../cuentas/cuenta-vista.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import type { Entered, EntradaService, Origen } from '../entrada/entrada.service.ts'
import { Factor } from '../factores/factor.entity.ts'
import { nextCode, openSecreto } from '../factores/totp.ts'

/** No mailbox can have it: the domain is reserved for examples. */
const DEMOSTRACION = Like('%@simulacro.example')
/** The bench adds hundreds more. */
const AT_MOST = 40

/** A code, and how many seconds are left until it is accepted: 0 where it already is. */
export interface CodigoDemostracion {
  codigo: string
  sirveEn: number
}

/** Lets anybody be each of the demonstration accounts of a simulacro. Refuses to exist anywhere else. */
export class DemostracionService {
  constructor(
    private readonly deps: Deps,
    private readonly entrada: EntradaService,
  ) {
    if (deps.config.modo !== 'simulacro') throw new Error('demonstration accounts exist in a simulacro only')
  }

  /** Each account that can be entered without a password, by role. */
  listar(): Promise<CuentaVista[]> {
    return this.deps.databases.acceso.transaction(async (tx) => {
      const rows = await tx.find(Cuenta, {
        where: { correo: DEMOSTRACION, estatus: 'activa', rol: In([...ROLES]) },
        order: { nombre: 'ASC' },
        take: AT_MOST,
      })
      const seen = await Promise.all(rows.map((row) => toVista(tx, row)))
      return seen.sort((a, b) => ROLES.indexOf(a.rol) - ROLES.indexOf(b.rol))
    })
  }

  /** Opens an access as that account. Throws `ruta.no_existe` where it is none of them. */
  entrar(cuentaId: string, origen: Origen): Promise<Entered> {
    return this.deps.databases.acceso.transaction(async (tx) => this.entrada.open(tx, await this.find(tx, cuentaId), origen))
  }

  /** The next code that the own account may show before a grave act: each code serves once. */
  codigo(quien: Quien): Promise<CodigoDemostracion> {
    const now = this.deps.clock.system().epochMilliseconds
    return this.deps.databases.acceso.transaction(async (tx) => {
      const { id } = await this.find(tx, quien.cuentaId)
      const factor = await tx.findOne(Factor, { where: { cuentaId: id, tipo: 'totp' }, order: { creadoEn: 'ASC' } })
      if (!factor?.totpSecreto) throw new AppError('ruta.no_existe')
      const secreto = openSecreto(this.deps.secretos.llavero, factor.totpSecreto, id)
      return nextCode({ secreto, after: Number(factor.totpUltimoPaso ?? 0), now })
    })
  }

  private async find(tx: EntityManager, id: string): Promise<Cuenta> {
    const cuenta = await tx.findOneBy(Cuenta, { id, correo: DEMOSTRACION, estatus: 'activa' })
    if (!cuenta) throw new AppError('ruta.no_existe')
    return cuenta
  }
}
