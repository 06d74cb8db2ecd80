import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { cleanLine, endOfDay, localDay, razonesContraEntregar, ultimoDia } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Acuerdo } from '../acuerdos/acuerdo.entity.ts'
import { Entrega } from './entrega.entity.ts'
import type { CreateEntregaDto, EntregadaDto, EntregaDto, ListEntregasDto, VistaPreviaEntregaDto } from './entregas.dto.ts'
import { listMade, listWaiting, lockWaiting, openPlazos, type EntregaMadeRow } from './entregas.queries.ts'

/** Accounts of each actor político that can sign in, or were invited to. */
export interface Cuentas {
  countByActor(): Promise<Map<string, number>>
}

interface Services {
  acts: Acts
  procesos: ProcesosService
  cuentas: Cuentas
}

/** Delivery of the access accounts of an actor político: the terms of its waiting candidaturas count from that day. */
export class EntregasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** `pendientes`: only those that wait, only those made, or null for both. */
  async list(tx: EntityManager, pendientes: boolean | null): Promise<ListEntregasDto> {
    const { id, zona } = await this.services.procesos.proceso(tx)
    const cuentas = await this.services.cuentas.countByActor()
    const waiting = pendientes === false ? [] : await listWaiting(tx, id)
    const made = pendientes === true ? [] : await listMade(tx, { procesoId: id, acuerdoId: null })
    const pending = waiting.map((row) => ({ ...row, cuentas: cuentas.get(row.actorPolitico.id) ?? 0, entrega: null }))
    return { elementos: [...pending, ...made.map((row) => toDto(row, { cuentas, zona }))] }
  }

  async listMade(tx: EntityManager, acuerdoId: string): Promise<EntregaDto[]> {
    const { id, zona } = await this.services.procesos.proceso(tx)
    const rows = await listMade(tx, { procesoId: id, acuerdoId })
    if (rows.length === 0) return []
    const cuentas = await this.services.cuentas.countByActor()
    return rows.map((row) => toDto(row, { cuentas, zona }))
  }

  async entregar(quien: Quien, body: CreateEntregaDto, clave: string | null): Promise<EntregadaDto> {
    const cuentas = (await this.services.cuentas.countByActor()).get(body.actorPoliticoId) ?? 0
    const id = randomUUID()
    return this.services.acts.perform(quien, {
      acto: 'cuentas.entregadas',
      objeto: { tipo: 'entrega', id },
      envio: { clave, contenido: body },
      lock: (tx) => this.plan(tx, body),
      change: async ({ tx, state: plan, ahora, folio }) => {
        if (plan.razones.length > 0) throw new AppError('entrega.no_permitida', { detail: plan.razones.join(' ') })
        const cuantas = plan.terms.length
        const { acuerdoId, actorPoliticoId } = body
        await tx.insert(Entrega, {
          id,
          procesoId: plan.procesoId,
          acuerdoId,
          actorPoliticoId,
          entregadaEn: toDate(Temporal.Instant.from(body.entregadaEn)),
          recibe: cleanLine(body.recibe),
          candidaturas: cuantas,
          folio,
          registradaEn: ahora,
          registradaPor: quien.cuentaId,
        })
        await openPlazos(tx, { entregaId: id, dia: plan.dia }, plan.terms)
        return {
          recibido: { entrega: id, ...body },
          detalle: { folio, acuerdo: acuerdoId, actorPolitico: actorPoliticoId, cuantas },
          venceEn: plan.venceEn,
        }
      },
      answer: ({ hecho, acuse }) => ({
        id,
        candidaturas: hecho.detalle.cuantas,
        venceEn: hecho.venceEn,
        acuse,
        sinCuentas: cuentas === 0,
      }),
    })
  }

  /** Previews a delivery by the same rules; nothing is written. */
  async preview(tx: EntityManager, body: CreateEntregaDto): Promise<VistaPreviaEntregaDto> {
    const { terms, venceEn, razones } = await this.plan(tx, body)
    return { candidaturas: terms.length, venceEn, razones }
  }

  /** Terms that the delivery starts, with their ends, and the reasons against it. */
  private async plan(tx: EntityManager, body: CreateEntregaDto) {
    const { id: procesoId, zona, catalogos } = await this.services.procesos.proceso(tx)
    const acuerdo = await tx.findOneBy(Acuerdo, { id: body.acuerdoId })
    if (!acuerdo) throw new AppError('ruta.no_existe')
    const waiting = await lockWaiting(tx, { procesoId, ...body })
    const entregadaEn = Temporal.Instant.from(body.entregadaEn)
    const dia = localDay(entregadaEn, zona)
    const state = { candidaturas: waiting.length, acuerdo: acuerdo.fecha, ahora: this.deps.clock.now() }
    const terms = waiting.map(({ id, desde, vence, ...plazo }) => ({
      id,
      vence: desde === 'acuerdo' && vence !== null ? vence : ultimoDia(dia, plazo, catalogos.feriados),
    }))
    const first = terms.map(({ vence }) => vence).sort()[0]
    const venceEn = first ? endOfDay(first, zona).toString() : null
    return { procesoId, dia, terms, venceEn, razones: razonesContraEntregar(state, { entregadaEn, dia }) }
  }
}

function toDto(
  { acuerdo, actorPolitico, candidaturas, vence, ...row }: EntregaMadeRow,
  { cuentas, zona }: { cuentas: Map<string, number>; zona: string },
): EntregaDto {
  return {
    acuerdo,
    actorPolitico,
    candidaturas,
    cuentas: cuentas.get(actorPolitico.id) ?? 0,
    entrega: { ...row, entregadaEn: toIso(row.entregadaEn), venceEn: vence === null ? null : endOfDay(vence, zona).toString() },
  }
}
