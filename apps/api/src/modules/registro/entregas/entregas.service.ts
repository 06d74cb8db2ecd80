import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { cleanLine, endOfDay, localDay, razonesContraEntregar, ultimoDia } from '@conoceles/domain'
import { once, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
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
  bitacora: BitacoraService
  acuses: AcusesService
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
    const ahora = toDate(this.deps.clock.now())
    const cuentas = (await this.services.cuentas.countByActor()).get(body.actorPoliticoId) ?? 0
    const submission = { quien, clave, contenido: { acto: 'entrega', ...body }, ahora, llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) =>
      once(tx, submission, async () => ({ ...(await this.entregarIn(tx, quien, body)), sinCuentas: cuentas === 0 })),
    )
  }

  /** Previews a delivery by the same rules; nothing is written. */
  async preview(tx: EntityManager, body: CreateEntregaDto): Promise<VistaPreviaEntregaDto> {
    const { terms, venceEn, razones } = await this.plan(tx, body)
    return { candidaturas: terms.length, venceEn, razones }
  }

  private async entregarIn(tx: EntityManager, quien: Quien, body: CreateEntregaDto): Promise<Omit<EntregadaDto, 'sinCuentas'>> {
    const { procesoId, dia, terms, venceEn, razones } = await this.plan(tx, body)
    if (razones.length > 0) throw new AppError('entrega.no_permitida', { detail: razones.join(' ') })
    const id = randomUUID()
    const acuse = await this.services.acuses.emitir(tx, 'cuentas.entregadas', { entrega: id, ...body })
    await tx.insert(Entrega, {
      id,
      procesoId,
      acuerdoId: body.acuerdoId,
      actorPoliticoId: body.actorPoliticoId,
      entregadaEn: toDate(Temporal.Instant.from(body.entregadaEn)),
      recibe: cleanLine(body.recibe),
      candidaturas: terms.length,
      folio: acuse.folio,
      registradaEn: toDate(this.deps.clock.now()),
      registradaPor: quien.cuentaId,
    })
    await openPlazos(tx, { entregaId: id, dia }, terms)
    await this.record(tx, quien, { id, body, folio: acuse.folio, candidaturas: terms.length })
    return { id, candidaturas: terms.length, venceEn, acuse }
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

  private async record(
    tx: EntityManager,
    quien: Quien,
    { id, body, folio, candidaturas }: { id: string; body: CreateEntregaDto; folio: string; candidaturas: number },
  ): Promise<void> {
    await this.services.bitacora.registrar(tx, {
      acto: 'cuentas.entregadas',
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      objeto: { tipo: 'entrega', id },
      detalle: { folio, acuerdo: body.acuerdoId, actorPolitico: body.actorPoliticoId, cuantas: candidaturas },
      requestId: quien.requestId,
    })
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
