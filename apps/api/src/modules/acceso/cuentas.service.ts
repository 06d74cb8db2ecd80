import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { esDeActorPolitico, puede, ROLES, type Rol } from '@conoceles/domain'
import { act, type Quien } from '../../shared/act.ts'
import type { ClaveActo } from '../../shared/actos.ts'
import { toDate, toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError, type FieldError } from '../../shared/errors.ts'
import type { BitacoraService } from '../bitacora/index.ts'
import type { AltasService } from './altas.service.ts'
import {
  countCuentasByActor,
  findActorPolitico,
  findCandidatura,
  findInstituto,
  listCuentas,
  listCandidatas,
  listDestinos,
  type CuentaCandidata,
  type CuentaDestino,
  type CuentaListRow,
} from './acceso.queries.ts'
import type { Correo, Mensaje } from '../../shared/correo.ts'
import { normalizeCorreo } from './cuenta-vista.ts'
import { Cuenta } from './cuenta.entity.ts'
import type { CuentaDto, ListCuentasDto } from './cuentas.dto.ts'
import type { EnlacesService } from './enlaces.service.ts'
import type { FamiliasService } from './familias.service.ts'
import { mensajeInvitacion } from './mensajes.ts'

const PAGE = 50

export interface Invitacion {
  nombre: string
  correo: string
  rol: Rol
  actorPoliticoId: string | null
  candidaturaId: string | null
}

interface Parts {
  altas: AltasService
  bitacora: BitacoraService
  correo: Correo
  enlaces: EnlacesService
  familias: FamiliasService
}

/** What the administration does with accounts. It never sets nor sees a password. */
export class CuentasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(despues: string | null): Promise<ListCuentasDto> {
    return this.transaction(async (tx) => {
      const rows = await listCuentas(tx, { despues, limite: PAGE })
      const total = await tx.count(Cuenta)
      const now = toDate(this.deps.clock.system())
      return { elementos: rows.map((row) => toDto(row, now)), total, siguiente: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
    })
  }

  /** Accounts of each actor político that can sign in, or were invited to. */
  countByActor(): Promise<Map<string, number>> {
    return this.transaction(async (tx) => new Map((await countCuentasByActor(tx)).map(({ actorId, cuentas }) => [actorId, cuentas])))
  }

  /** Accounts of the roles that may say which reminders they want, also those that cannot sign in now. */
  listDestinos(): Promise<CuentaDestino[]> {
    return this.transaction((tx) =>
      listDestinos(
        tx,
        ROLES.filter((rol) => puede(rol, 'recordatorios.propios')),
      ),
    )
  }

  listCandidatas(candidaturas: readonly string[]): Promise<CuentaCandidata[]> {
    return this.transaction((tx) => listCandidatas(tx, candidaturas))
  }

  /**
   * Inviting again somebody who did not answer, or whose account was deactivated, renews account and link. Under another name, or to do something
   * else, it is somebody else: what the account before did stays with whoever did it.
   */
  async invitar(quien: Quien, invitacion: Invitacion): Promise<{ id: string }> {
    this.parts.correo.assertAvailable()
    const datos = { ...invitacion, nombre: invitacion.nombre.normalize('NFC').trim(), correo: normalizeCorreo(invitacion.correo) }
    await this.assertReach(quien, datos)
    const { cuenta, token, instituto } = await this.transaction(async (tx) => {
      const saved = await this.saveInvitada(tx, quien, datos)
      const enlace = await this.parts.enlaces.create(tx, saved.id, 'invitacion')
      await this.record(tx, quien, { acto: 'cuenta.invitada', cuenta: saved })
      return { cuenta: saved, token: enlace, instituto: await findInstituto(tx) }
    })
    const enlace = `${this.deps.config.origenConsola}/consola/invitacion/${token}`
    await this.send(cuenta.id, mensajeInvitacion({ nombre: cuenta.nombre, correo: cuenta.correo, instituto, enlace }))
    return { id: cuenta.id }
  }

  /** Its devices are out at their next request. */
  async desactivar(quien: Quien, id: string): Promise<void> {
    if (id === quien.cuentaId) throw new AppError('acceso.cuenta_propia')
    await this.transaction(async (tx) => {
      const cuenta = await tx.findOne(Cuenta, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!cuenta) throw new AppError('ruta.no_existe')
      if (cuenta.estatus !== 'desactivada') await this.close(tx, quien, cuenta)
    })
  }

  private async close(tx: EntityManager, quien: Quien, cuenta: Cuenta): Promise<void> {
    const { id } = cuenta
    await tx.update(Cuenta, id, { estatus: 'desactivada', contrasena: null })
    await this.parts.altas.removeAll(tx, id)
    await this.parts.enlaces.cancelAll(tx, id)
    await this.parts.familias.revokeAll(tx, id, 'desactivada')
    await this.record(tx, quien, { acto: 'cuenta.desactivada', cuenta })
  }

