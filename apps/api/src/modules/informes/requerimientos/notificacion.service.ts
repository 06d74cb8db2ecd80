import type { EntityManager } from 'typeorm'
import { razonesContraNotificar } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { demandAbiertos, lockRow, type Quien } from '../../../shared/act.ts'
import type { Correo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { invalid } from '../../../shared/http/errors.ts'
import { Requerimiento } from './requerimiento.entity.ts'
import type { ActoRequerimientoDto, NotificarRequerimientoDto } from './requerimientos.dto.ts'
import { extendTerm } from './requerimientos.queries.ts'
import { claveDe, dayOf, type RequerimientosService } from './requerimientos.service.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  correo: Pick<Correo, 'assertAvailable'>
  cuentas: { listValidadoras(actores: readonly string[]): Promise<readonly unknown[]> }
  requerimientos: RequerimientosService
}

interface Call {
  quien: Quien
  id: string
  /** Idempotency-Key. */
  clave: string | null
}

/** After it was issued: notified by the institute, which begins its term, and acknowledged by the actor político. */
export class NotificacionRequerimientosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** By mail the messages leave through the outbox; on paper it says the day and who received it. */
  async notificar({ quien, id, clave }: Call, body: NotificarRequerimientoDto): Promise<ActoRequerimientoDto> {
    const { medio, notificadoEl, recibe } = this.check(body)
    const { acts, cuentas, requerimientos } = this.services
    return acts.perform(quien, {
      acto: 'requerimiento.notificado',
      objeto: { tipo: 'requerimiento', id },
      envio: { clave, contenido: { id, ...body } },
      familia: 'requerimiento',
      lock: async (tx) => {
        const state = await this.lock(tx, id)
        return { ...state, cuentas: (await cuentas.listValidadoras([state.row.actorPoliticoId])).length }
      },
      reasons: ({ row, proceso, cuentas: many }) =>
        razonesContraNotificar({
          ...{ medio, notificadoEl, emitidoEl: dayOf(row.emitidoEn, proceso), hoy: this.deps.clock.today().toString() },
          ...{ yaNotificado: row.medio !== null, cuentas: many },
        }),
      change: async ({ tx, state: { row, proceso }, ahora, folio }) => {
        const vence = requerimientos.vence(proceso, notificadoEl)
        await tx.update(Requerimiento, { id }, { medio, notificadoEl, recibe, notificadoEn: ahora, notificadoFolio: folio, vence })
        await extendTerm(tx, id, vence)
        const detalle = { requerimiento: claveDe(row.numero), medio, notificadoEl, vence, folio }
        return { recibido: { requerimientoId: id, ...detalle, recibe }, detalle }
      },
      answer: async ({ tx, acuse }) => ({ requerimiento: await requerimientos.find(tx, quien, id), acuse }),
    })
  }

  /** By somebody of the actor político, whose acuse proves when. */
  async acusar({ quien, id, clave }: Call): Promise<ActoRequerimientoDto> {
    return this.services.acts.perform(quien, {
      acto: 'requerimiento.acusado',
      objeto: { tipo: 'requerimiento', id },
      envio: { clave, contenido: { id } },
      familia: 'requerimiento',
      lock: (tx) => this.lock(tx, id),
      reasons: ({ row }) => (row.acusadoEn === null ? [] : ['Ya se acusó de recibo.']),
      change: async ({ tx, state: { row }, ahora, folio }) => {
        await tx.update(Requerimiento, { id }, { acusadoEn: ahora, acusadoPor: quien.cuentaId, acusadoFolio: folio })
        const detalle = { requerimiento: claveDe(row.numero), sha256: row.sha256, folio }
        return { recibido: { requerimientoId: id, ...detalle }, detalle }
      },
      answer: async ({ tx, acuse }) => ({ requerimiento: await this.services.requerimientos.find(tx, quien, id), acuse }),
    })
  }

  private check({ medio, notificadoEl, recibe }: NotificarRequerimientoDto) {
    if (medio === 'correo') {
      this.services.correo.assertAvailable()
      return { medio, notificadoEl: this.deps.clock.today().toString(), recibe: null }
    }
    if (notificadoEl === null) throw invalid('notificadoEl', 'Escriba el día en que se entregó.')
    if (!recibe?.trim()) throw invalid('recibe', 'Escriba quién lo recibió.')
    return { medio, notificadoEl, recibe: recibe.trim() }
  }

  private async lock(tx: EntityManager, id: string): Promise<{ row: Requerimiento; proceso: Proceso }> {
    await demandAbiertos(tx)
    return { row: await lockRow(tx, Requerimiento, { id }), proceso: await this.services.procesos.proceso(tx) }
  }
}
