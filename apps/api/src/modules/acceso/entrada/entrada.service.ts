import { Not, type EntityManager } from 'typeorm'
import { isOneOf } from '@conoceles/domain/typed'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { Correo, Mensaje } from '../../../shared/correo.ts'
import { findInstituto } from '../acceso.queries.ts'
import type { Alta, AltasService } from '../cuentas/altas.service.ts'
import type { Background } from '../background.ts'
import type { Contrasenas } from '../contrasenas/contrasenas.ts'
import { normalizeCorreo, toVista, type CuentaVista } from '../cuentas/cuenta-vista.ts'
import { Cuenta, type EstatusCuenta } from '../cuentas/cuenta.entity.ts'
import type { EnlacesService } from '../reposicion/enlaces.service.ts'
import { Factor } from '../factores/factor.entity.ts'
import type { FamiliasService, Renovable } from '../tokens/familias.service.ts'
import type { HechoFactor, HechosFactor } from '../factores/hechos-factor.ts'
import { placeOf, type IntentosService, type Reserva } from './intentos.service.ts'
import { mensajeNavegadorNuevo } from '../mensajes.ts'
import type { NavegadoresService, Recuerdo } from './navegadores.service.ts'
import { codeOf, type Prueba, type PruebasService } from '../factores/pruebas.service.ts'
import { requiresFactor } from '../regla.ts'
import { actorOf } from '../cuentas/actor.ts'

/** Origin of a sign-in. */
export interface Origen {
  /** Browser and system, in words. */
  dispositivo: string
  /** Token by which the browser may be known. */
  navegador: string | null
  /** Network that it comes from. */
  red: string
  requestId: string
}

export interface Entrada extends Origen {
  correo: string
  contrasena: string
  prueba: Prueba | null
  /** Her first factor, for a person who needs one and has none. */
  alta: Alta | null
  /** Link of a reset: the new factor takes the place of the lost ones. */
  enlace: string | null
}

/** Result of a sign-in or a renewal. */
export interface Auth extends Renovable {
  cuenta: CuentaVista
  /** Shown once, after her first factor was enrolled. */
  codigosRecuperacion?: string[]
  /** Facts that the owner gets by mail. */
  hecho?: HechoFactor
}

export interface Entered extends Auth {
  recuerdo: Recuerdo
  /** To its owner, of an entry from a browser that nobody knew. */
  aviso: Mensaje | null
}

interface Parts {
  altas: AltasService
  background: Background
  acts: Acts
  correo: Correo
  contrasenas: Contrasenas
  enlaces: EnlacesService
  familias: FamiliasService
  hechos: HechosFactor
  intentos: IntentosService
  navegadores: NavegadoresService
  pruebas: PruebasService
}

interface Admission {
  entrada: Entrada
  reserva: Reserva
  /** The account as it was when its password was compared. */
  seen: Cuenta
  /** Hash to keep: the same one, or a new one of today's cost. */
  contrasena: string
}

/** Something to show first is no failure: the password was right. */
const MISSING = ['acceso.segundo_factor_requerido', 'acceso.factor_por_registrar'] as const
type Missing = (typeof MISSING)[number]

/** Result of the second factor: recovery codes of a new one, or the refusal. */
type Shown = { codigosRecuperacion?: string[]; hecho?: HechoFactor } | AppError

