import { Not, type EntityManager } from 'typeorm'
import { requiereSegundoFactor } from '@conoceles/domain'
import type { Deps } from '../../shared/deps.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { BitacoraService } from '../bitacora/index.ts'
import type { Contrasenas } from './contrasenas.ts'
import { normalizeCorreo, toVista, type CuentaVista } from './cuenta-vista.ts'
import { Cuenta, type EstatusCuenta } from './cuenta.entity.ts'
import type { FamiliasService, Renovable } from './familias.service.ts'
import type { IntentosService, Reserva } from './intentos.service.ts'
import { acceptedPaso } from './totp.ts'

export interface Entrada {
  correo: string
  contrasena: string
  codigo: string | null
  /** Browser and system, in words. */
  dispositivo: string
  requestId: string
}

/** What a sign-in or a renewal gives. */
export interface Auth extends Renovable {
  cuenta: CuentaVista
}

interface Parts {
  bitacora: BitacoraService
  contrasenas: Contrasenas
  familias: FamiliasService
  intentos: IntentosService
}

interface Admission {
  entrada: Entrada
  reserva: Reserva
  /** The account as it was when its password was compared. */
  seen: Cuenta
  /** Hash to keep: the same one, or a new one of today's cost. */
  contrasena: string
}

type Failure = Extract<ErrorCode, 'acceso.credenciales_invalidas' | 'acceso.segundo_factor_requerido' | 'acceso.codigo_invalido'>

export class EntradaService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Unknown address, wrong password and inactive account take the same steps and get the same answer. */
  async entrar(entrada: Entrada): Promise<Auth> {
    const source = this.deps.databases.acceso
    const correo = normalizeCorreo(entrada.correo)
    const reserva = await this.parts.intentos.reservar(correo)
    const seen = await source.transaction((tx) => tx.findOneBy(Cuenta, { correo, estatus: Not<EstatusCuenta>('desactivada') }))
    const contrasena = await this.compare(seen, entrada.contrasena)
    const result = await source.transaction(async (tx) => {
      const outcome = seen && contrasena ? await this.admit(tx, { entrada, reserva, seen, contrasena }) : 'acceso.credenciales_invalidas'
      if (typeof outcome === 'string') await this.recordFailure(tx, outcome, { cuenta: seen, requestId: entrada.requestId })
      return outcome
    })
    if (typeof result === 'string') throw new AppError(result)
    return result
  }

  /** The hash to keep when the password is right, null when it is not. */
  private async compare(cuenta: Cuenta | null, contrasena: string): Promise<string | null> {
    const { contrasenas } = this.parts
    const stored = cuenta?.contrasena ?? null
    if (!(await contrasenas.matches(stored, contrasena)) || !stored) return null
    return contrasenas.isStale(stored) ? contrasenas.hash(contrasena) : stored
  }

  private async admit(tx: EntityManager, { entrada, reserva, seen, contrasena }: Admission): Promise<Auth | Failure> {
    const cuenta = await tx.findOne(Cuenta, { where: { id: seen.id }, lock: { mode: 'pessimistic_write' } })
    if (cuenta?.estatus !== 'activa' || cuenta.contrasena !== seen.contrasena) return 'acceso.credenciales_invalidas'
    const factor = this.checkFactor(cuenta, entrada.codigo)
    if (factor === 'acceso.segundo_factor_requerido') await this.parts.intentos.devolver(tx, reserva)
    if (typeof factor === 'string') return factor
    await tx.update(Cuenta, cuenta.id, { contrasena, totpUltimoPaso: factor.paso })
    const renovable = await this.parts.familias.create(tx, cuenta, entrada.dispositivo)
    await this.parts.intentos.olvidar(tx, cuenta.correo)
    await this.parts.bitacora.registrar(tx, {
      acto: 'acceso.entrada',
      cuentaId: cuenta.id,
      rol: cuenta.rol,
      actorPoliticoId: cuenta.actorPoliticoId,
      objeto: { tipo: 'familia', id: renovable.familiaId },
      requestId: entrada.requestId,
    })
    return { ...renovable, cuenta: await toVista(tx, cuenta) }
  }

  /** The step to keep. An account whose role requires the second factor and has none does not enter. */
  private checkFactor(cuenta: Cuenta, codigo: string | null): { paso: string | null } | Failure {
    if (!cuenta.totpSecreto) return requiereSegundoFactor(cuenta.rol) ? 'acceso.credenciales_invalidas' : { paso: cuenta.totpUltimoPaso }
    if (!codigo) return 'acceso.segundo_factor_requerido'
    const paso = acceptedPaso(this.deps.secretos.llavero, cuenta, { codigo, now: this.deps.clock.system().epochMilliseconds })
    return paso === null ? 'acceso.codigo_invalido' : { paso }
  }

  /** The address that was tried is not kept: it may be anybody's. */
  private async recordFailure(tx: EntityManager, failure: Failure, who: { cuenta: Cuenta | null; requestId: string }): Promise<void> {
    if (failure === 'acceso.segundo_factor_requerido') return
    await this.parts.bitacora.registrar(tx, {
      acto: 'acceso.entrada_fallida',
      cuentaId: who.cuenta?.id ?? null,
      rol: who.cuenta?.rol ?? null,
      actorPoliticoId: who.cuenta?.actorPoliticoId ?? null,
      objeto: null,
      detalle: { motivo: failure },
      requestId: who.requestId,
    })
  }
}
