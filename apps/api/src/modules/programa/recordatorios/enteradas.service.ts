import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { enteradaKey, localDay, type Duty, type Milestone } from '@conoceles/domain'
import type { CuentaDestino } from '../../acceso/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Enterada } from './enterada.entity.ts'
import { findHito, type Situation, type SituationService } from './situation.service.ts'
import type { ActoEnteradaDto, ListEnteradasDto } from './recordatorios.dto.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  situation: SituationService
  cuentas: { listDestinos(): Promise<CuentaDestino[]> }
}

/** Accounts that said that they know of a duty: shown to everybody beside it. It ends her reminders until the duty is overdue. */
export class EnteradasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager, quien: Quien, entregable: string): Promise<ListEnteradasDto> {
    const situation = await this.services.situation.read(tx)
    const found = situation.entregables.get(entregable)
    if (!found) throw new AppError('ruta.no_existe')
    const rows = await tx.find(Enterada, { where: { entregable }, order: { enteradaEn: 'ASC', id: 'ASC' } })
    const nombres = new Map((await this.services.cuentas.listDestinos()).map(({ id, nombre }) => [id, nombre]))
    const now = new Map<string, string | null>(found.hitos.map(({ milestone, vence }) => [milestone, vence]))
    return {
      elementos: rows
        .filter(({ milestone, vence }) => now.get(milestone) === vence)
        .map(({ milestone, vence, rol, cuentaId, enteradaEn, folio }) => ({
          ...{ milestone, vence, rol, nombre: nombres.get(cuentaId) ?? null, enteradaEn: toIso(enteradaEn), folio },
        })),
      puede: found.hitos
        .map(({ milestone }) => milestone)
        .filter((milestone) => reasonsAgainst(situation, quien, { entregable, milestone }).length === 0),
    }
  }

  enterarse(quien: Quien, entregable: string, milestone: Milestone): Promise<ActoEnteradaDto> {
    const { cuentaId, rol } = quien
    return this.services.acts.perform(quien, {
      acto: 'actividad.enterada',
      objeto: { tipo: 'entregable', id: entregable },
      lock: async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`enterada|${entregable}|${milestone}|${cuentaId}`])
        const situation = await this.services.situation.read(tx)
        if (!findHito(situation, { entregable, milestone })) throw new AppError('ruta.no_existe')
        return situation
      },
      change: async ({ tx, state: situation, ahora: enteradaEn, folio }) => {
        const duty = dutyOf(situation, { entregable, milestone })
        const reasons = reasonsAgainst(situation, quien, { entregable, milestone })
        if (reasons.length > 0 || !duty) throw new AppError('recordatorio.acto_no_permitido', { detail: reasons.join(' ') })
        const { vence } = duty
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        await tx.insert(Enterada, { id: randomUUID(), procesoId, entregable, milestone, vence, cuentaId, rol, enteradaEn, folio })
        return { recibido: { entregable, milestone, vence }, detalle: { milestone, vence, folio } }
      },
      answer: async ({ tx, acuse }) => ({ enteradas: await this.list(tx, quien, entregable), acuse }),
    })
  }
}

interface Place {
  entregable: string
  milestone: string
}

function dutyOf({ state }: Situation, { entregable, milestone }: Place): Duty | undefined {
  return state.duties.find((duty) => duty.entregable === entregable && duty.milestone === milestone)
}

/** Why an account may not say now that she knows of it, as sentences. */
function reasonsAgainst(situation: Situation, { cuentaId, rol }: Quien, place: Place): string[] {
  const duty = dutyOf(situation, place)
  if (!duty) return ['No está pendiente.']
  const hoy = localDay(situation.ahora, situation.state.zona)
  return [
    ...(duty.roles.includes(rol) ? [] : ['A su cuenta no se le recuerda: no responde por este plazo.']),
    ...(duty.vence < hoy ? ['Ya venció: los avisos siguen hasta que conste su cumplimiento.'] : []),
    ...(situation.state.enteradas.has(enteradaKey(duty, cuentaId)) ? ['Ya consta que su cuenta está enterada.'] : []),
  ]
}
