import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { cleanLine, esDeActorPolitico, puede, ROLES } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { AltasService } from './altas.service.ts'
import {
  countCuentasByActor,
  findCargo,
  countCuentas,
  listCuentas,
  type CuentasFilter,
  listCandidatas,
  listActivas,
  listDestinos,
  listDeActor,
  nombrarCuentas,
  type CuentaCandidata,
  type CuentaConAlcance,
  type CuentaDeActor,
  type CuentaDestino,
  type CuentaListRow,
  type CuentaNombrada,
} from '../acceso.queries.ts'
import { CargoCuenta } from '../cargo-cuenta.entity.ts'
import { normalizeCorreo } from './cuenta-vista.ts'
import { Cuenta } from './cuenta.entity.ts'
import type { CuentaDto, ListCuentasDto, OrigenAval } from './cuentas.dto.ts'
import type { EnlacesService } from '../reposicion/enlaces.service.ts'
import type { FamiliasService } from '../tokens/familias.service.ts'

const PAGE = 50
const EVERY: CuentasFilter = { q: null, rol: null, estatus: null, actor: null }

interface Parts {
  altas: AltasService
  acts: Acts
  enlaces: EnlacesService
  familias: FamiliasService
}

/** Acts of the administration on accounts. It never sets nor sees a password. */
export class CuentasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(filter: CuentasFilter, despues: string | null): Promise<ListCuentasDto> {
    return this.transaction(async (tx) => {
      const rows = await listCuentas(tx, filter, { despues, limite: PAGE })
      const total = await countCuentas(tx, filter)
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

  /** Active accounts that review, by name. */
  async listRevisoras(): Promise<CuentaDestino[]> {
    const cuentas = await this.transaction((tx) =>
      listDestinos(
        tx,
        ROLES.filter((rol) => puede(rol, 'captura.verificar')),
      ),
    )
    return cuentas.filter(({ activa }) => activa).sort((a, b) => a.nombre.localeCompare(b.nombre, 'es'))
  }

  listActivas(ids: readonly string[]): Promise<CuentaConAlcance[]> {
    return this.transaction((tx) => listActivas(tx, ids))
  }

  listValidadoras(actores: readonly string[]): Promise<CuentaDeActor[]> {
    return this.transaction((tx) => listDeActor(tx, 'validacion', actores))
  }

  listCapturistas(actores: readonly string[]): Promise<CuentaDeActor[]> {
    return this.transaction((tx) => listDeActor(tx, 'captura', actores))
  }

  /** The live account of an address. */
  buscar(correo: string): Promise<Pick<Cuenta, 'id' | 'rol'> | null> {
    return this.transaction((tx) => tx.findOneBy(Cuenta, { correo: normalizeCorreo(correo), estatus: In(['invitada', 'activa']) }))
  }

  /** All accounts, each with the people that answer for it. */
  async listar(): Promise<CuentaDto[]> {
    const all: CuentaDto[] = []
    for (let despues: string | null = null; ;) {
      const { elementos, siguiente } = await this.list(EVERY, despues)
      all.push(...elementos)
      if (siguiente === null) return all
      despues = siguiente
    }
  }

  /** Those of these identifiers that are accounts, by name. */
  nombrar(ids: readonly string[]): Promise<CuentaNombrada[]> {
    return this.transaction((tx) => nombrarCuentas(tx, ids))
  }

  /** From now on: earlier acts keep the charge of their time. */
  async registrarCargo(quien: Quien, id: string, cargo: string | null): Promise<void> {
    const ahora = cargo === null ? null : cleanLine(cargo)
    await this.transaction(async (tx) => {
      const cuenta = await tx.findOne(Cuenta, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!cuenta) throw new AppError('ruta.no_existe')
      if (esDeActorPolitico(cuenta.rol)) throw new AppError('cuenta.acto_no_permitido', { detail: 'Sólo llevan cargo las cuentas del instituto.' }) // prettier-ignore
      const antes = await findCargo(tx, id)
      if (antes === ahora) return
      await tx.insert(CargoCuenta, { id: randomUUID(), cuentaId: id, cargo: ahora, desde: toDate(this.deps.clock.now()) })
      await this.parts.acts.record(tx, quien, {
        acto: 'cuenta.cargo_registrado',
        ...entryOf(cuenta),
        detalle: { ...entryOf(cuenta).detalle, antes, ahora },
      })
    })
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

  /** Also the end of an invitation whose address goes to somebody else. */
  async close(tx: EntityManager, quien: Quien, cuenta: Cuenta): Promise<void> {
    const { id } = cuenta
    await tx.update(Cuenta, id, { estatus: 'desactivada', contrasena: null })
    await this.parts.altas.removeAll(tx, id)
    await this.parts.enlaces.cancelAll(tx, id)
    await this.parts.familias.revokeAll(tx, id, 'desactivada')
    await this.parts.acts.record(tx, quien, { acto: 'cuenta.desactivada', ...entryOf(cuenta) })
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

function toDto({ actorId, actorClave, actorNombre, invitacionVenceEn, ...rest }: CuentaListRow, now: Date): CuentaDto {
  const { avalEstatus, propuestaPor, propuestaEn, confirmadaPor, confirmadaEn, activadaEn, ...row } = rest
  const actorPolitico = actorId ? { id: actorId, clave: actorClave, nombre: actorNombre } : null
  const fechas = { propuestaEn: toIso(propuestaEn), confirmadaEn: toIso(confirmadaEn), activadaEn: toIso(activadaEn) }
  const aval = { origen: originOf({ avalEstatus, propuestaPor }), propuestaPor, confirmadaPor, ...fechas }
  const invitacion = { vigente: invitacionVenceEn !== null && invitacionVenceEn > now, venceEn: toIso(invitacionVenceEn) }
  return { ...row, creadaEn: toIso(row.creadaEn), actorPolitico, aval, invitacion: row.estatus === 'invitada' ? invitacion : null }
}

function originOf({ avalEstatus, propuestaPor }: Pick<CuentaListRow, 'avalEstatus' | 'propuestaPor'>): OrigenAval {
  if (avalEstatus === 'heredada') return 'una_persona'
  return propuestaPor === null ? 'instalacion' : 'dos_personas'
}

function entryOf({ id, rol, actorPoliticoId: actorPolitico }: Cuenta) {
  return { objeto: { tipo: 'cuenta', id }, detalle: { rol, actorPolitico } }
}
