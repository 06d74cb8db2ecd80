import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Correo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, blameRepeatedKey } from '../../../shared/http/errors.ts'
import type { Acts } from '../../bitacora/index.ts'
import { findInstituto, listReposiciones } from '../acceso.queries.ts'
import { normalizeCorreo } from '../cuentas/cuenta-vista.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import type { EnlacesService } from './enlaces.service.ts'
import { Factor } from '../factores/factor.entity.ts'
import { mensajeReposicion } from '../mensajes.ts'
import { Reposicion } from './reposicion.entity.ts'
import type { ListReposicionesDto } from './reposiciones.dto.ts'

interface Parts {
  acts: Acts
  correo: Correo
  enlaces: EnlacesService
}

type Decision = 'confirmar' | 'rechazar'

/** New factors for a person who lost all of hers, by two people of the administración who are not she. */
export class ReposicionesService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  list(quien: Quien): Promise<ListReposicionesDto> {
    return this.transaction(async (tx) => {
      const rows = await listReposiciones(tx)
      const elementos = rows.map(({ propuestaPorId, ...row }) => ({
        ...row,
        propuestaEn: toIso(row.propuestaEn),
        decididaEn: toIso(row.decididaEn),
        puedeConfirmar: row.estatus === 'propuesta' && ![propuestaPorId, row.cuentaId].includes(quien.cuentaId),
      }))
      return { elementos }
    })
  }

  async propose(quien: Quien, { correo, motivo }: { correo: string; motivo: string }): Promise<{ id: string }> {
    const id = randomUUID()
    await this.transaction(async (tx) => {
      const cuenta = await tx.findOneBy(Cuenta, { correo: normalizeCorreo(correo), estatus: 'activa' })
      if (!cuenta)
        throw new AppError('entrada.invalida', { errors: [{ field: 'correo', reasons: ['No hay una cuenta activa con ese correo.'] }] })
      if (cuenta.id === quien.cuentaId) throw new AppError('acceso.reposicion_propia')
      if (!(await tx.existsBy(Factor, { cuentaId: cuenta.id }))) throw new AppError('acceso.factor_ninguno')
      const propuesta = {
        id,
        cuentaId: cuenta.id,
        motivo,
        estatus: 'propuesta',
        propuestaPor: quien.cuentaId,
        propuestaEn: this.now(),
      } as const
      await tx
        .insert(Reposicion, { ...propuesta, decididaPor: null, decididaEn: null })
        .catch(blameRepeatedKey('reposicion_abierta_uq', 'acceso.reposicion_abierta'))
      await this.record(tx, quien, { acto: 'reposicion.propuesta', cuentaId: cuenta.id })
    })
    return { id }
  }

  /** Another person confirms, and the link leaves. The factors of before work until she enrols the new one. */
  async decide(quien: Quien, id: string, decision: Decision): Promise<void> {
    if (decision === 'confirmar') this.parts.correo.assertAvailable()
    const confirmed = await this.transaction(async (tx) => {
      const reposicion = await this.lockOpen(tx, id)
      assertMayDecide(quien, reposicion, decision)
      const estatus = decision === 'confirmar' ? 'confirmada' : 'rechazada'
      await tx.update(Reposicion, id, { estatus, decididaPor: quien.cuentaId, decididaEn: this.now() })
      await this.record(tx, quien, { acto: `reposicion.${estatus}`, cuentaId: reposicion.cuentaId })
      return estatus === 'confirmada' ? this.createEnlace(tx, reposicion.cuentaId) : null
    })
    if (confirmed) await this.send(id, confirmed)
  }

  private async createEnlace(tx: EntityManager, cuentaId: string) {
    const cuenta = await tx.findOneByOrFail(Cuenta, { id: cuentaId })
    const token = await this.parts.enlaces.create(tx, { id: cuentaId }, 'factores')
    return { cuenta, token, instituto: await findInstituto(tx) }
  }

  /** Without its message the proposal waits for another confirmation. */
  private async send(id: string, { cuenta, token, instituto }: { cuenta: Cuenta; token: string; instituto: string }): Promise<void> {
    const enlace = `${this.deps.config.origenConsola}/consola/reponer/${token}`
    try {
      await this.parts.correo.send(mensajeReposicion({ nombre: cuenta.nombre, correo: cuenta.correo, instituto, enlace }))
    } catch {
      await this.transaction(async (tx) => {
        await this.parts.enlaces.cancelAll(tx, cuenta.id)
        await tx.update(Reposicion, id, { estatus: 'propuesta', decididaPor: null, decididaEn: null })
      })
      throw new AppError('acceso.correo_no_disponible', { detail: 'La propuesta sigue abierta: confírmela otra vez.' })
    }
  }

  private async lockOpen(tx: EntityManager, id: string): Promise<Reposicion> {
    const found = await tx.findOne(Reposicion, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw new AppError('ruta.no_existe')
    if (found.estatus !== 'propuesta') throw new AppError('acceso.reposicion_decidida')
    return found
  }

  private async record(
    tx: EntityManager,
    quien: Quien,
    { acto, cuentaId }: { acto: 'reposicion.propuesta' | 'reposicion.confirmada' | 'reposicion.rechazada'; cuentaId: string },
  ): Promise<void> {
    await this.parts.acts.record(tx, quien, { acto, objeto: { tipo: 'cuenta', id: cuentaId }, detalle: {} })
  }

  private now(): Date {
    return toDate(this.deps.clock.system())
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

/** A proposal is withdrawn by anybody but its subject; it is confirmed by neither her nor its author. */
function assertMayDecide({ cuentaId }: Quien, reposicion: Reposicion, decision: Decision): void {
  if (cuentaId === reposicion.cuentaId) throw new AppError('acceso.reposicion_propia')
  if (decision === 'confirmar' && cuentaId === reposicion.propuestaPor) throw new AppError('acceso.reposicion_misma_persona')
}
