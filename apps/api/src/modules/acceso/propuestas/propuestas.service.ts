import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { esDeActorPolitico, nombraA, puede, type Rol } from '@conoceles/domain'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import type { Acts, Objeto } from '../../bitacora/index.ts'
import { findActorPolitico, findCandidatura } from '../acceso.queries.ts'
import { normalizeCorreo } from '../cuentas/cuenta-vista.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import type { Abierta, Invitacion, InvitacionesService } from '../cuentas/invitaciones.service.ts'
import { PropuestaCuenta, type EstatusPropuesta } from './propuesta-cuenta.entity.ts'
import { countConfirmers, countPorConfirmar, existsPendiente, listPropuestas, shareAval, type PropuestaRow } from './propuestas.queries.ts'

interface Parts {
  acts: Acts
  invitaciones: InvitacionesService
}

/** A proposal as one account sees it, with the reason why that account may not confirm it, if there is one. */
export interface PropuestaVista extends PropuestaRow {
  razones: string[]
}

/** One line of «Lo que toca hoy». */
export interface PorConfirmar {
  clave: string
  texto: string
  cuantas: number
  venceEn: null
  enlace: string
}

/** Days that a rejection stays in the list. */
const REJECTED_DAYS = 14

/**
 * Nobody alone makes a second person: every account takes one who proposes it and another who confirms it. The confirmer is neither the
 * proposer, nor an account that somebody alone vouched for besides the proposer's.
 */