  /** The account is already there: whoever invites must know that the message did not leave, and that repeating it is right. */
  private async send(cuentaId: string, mensaje: Mensaje): Promise<void> {
    try {
      await this.parts.correo.send(mensaje)
    } catch {
      // A link that nobody got would be listed as an invitation that waits for its answer.
      await this.transaction((tx) => this.parts.enlaces.cancelAll(tx, cuentaId))
      throw new AppError('acceso.correo_no_disponible', { detail: 'La cuenta quedó sin invitación enviada: repita la invitación.' })
    }
  }

  /** One at a time for each address. An invitation of it to somebody else that nobody answered ends here. */
  private async saveInvitada(tx: EntityManager, quien: Quien, datos: Invitacion): Promise<Cuenta> {
    const { correo } = datos
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`cuenta|${correo}`])
    const anteriores = await tx.find(Cuenta, {
      where: { correo },
      order: { creadaEn: 'DESC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
    if (anteriores.some(({ estatus }) => estatus === 'activa')) throw new AppError('acceso.correo_repetido')
    const own = anteriores.find((anterior) => isSame(anterior, datos))
    const { id, creadaEn } = own ?? { id: randomUUID(), creadaEn: toDate(this.deps.clock.system()) }
    const cuenta: Cuenta = {
      ...datos,
      id,
      creadaEn,
      contrasena: null,
      estatus: 'invitada',
    }
    for (const other of anteriores.filter(({ id: of, estatus }) => of !== id && estatus === 'invitada')) await this.close(tx, quien, other)
    await (own ? tx.update(Cuenta, id, cuenta) : tx.insert(Cuenta, cuenta))
    return cuenta
  }

  /** A party's account is of one actor político, a persona's of one candidatura, the institute's of none. */
  private async assertReach(quien: Quien, { rol, actorPoliticoId, candidaturaId }: Invitacion): Promise<void> {
    const errors = [
      ...problem('actorPoliticoId', { needed: needsActor(rol), value: actorPoliticoId }),
      ...problem('candidaturaId', { needed: rol === 'candidata', value: candidaturaId }),
    ]
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
    const actor = actorPoliticoId ? await this.transaction((tx) => findActorPolitico(tx, actorPoliticoId)) : true
    if (!actor) throw new AppError('entrada.invalida', { errors: [{ field: 'actorPoliticoId', reasons: [MISSING] }] })
    const candidatura = candidaturaId ? await act(this.deps.databases, quien, (tx) => findCandidatura(tx, candidaturaId)) : true
    if (!candidatura) throw new AppError('entrada.invalida', { errors: [{ field: 'candidaturaId', reasons: [MISSING] }] })
  }

  private async record(tx: EntityManager, quien: Quien, { acto, cuenta }: { acto: ClaveActo; cuenta: Cuenta }): Promise<void> {
    await this.parts.bitacora.registrar(tx, {
      acto,
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      objeto: { tipo: 'cuenta', id: cuenta.id },
      detalle: { rol: cuenta.rol, actorPolitico: cuenta.actorPoliticoId },
      requestId: quien.requestId,
    })
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

const MISSING = 'No existe.'

/** Whether it is whoever had the account, to do the same. */
function isSame(cuenta: Cuenta, { nombre, rol, actorPoliticoId, candidaturaId }: Invitacion): boolean {
  const held = [cuenta.nombre, cuenta.rol, cuenta.actorPoliticoId, cuenta.candidaturaId]
  return [nombre, rol, actorPoliticoId, candidaturaId].every((value, at) => value === held[at])
}

function toDto({ actorId, actorClave, actorNombre, invitacionVenceEn, ...row }: CuentaListRow, now: Date): CuentaDto {
  const actorPolitico = actorId ? { id: actorId, clave: actorClave, nombre: actorNombre } : null
  const invitacion = { vigente: invitacionVenceEn !== null && invitacionVenceEn > now, venceEn: toIso(invitacionVenceEn) }
  return { ...row, creadaEn: toIso(row.creadaEn), actorPolitico, invitacion: row.estatus === 'invitada' ? invitacion : null }
}

function needsActor(rol: Rol): boolean {
  return esDeActorPolitico(rol) && rol !== 'candidata'
}

function problem(field: string, { needed, value }: { needed: boolean; value: string | null }): FieldError[] {
  if (needed === (value !== null)) return []
  return [{ field, reasons: [needed ? 'Este rol lo necesita.' : 'Este rol no lo lleva.'] }]
}