export class EntradaService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Unknown address, wrong password and inactive account take the same steps and get the same answer. */
  async entrar(entrada: Entrada): Promise<Entered> {
    const source = this.deps.databases.acceso
    const correo = normalizeCorreo(entrada.correo)
    const reserva = await this.reserve(correo, entrada)
    const seen = await source.transaction((tx) => tx.findOneBy(Cuenta, { correo, estatus: Not<EstatusCuenta>('desactivada') }))
    const contrasena = await this.compare(seen, entrada.contrasena)
    const result = await source.transaction(async (tx) => {
      const outcome =
        seen && contrasena ? await this.admit(tx, { entrada, reserva, seen, contrasena }) : new AppError('acceso.credenciales_invalidas')
      if (outcome instanceof AppError) await this.recordFailure(tx, outcome, { cuenta: seen, requestId: entrada.requestId })
      return outcome
    })
    // Thrown after the commit: a challenge that was given stays, one that was tried is spent.
    if (result instanceof AppError) throw result
    if (seen && result.hecho) this.parts.hechos.tell(seen, result.hecho)
    if (result.aviso) this.parts.background.run(this.parts.correo.send(result.aviso), 'mail about a new browser')
    return result
  }

  private async reserve(correo: string, { navegador, red }: Entrada): Promise<Reserva> {
    const known = await this.parts.navegadores.findOf(correo, navegador)
    return this.parts.intentos.reservar(...placeOf({ known, correo, red }))
  }

  /** The hash to keep when the password is right, null when it is not. */
  private async compare(cuenta: Cuenta | null, contrasena: string): Promise<string | null> {
    const { contrasenas } = this.parts
    const stored = cuenta?.contrasena ?? null
    if (!(await contrasenas.matches(stored, contrasena)) || !stored) return null
    return contrasenas.isStale(stored) ? contrasenas.hash(contrasena) : stored
  }

  private async admit(tx: EntityManager, { entrada, reserva, seen, contrasena }: Admission): Promise<Entered | AppError> {
    const cuenta = await tx.findOne(Cuenta, { where: { id: seen.id }, lock: { mode: 'pessimistic_write' } })
    if (cuenta?.estatus !== 'activa' || cuenta.contrasena !== seen.contrasena) return new AppError('acceso.credenciales_invalidas')
    const shown = await this.showFactor(tx, cuenta, entrada)
    if (shown instanceof AppError) {
      if (isMissing(shown)) await this.parts.intentos.devolver(tx, reserva)
      return shown
    }
    await tx.update(Cuenta, cuenta.id, { contrasena })
    await this.parts.intentos.acertar(tx, reserva)
    return { ...(await this.open(tx, cuenta, entrada)), ...shown }
  }

  /** The access of an account that was already admitted, with its record in the bitácora. */
  async open(tx: EntityManager, cuenta: Cuenta, origen: Origen): Promise<Entered> {
    const renovable = await this.parts.familias.create(tx, cuenta, origen.dispositivo)
    const { recuerdo, nuevo } = await this.parts.navegadores.admit(tx, cuenta.id, origen.navegador)
    const entry = { objeto: { tipo: 'familia', id: renovable.familiaId }, detalle: {} }
    const actor = actorOf(cuenta, origen.requestId)
    await this.parts.acts.record(tx, actor, { ...entry, acto: 'acceso.entrada' })
    if (nuevo) await this.parts.acts.record(tx, actor, { ...entry, acto: 'acceso.navegador_nuevo' })
    return { ...renovable, cuenta: await toVista(tx, cuenta), recuerdo, aviso: nuevo ? await this.avisoFor(tx, cuenta, origen) : null }
  }

  /** Null where there is no way to send mail: nobody is kept out for it. */
  private async avisoFor(tx: EntityManager, { nombre, correo }: Cuenta, { dispositivo }: Origen): Promise<Mensaje | null> {
    if (!this.parts.correo.disponible) return null
    const { clock } = this.deps
    const cuando = clock.system().toZonedDateTimeISO(clock.zona).toLocaleString('es-MX', { dateStyle: 'full', timeStyle: 'short' })
    return mensajeNavegadorNuevo({ nombre, correo, instituto: await findInstituto(tx), dispositivo, cuando })
  }

  /** Any of her factors; a person who needs one and has none enrols it here. */
  private async showFactor(tx: EntityManager, cuenta: Cuenta, entrada: Entrada): Promise<Shown> {
    if (entrada.enlace) return this.replace(tx, cuenta, { ...entrada, enlace: entrada.enlace })
    if (await tx.existsBy(Factor, { cuentaId: cuenta.id })) return this.showOwn(tx, cuenta, entrada)
    if (!(await requiresFactor(tx, cuenta.rol))) return {}
    return this.enrol(tx, cuenta, entrada)
  }

  private async showOwn(tx: EntityManager, cuenta: Cuenta, { prueba, requestId }: Entrada): Promise<Shown> {
    if (!prueba) return this.missing('acceso.segundo_factor_requerido', await this.parts.pruebas.describe(tx, cuenta.id))
    const proven = await this.parts.pruebas.prove(tx, cuenta, prueba)
    if (!proven) return new AppError(codeOf(prueba))
    if (proven.tipo !== 'recuperacion') return {}
    await this.parts.hechos.record(tx, 'factor.codigo_usado', { cuenta, factorId: null, requestId })
    return { hecho: 'factor.codigo_usado' }
  }

  private async enrol(tx: EntityManager, cuenta: Cuenta, { alta, requestId }: Entrada): Promise<Shown> {
    if (!alta) return this.missing('acceso.factor_por_registrar', await this.parts.altas.begin(tx, cuenta))
    const factor = await this.parts.altas.complete(tx, cuenta, alta)
    if (!factor) return new AppError(codeOf(alta.prueba))
    await this.parts.hechos.record(tx, 'factor.registrado', { cuenta, factorId: factor.id, requestId })
    return { codigosRecuperacion: await this.parts.altas.renewCodigos(tx, cuenta.id), hecho: 'factor.registrado' }
  }

  private async replace(tx: EntityManager, cuenta: Cuenta, entrada: Entrada & { enlace: string }): Promise<Shown> {
    const { altas, enlaces, familias, hechos } = this.parts
    if (!(await enlaces.isOf(tx, { token: entrada.enlace, tipo: 'factores' }, cuenta.id))) return new AppError('acceso.enlace_invalido')
    const { alta, requestId } = entrada
    const factor = alta && (await altas.complete(tx, cuenta, alta))
    if (!alta || !factor) return this.enrol(tx, cuenta, entrada)
    await altas.keepOnly(tx, factor)
    await enlaces.cancelAll(tx, cuenta.id)
    await familias.revokeAll(tx, cuenta.id, 'factores')
    await hechos.record(tx, 'factor.retirado', { cuenta, factorId: null, requestId })
    await hechos.record(tx, 'factor.registrado', { cuenta, factorId: factor.id, requestId })
    return { codigosRecuperacion: await altas.renewCodigos(tx, cuenta.id), hecho: 'factor.registrado' }
  }

  private missing(code: Missing, segundoFactor: object): AppError {
    return new AppError(code, { segundoFactor })
  }

  /** The address that was tried is not kept: it may be anybody's. */
  private async recordFailure(tx: EntityManager, failure: AppError, who: { cuenta: Cuenta | null; requestId: string }): Promise<void> {
    if (isMissing(failure)) return
    const entry = { acto: 'acceso.entrada_fallida', objeto: null, detalle: { motivo: failure.code } } as const
    await this.parts.acts.record(tx, actorOf(who.cuenta, who.requestId), entry)
  }
}

function isMissing({ code }: AppError): boolean {
  return isOneOf<string>(MISSING, code)
}
