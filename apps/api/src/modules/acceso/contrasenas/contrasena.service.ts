import type { EntityManager } from 'typeorm'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { Alta, AltasService } from '../cuentas/altas.service.ts'
import { findInstituto, listPalabras } from '../acceso.queries.ts'
import type { CodigoActivacionService } from '../reposicion/codigo-activacion.service.ts'
import type { Contrasenas } from './contrasenas.ts'
import type { Correo } from '../../../shared/correo.ts'
import { normalizeCorreo } from '../cuentas/cuenta-vista.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import type { EnlacesService } from '../reposicion/enlaces.service.ts'
import type { FamiliasService } from '../tokens/familias.service.ts'
import type { HechosFactor } from '../factores/hechos-factor.ts'
import { mensajeRecuperacion } from '../mensajes.ts'
import type { EntradaService, Entered, Origen } from '../entrada/entrada.service.ts'
import type { NavegadoresService, Recuerdo } from '../entrada/navegadores.service.ts'
import { problemsOfContrasena } from './politica-contrasena.ts'
import { noteActivada } from '../propuestas/propuestas.queries.ts'
import { codeOf } from '../factores/pruebas.service.ts'
import { requiresFactor } from '../regla.ts'
import { actorOf } from '../cuentas/actor.ts'

export interface InvitacionVista {
  nombre: string
  correo: string
  requiereFactor: boolean
  requiereCodigoActivacion: boolean
}

interface Aceptacion extends Origen {
  contrasena: string
  alta: Alta | null
  codigoActivacion: string | null
}

interface Parts {
  altas: AltasService
  acts: Acts
  codigos: CodigoActivacionService
  contrasenas: Contrasenas
  correo: Correo
  enlaces: EnlacesService
  entrada: EntradaService
  familias: FamiliasService
  hechos: HechosFactor
  navegadores: NavegadoresService
}