export class PropuestasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(quien: Quien): Promise<{ vistas: PropuestaVista[]; confirmadores: number }> {
    return this.transaction(async (tx) => {
      const rows = await listPropuestas(tx, toDate(this.deps.clock.system().subtract({ hours: 24 * REJECTED_DAYS })))
      const razones = new Map<string, string[]>()
      for (const por of new Set(rows.map(({ propuestaPor }) => propuestaPor))) razones.set(por, await reasonsAgainst(tx, quien, por))
      const vistas = rows.map((row) => ({ ...row, razones: razones.get(row.propuestaPor) ?? [] }))
      return { vistas, confirmadores: await countConfirmers(tx, quien.cuentaId) }
    })
  }

  /** Read with the database role of accounts, which is not that of the request's transaction. */
  async pendientes(quien: Quien): Promise<PorConfirmar[]> {
    if (!puede(quien.rol, 'cuentas.confirmar')) return []
    const cuantas = await this.transaction((tx) => countPorConfirmar(tx, quien.cuentaId))
    if (cuantas === 0) return []
    const texto = cuantas === 1 ? 'Confirmar o rechazar una cuenta propuesta' : `Confirmar o rechazar ${cuantas} cuentas propuestas`
    return [{ clave: 'confirmar_cuentas', texto, cuantas, venceEn: null, enlace: '/cuentas' }]
  }

  async proponer(quien: Quien, invitacion: Invitacion): Promise<{ id: string }> {
    this.parts.invitaciones.assertAvailable()
    const datos = await this.withinReach(quien, normalize(invitacion))
    const id = randomUUID()
    await this.transaction(async (tx) => {
      await this.parts.invitaciones.assertFree(tx, datos.correo)
      if (await existsPendiente(tx, datos.correo)) throw new AppError('propuesta.repetida')
      await tx.insert(PropuestaCuenta, { ...this.toRow(datos), id, estatus: 'pendiente', propuestaPor: quien.cuentaId })
      await this.record(tx, quien, { acto: 'cuenta.propuesta', objeto: { tipo: 'propuesta', id }, datos })
    })
    return { id }
  }

  /** Opens the account. The code is for the confirmer alone to tell: the proposer chose the mailbox. */
  async confirmar(quien: Quien, id: string): Promise<{ codigo: string | null }> {
    this.parts.invitaciones.assertAvailable()
    const abierta = await this.transaction(async (tx) => {
      const propuesta = await lockPendiente(tx, id)
      await assertOther(tx, quien, propuesta.propuestaPor)
      const opened = await this.parts.invitaciones.open(tx, quien, propuesta)
      await this.decide(tx, quien, { id, estatus: 'confirmada', cuentaId: opened.cuenta.id })
      await this.recordInvitada(tx, quien, { abierta: opened, propuesta })
      return opened
    })
    return this.sendTo(abierta)
  }

  /** Those of personas, one after another: a refused one keeps no other. */
  async confirmarVarias(quien: Quien, ids: readonly string[]): Promise<{ enviadas: string[]; omitidas: { id: string; razon: string }[] }> {
    const enviadas: string[] = []
    const omitidas: { id: string; razon: string }[] = []
    for (const id of ids) {
      const razon = await this.confirmarUna(quien, id)
      if (razon === null) enviadas.push(id)
      else omitidas.push({ id, razon })
    }
    return { enviadas, omitidas }
  }

  /** Null: her invitation left. An account with a code is confirmed alone, so that somebody reads the code. */
  private async confirmarUna(quien: Quien, id: string): Promise<string | null> {
    const propuesta = await this.transaction((tx) => tx.findOneBy(PropuestaCuenta, { id }))
    if (propuesta?.rol !== 'candidata') return SOLO_PERSONAS
    try {
      await this.confirmar(quien, id)
      return null
    } catch (error) {
      if (error instanceof AppError) return error.sentence
      throw error
    }
  }

  async rechazar(quien: Quien, id: string, motivo: string): Promise<void> {
    await this.transaction(async (tx) => {
      const propuesta = await lockPendiente(tx, id)
      if (propuesta.propuestaPor === quien.cuentaId)
        throw new AppError('propuesta.otra_persona', { detail: 'Lo que usted propuso, retírelo.' })
      await this.decide(tx, quien, { id, estatus: 'rechazada', motivo })
      await this.record(tx, quien, { acto: 'cuenta.propuesta_rechazada', objeto: { tipo: 'propuesta', id }, datos: propuesta })
    })
  }

  async retirar(quien: Quien, id: string): Promise<void> {
    await this.transaction(async (tx) => {
      const propuesta = await lockPendiente(tx, id)
      if (propuesta.propuestaPor !== quien.cuentaId)
        throw new AppError('propuesta.otra_persona', { detail: 'Sólo la retira quien la propuso.' })
      await this.decide(tx, quien, { id, estatus: 'retirada' })
      await this.record(tx, quien, { acto: 'cuenta.propuesta_retirada', objeto: { tipo: 'propuesta', id }, datos: propuesta })
    })
  }

  /** Sends the link again. With a code it takes somebody else than the proposer, as confirming did: with both she would open it alone. */
  async reenviar(quien: Quien, cuentaId: string): Promise<{ codigo: string | null }> {
    this.parts.invitaciones.assertAvailable()
    const abierta = await this.transaction(async (tx) => {
      const cuenta = await tx.findOne(Cuenta, { where: { id: cuentaId }, lock: { mode: 'pessimistic_write' } })
      if (!cuenta || !(await this.isWithin(quien, cuenta))) throw new AppError('ruta.no_existe')
      if (cuenta.estatus !== 'invitada') throw new AppError('cuenta.acto_no_permitido', { detail: 'Sólo se reenvía una invitación que no se ha aceptado.' }) // prettier-ignore
      const aval = await tx.findOne(PropuestaCuenta, { where: { cuentaId }, order: { propuestaEn: 'DESC' } })
      if (!esDeActorPolitico(cuenta.rol)) await assertOther(tx, quien, aval?.propuestaPor ?? null)
      const opened = await this.parts.invitaciones.issue(tx, cuenta)
      await this.record(tx, quien, { acto: 'cuenta.reenviada', objeto: { tipo: 'cuenta', id: cuentaId }, datos: cuenta })
      return opened
    })
    return this.sendTo(abierta)
  }

  /** A party reaches the accounts of its own personas, and those alone. */
  private async isWithin(quien: Quien, { candidaturaId }: Cuenta): Promise<boolean> {
    if (puede(quien.rol, 'cuentas.confirmar')) return true
    return candidaturaId !== null && (await act(this.deps.databases, quien, (tx) => findCandidatura(tx, candidaturaId))) !== null
  }

  /** From the operator's shell there is nobody yet to propose: the installation vouches. */
  async invitarPorInstalacion(instalacion: Quien, invitacion: Invitacion): Promise<{ codigo: string | null }> {
    this.parts.invitaciones.assertAvailable()
    const datos = normalize(invitacion)
    const abierta = await this.transaction(async (tx) => {
      const opened = await this.parts.invitaciones.open(tx, instalacion, datos)
      const row = { ...this.toRow(datos), id: randomUUID(), cuentaId: opened.cuenta.id }
      await tx.insert(PropuestaCuenta, { ...row, estatus: 'confirmada', propuestaPor: null, decididaEn: row.propuestaEn })
      await this.recordInvitada(tx, instalacion, { abierta: opened, propuesta: { id: row.id, propuestaPor: null } })
      return opened
    })
    return this.sendTo(abierta)
  }

  private async sendTo(abierta: Abierta): Promise<{ codigo: string | null }> {
    await this.parts.invitaciones.send(abierta)
    return { codigo: abierta.codigo }
  }

  private toRow({ nombre, correo, rol, actorPoliticoId, candidaturaId }: Invitacion) {
    return { nombre, correo, rol, actorPoliticoId, candidaturaId, propuestaEn: toDate(this.deps.clock.system()) }
  }

  private async decide(
    tx: EntityManager,
    quien: Quien,
    { id, ...effect }: { id: string; estatus: EstatusPropuesta; motivo?: string; cuentaId?: string },
  ): Promise<void> {
    await tx.update(PropuestaCuenta, id, { ...effect, decididaPor: quien.cuentaId, decididaEn: toDate(this.deps.clock.system()) })
  }

  /** A party's account is of one actor político, a persona's of one candidatura and under its name, the institute's of none. */
  private async withinReach(quien: Quien, datos: Invitacion): Promise<Invitacion> {
    const { rol, actorPoliticoId, candidaturaId } = datos
    const errors = [
      ...problem('actorPoliticoId', { needed: needsActor(rol), value: actorPoliticoId }),
      ...problem('candidaturaId', { needed: rol === 'candidata', value: candidaturaId }),
    ]
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
    const actor = actorPoliticoId ? await this.transaction((tx) => findActorPolitico(tx, actorPoliticoId)) : true
    if (!actor) throw new AppError('entrada.invalida', { errors: [{ field: 'actorPoliticoId', reasons: [MISSING] }] })
    return candidaturaId ? this.nameOf(quien, datos, candidaturaId) : datos
  }

  /** The account takes the name of the register: another name in the proposal is another persona. */
  private async nameOf(quien: Quien, datos: Invitacion, candidaturaId: string): Promise<Invitacion> {
    const candidatura = await act(this.deps.databases, quien, (tx) => findCandidatura(tx, candidaturaId))
    if (!candidatura) throw new AppError('entrada.invalida', { errors: [{ field: 'candidaturaId', reasons: [MISSING] }] })
    const { nombre } = candidatura
    if (!nombraA(datos.nombre, nombre))
      throw new AppError('entrada.invalida', { errors: [{ field: 'nombre', reasons: [`Esa candidatura es de ${nombre}.`] }] })
    return { ...datos, nombre }
  }

  private recordInvitada(
    tx: EntityManager,
    quien: Quien,
    { abierta: { cuenta }, propuesta }: { abierta: Abierta; propuesta: Pick<PropuestaCuenta, 'id' | 'propuestaPor'> },
  ): Promise<void> {
    const detalle = { ...reachOf(cuenta), propuesta: propuesta.id, propuestaPor: propuesta.propuestaPor ?? 'instalacion' }
    return this.parts.acts.record(tx, quien, { acto: 'cuenta.invitada', objeto: { tipo: 'cuenta', id: cuenta.id }, detalle })
  }

  private record(tx: EntityManager, quien: Quien, { acto, objeto, datos }: Asiento): Promise<void> {
    return this.parts.acts.record(tx, quien, { acto, objeto, detalle: reachOf(datos) })
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

type Reach = Pick<Invitacion, 'rol' | 'actorPoliticoId'>

interface Asiento {
  acto: 'cuenta.propuesta' | 'cuenta.propuesta_rechazada' | 'cuenta.propuesta_retirada' | 'cuenta.reenviada'
  objeto: Objeto
  datos: Reach
}

function reachOf({ rol, actorPoliticoId: actorPolitico }: Reach) {
  return { rol, actorPolitico }
}

const SOLO_PERSONAS = 'No es de una persona candidata: se confirma por separado.'
const MISSING = 'No existe.'
const OWN = 'La propuso usted: la confirma otra persona.'
const SAME_AVAL = 'Una sola persona avaló su cuenta y la de quien propone. La confirma alguien que esa persona no haya avalado.'

async function reasonsAgainst(tx: EntityManager, { cuentaId }: Quien, propuestaPor: string): Promise<string[]> {
  if (propuestaPor === cuentaId) return [OWN]
  return (await shareAval(tx, [propuestaPor, cuentaId])) ? [SAME_AVAL] : []
}

/** Anybody may send again an invitation of the installation. */
async function assertOther(tx: EntityManager, quien: Quien, propuestaPor: string | null): Promise<void> {
  const [detail] = propuestaPor === null ? [] : await reasonsAgainst(tx, quien, propuestaPor)
  if (detail !== undefined) throw new AppError('propuesta.otra_persona', { detail })
}

async function lockPendiente(tx: EntityManager, id: string): Promise<PropuestaCuenta> {
  const propuesta = await tx.findOne(PropuestaCuenta, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!propuesta) throw new AppError('ruta.no_existe')
  if (propuesta.estatus !== 'pendiente') throw new AppError('propuesta.decidida')
  return propuesta
}

function normalize(invitacion: Invitacion): Invitacion {
  return { ...invitacion, nombre: invitacion.nombre.normalize('NFC').trim(), correo: normalizeCorreo(invitacion.correo) }
}

function needsActor(rol: Rol): boolean {
  return esDeActorPolitico(rol) && rol !== 'candidata'
}

function problem(field: string, { needed, value }: { needed: boolean; value: string | null }): FieldError[] {
  if (needed === (value !== null)) return []
  return [{ field, reasons: [needed ? 'Este rol lo necesita.' : 'Este rol no lo lleva.'] }]
}
