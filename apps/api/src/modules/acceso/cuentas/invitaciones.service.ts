import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { compileCuestionario, textosConMinimo } from '@conoceles/cuestionarios'
import { esDeActorPolitico, type Rol } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Correo, Mensaje } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { findInstituto, findPresentada, listCuestionariosDe } from '../acceso.queries.ts'
import type { CodigoActivacionService } from '../reposicion/codigo-activacion.service.ts'
import { Cuenta } from './cuenta.entity.ts'
import type { CuentasService } from './cuentas.service.ts'
import type { EnlacesService } from '../reposicion/enlaces.service.ts'
import { mensajeInvitacion, mensajeInvitacionCandidata, type Pedido } from '../mensajes.ts'
import { listBuzon, lockBuzon } from '../propuestas/propuestas.queries.ts'

export interface Invitacion {
  nombre: string
  correo: string
  rol: Rol
  actorPoliticoId: string | null
  candidaturaId: string | null
}

/** An account with the link that is still to be sent; `codigo` is told apart, and only to accounts of the institute. */
export interface Abierta {
  cuenta: Cuenta
  token: string
  codigo: string | null
}

type Destinataria = Pick<Cuenta, 'nombre' | 'correo' | 'candidaturaId'>

interface Parts {
  codigos: CodigoActivacionService
  correo: Correo
  cuentas: CuentasService
  enlaces: EnlacesService
}

/** Opens accounts that were already agreed on: their row, their link, their code. It decides nothing. */
export class InvitacionesService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  assertAvailable(): void {
    this.parts.correo.assertAvailable()
  }

  /** Throws `acceso.correo_repetido` where the mailbox has an account already, by this spelling of it or by another. */
  async assertFree(tx: EntityManager, correo: string): Promise<void> {
    await lockBuzon(tx, correo)
    const held = await listBuzon(tx, correo)
    const alias = held.find((each) => each.correo !== correo)
    if (alias) throw new AppError('acceso.correo_repetido', { detail: `Ese buzón ya lo usa la cuenta ${alias.correo}.` })
    if (held.some(({ estatus }) => estatus === 'activa')) throw new AppError('acceso.correo_repetido')
  }

  /**
   * Somebody who did not answer, or whose account was deactivated, gets her account again. Under another name or role it is another
   * account: the acts of the one before stay with it.
   */
  async open(tx: EntityManager, quien: Quien, datos: Invitacion): Promise<Abierta> {
    await this.assertFree(tx, datos.correo)
    const anteriores = await tx.find(Cuenta, {
      where: { correo: datos.correo },
      order: { creadaEn: 'DESC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
    const own = anteriores.find((anterior) => isSame(anterior, datos))
    const cuenta = this.toInvitada(datos, own)
    const others = anteriores.filter(({ id, estatus }) => id !== cuenta.id && estatus === 'invitada')
    for (const other of others) await this.parts.cuentas.close(tx, quien, other)
    await (own ? tx.update(Cuenta, own.id, cuenta) : tx.insert(Cuenta, cuenta))
    return this.issue(tx, cuenta)
  }

  /** Another link for an account that was not activated; the one before works no more. */
  async issue(tx: EntityManager, cuenta: Cuenta): Promise<Abierta> {
    const token = await this.parts.enlaces.create(tx, cuenta, 'invitacion')
    await tx.update(Cuenta, cuenta.id, { invitacionPedidaEn: null })
    const codigo = esDeActorPolitico(cuenta.rol) ? null : await this.parts.codigos.issue(tx, token)
    return { cuenta, token, codigo }
  }

  /** The account is already there: the caller must know that the message did not leave. */
  async send({ cuenta, token, codigo }: Abierta): Promise<void> {
    const { enlaces, correo } = this.parts
    const mensaje = await this.write(cuenta, { token, conCodigo: codigo !== null })
    try {
      await correo.send(mensaje)
    } catch {
      // A link that nobody got would be listed as an invitation that waits for its answer.
      await this.transaction((tx) => enlaces.cancelAll(tx, cuenta.id))
      throw new AppError('acceso.correo_no_disponible', { detail: 'La cuenta quedó sin invitación enviada: reenvíela desde la lista.' })
    }
  }

  /** The message to an account, with the link of a token. */
  async write(
    { nombre, correo, candidaturaId }: Destinataria,
    { token, conCodigo }: { token: string; conCodigo: boolean },
  ): Promise<Mensaje> {
    const { instituto, candidatura, pedido } = await this.transaction(async (tx) => ({
      instituto: await findInstituto(tx),
      candidatura: candidaturaId === null ? null : await findPresentada(tx, candidaturaId),
      pedido: candidaturaId === null ? NADA : await this.pedidoA(tx, candidaturaId),
    }))
    const a = { nombre, correo, instituto, enlace: `${this.deps.config.origenConsola}/consola/invitacion/${token}` }
    return candidatura ? mensajeInvitacionCandidata({ ...a, candidatura, pedido }) : mensajeInvitacion({ ...a, conCodigo })
  }

  private async pedidoA(tx: EntityManager, candidaturaId: string): Promise<Pedido> {
    const cuestionarios = await listCuestionariosDe(tx, candidaturaId, this.deps.clock.today().toString())
    const curriculares = cuestionarios.filter(({ tipo }) => tipo === 'curricular')
    return {
      textos: curriculares.flatMap((each) => textosConMinimo(compileCuestionario(each))),
      identidad: cuestionarios.some(({ tipo }) => tipo === 'identidad'),
    }
  }

  private toInvitada(datos: Invitacion, own: Cuenta | undefined): Cuenta {
    const { id, creadaEn } = own ?? { id: randomUUID(), creadaEn: toDate(this.deps.clock.system()) }
    const { nombre, correo, rol, actorPoliticoId, candidaturaId } = datos
    return {
      id,
      creadaEn,
      nombre,
      correo,
      rol,
      actorPoliticoId,
      candidaturaId,
      contrasena: null,
      estatus: 'invitada',
      invitacionPedidaEn: null,
    }
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

const NADA: Pedido = { textos: [], identidad: false }

/** Whether it is the person who had the account, to do the same. */
function isSame(cuenta: Cuenta, { nombre, rol, actorPoliticoId, candidaturaId }: Invitacion): boolean {
  const held = [cuenta.nombre, cuenta.rol, cuenta.actorPoliticoId, cuenta.candidaturaId]
  return [nombre, rol, actorPoliticoId, candidaturaId].every((value, at) => value === held[at])
}