/** Acts behind a link: a person chooses a password for a new account, or another one for hers. */
export class ContrasenaService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async findInvitacion(token: string): Promise<InvitacionVista> {
    return this.transaction(async (tx) => {
      const { nombre, correo, rol } = await this.parts.enlaces.find(tx, token, 'invitacion')
      const requiereCodigoActivacion = await this.parts.codigos.isRequired(tx, token)
      return { nombre, correo, requiereFactor: await requiresFactor(tx, rol), requiereCodigoActivacion }
    })
  }

  /**
   * Password and second factor are set in one step: there is never an active account with half of them. They were
   * just proven: the person is in, and knows of this browser.
   * Throws `acceso.factor_por_registrar`, with the ways to enrol one, when the password is good and the factor is missing.
   */
  async acceptInvitacion(token: string, entrada: Aceptacion): Promise<Entered> {
    const { altas, enlaces } = this.parts
    const { alta } = entrada
    const cuenta = await this.transaction((tx) => enlaces.find(tx, token, 'invitacion'))
    await this.parts.codigos.assert(token, entrada.codigoActivacion)
    const contrasena = await this.hashGood(cuenta, entrada.contrasena)
    const missing = alta
      ? null
      : await this.transaction(async (tx) => ((await requiresFactor(tx, cuenta.rol)) ? altas.begin(tx, cuenta) : null))
    if (missing) throw new AppError('acceso.factor_por_registrar', { segundoFactor: missing })
    return this.transaction(async (tx) => {
      const locked = await enlaces.spend(tx, token, 'invitacion')
      const codigos = alta ? await this.enrol(tx, locked, { alta, requestId: entrada.requestId }) : []
      await tx.update(Cuenta, locked.id, { contrasena, estatus: 'activa' })
      await noteActivada(tx, locked.id, toDate(this.deps.clock.system()))
      await this.parts.navegadores.forget(tx, locked.id)
      await this.record(tx, { acto: 'cuenta.activada', cuenta: locked, requestId: entrada.requestId })
      const entered = await this.parts.entrada.open(tx, { ...locked, contrasena, estatus: 'activa' }, entrada)
      return codigos.length === 0 ? entered : { ...entered, codigosRecuperacion: codigos }
    })
  }

  /**
   * Notes that the holder of a link that works no more asks for another. Her link is a secret that only her mail knew: it may learn how
   * her account stands.
   */
  async pedirInvitacion(token: string, requestId: string): Promise<'pedida' | 'enviada' | 'activa'> {
    return this.transaction(async (tx) => {
      const { cuenta, otra } = await this.parts.enlaces.findInvitada(tx, token)
      if (cuenta.estatus === 'activa') return 'activa'
      if (otra) return 'enviada'
      if (cuenta.invitacionPedidaEn !== null) return 'pedida'
      const { id, rol, actorPoliticoId: actorPolitico } = cuenta
      await tx.update(Cuenta, id, { invitacionPedidaEn: toDate(this.deps.clock.system()) })
      const entry = { acto: 'cuenta.invitacion_pedida', objeto: { tipo: 'cuenta', id }, detalle: { rol, actorPolitico } } as const
      await this.parts.acts.record(tx, actorOf(cuenta, requestId), entry)
      return 'pedida'
    })
  }

  /** Throws only when there is no way to send mail at all; says nothing of the account. */
  assertRecoverable(): void {
    this.parts.correo.assertAvailable()
  }

  /** Runs after the answer was given: it takes as long as it takes, and nobody can tell whether there was an account. */
  async sendRecuperacion(entrada: string): Promise<void> {
    const { enlaces, correo } = this.parts
    const found = await this.transaction(async (tx) => {
      const cuenta = await tx.findOne(Cuenta, {
        where: { correo: normalizeCorreo(entrada), estatus: 'activa' },
        lock: { mode: 'pessimistic_write' },
      })
      if (!cuenta || (await enlaces.wasJustSent(tx, cuenta.id))) return null
      return { cuenta, token: await enlaces.create(tx, cuenta, 'recuperacion'), instituto: await findInstituto(tx) }
    })
    if (!found) return
    const { cuenta, token, instituto } = found
    const enlace = `${this.deps.config.origenConsola}/consola/restablecer/${token}`
    try {
      await correo.send(mensajeRecuperacion({ nombre: cuenta.nombre, correo: cuenta.correo, instituto, enlace }))
    } catch (error) {
      // A link that nobody got would keep the next one from being sent.
      await this.transaction((tx) => enlaces.cancelAll(tx, cuenta.id))
      throw error
    }
  }

  /** Says only whether the link works: its holder may not be its addressee. */
  async checkRestablecer(token: string): Promise<void> {
    await this.transaction((tx) => this.parts.enlaces.find(tx, token, 'recuperacion'))
  }

  /**
   * A new password ends every access that the old one gave. The second factor stays as it is. The browser proved the mailbox: it is known from now on,
   * so that nobody beside it on the same network keeps its person out.
   */
  async restablecer(token: string, entrada: { contrasena: string; navegador: string | null; requestId: string }): Promise<Recuerdo> {
    const { enlaces, familias, navegadores } = this.parts
    const cuenta = await this.transaction((tx) => enlaces.find(tx, token, 'recuperacion'))
    const contrasena = await this.hashGood(cuenta, entrada.contrasena)
    return this.transaction(async (tx) => {
      const locked = await enlaces.spend(tx, token, 'recuperacion')
      await tx.update(Cuenta, locked.id, { contrasena })
      await familias.revokeAll(tx, locked.id, 'contrasena')
      await this.record(tx, { acto: 'acceso.contrasena_restablecida', cuenta: locked, requestId: entrada.requestId })
      return navegadores.restart(tx, locked.id, entrada.navegador)
    })
  }

  private async hashGood(cuenta: Cuenta, contrasena: string): Promise<string> {
    const palabras = await this.transaction(listPalabras)
    const reasons = await problemsOfContrasena(contrasena, [...palabras, cuenta.nombre, cuenta.correo])
    if (reasons.length > 0) throw new AppError('acceso.contrasena_debil', { errors: [{ field: 'contrasena', reasons }] })
    return this.parts.contrasenas.hash(contrasena)
  }

  private async enrol(tx: EntityManager, cuenta: Cuenta, { alta, requestId }: { alta: Alta; requestId: string }): Promise<string[]> {
    const factor = await this.parts.altas.complete(tx, cuenta, alta)
    if (!factor) throw new AppError(codeOf(alta.prueba))
    await this.parts.hechos.record(tx, 'factor.registrado', { cuenta, factorId: factor.id, requestId })
    return this.parts.altas.renewCodigos(tx, cuenta.id)
  }

  private async record(
    tx: EntityManager,
    { acto, cuenta, requestId }: { acto: 'cuenta.activada' | 'acceso.contrasena_restablecida'; cuenta: Cuenta; requestId: string },
  ): Promise<void> {
    await this.parts.acts.record(tx, actorOf(cuenta, requestId), { acto, objeto: { tipo: 'cuenta', id: cuenta.id }, detalle: {} })
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}
