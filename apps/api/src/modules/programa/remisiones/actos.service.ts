import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusRemision, type MedioRemision } from '@conoceles/domain'
import type { ActividadesService, ActosActividadService } from '../actividades/index.ts'
import type { AcusesService, BitacoraService } from '../../bitacora/index.ts'
import { enLista } from '../../intercambio/exportaciones/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  actoOf,
  assertActo as assert,
  assertDocumento,
  assertPreparada,
  invalid,
  lockRemision as lock,
  pastInstant,
  toPlace,
  type Entrada,
} from './comprobar.ts'
import { Remision } from './remision.entity.ts'
import type { AcusarRemisionDto, ActoRemisionDto, EnviarRemisionDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'
import { remisionOf } from './view.ts'

interface Services {
  bitacora: BitacoraService
  acuses: AcusesService
  actividades: ActividadesService
  actosActividad: ActosActividadService
  remisiones: RemisionesService
}

/** The acts on a remisión that is written: send, receive its acuse, annul. */
export class ActosRemisionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Sends it, and with it fulfils the entregables that it remits: all of them, or none. */
  enviar(quien: Quien, id: string, body: EnviarRemisionDto): Promise<ActoRemisionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await lock(tx, id)
      assertPreparada(row, body.version)
      const documentoId = body.oficioId ?? null
      await assertDocumento(tx, documentoId, 'oficioId')
      const ocurrido = pastInstant(this.deps.clock, body.enviadaEn, 'enviadaEn')
      await this.services.remisiones.assertWritten(tx, row, ocurrido)
      const places = row.entregables.map(toPlace)
      await this.services.actosActividad.lock(tx, places)
      await this.assertOpen(tx, row)
      const { numero: referencia, entregables } = row
      const acuse = await this.services.acuses.emitir(tx, 'remision.enviada', { remision: id, numero: referencia, entregables, ...body })
      const hecho = { aplica: true, ocurridoEn: body.enviadaEn, referencia, documentoId }
      for (const place of places) await this.services.actosActividad.cumplirIn(tx, quien, { ...place, ...hecho })
      const sent = { enviadaEn: toDate(ocurrido), medio: body.medio as MedioRemision, oficioId: documentoId }
      await tx.update(Remision, { id }, { ...sent, envioRegistradoEn: toDate(this.deps.clock.now()), envioFolio: acuse.folio })
      const detalle = { enviadaEn: body.enviadaEn, medio: body.medio, oficio: documentoId, anexos: row.anexos, folio: acuse.folio }
      await this.registrar(tx, quien, { acto: 'remision.enviada', row, detalle })
      return { remision: await this.services.remisiones.find(tx, id), acuse }
    })
  }

  /** Records the INE's answer: its receipt, its time and its folio. */
  acusar(quien: Quien, id: string, body: AcusarRemisionDto): Promise<ActoRemisionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await lock(tx, id)
      const estatus = estatusRemision(row)
      assert(estatus === 'enviada' ? [] : [AGAINST_ACUSE[estatus]])
      const documentoId = body.documentoId ?? null
      await assertDocumento(tx, documentoId, 'documentoId')
      const recibida = pastInstant(this.deps.clock, body.recibidaEn, 'recibidaEn')
      const early = row.enviadaEn !== null && Temporal.Instant.compare(recibida, toInstant(row.enviadaEn)) < 0
      if (early) throw invalid('recibidaEn', 'No puede ser antes del envío.')
      const folio = cleanLine(body.folio)
      const acuse = await this.services.acuses.emitir(tx, 'remision.acusada', { remision: id, ...body, folio })
      const received = { acuseEn: toDate(recibida), acuseFolio: folio, acuseDocumentoId: documentoId }
      await tx.update(Remision, { id }, { ...received, acuseRegistradoEn: toDate(this.deps.clock.now()) })
      const detalle = { recibidaEn: body.recibidaEn, folioIne: folio, documento: documentoId, folio: acuse.folio }
      await this.registrar(tx, quien, { acto: 'remision.acusada', row, detalle })
      return { remision: await this.services.remisiones.find(tx, id), acuse }
    })
  }

  /** It stays in the record; the duties that it had fulfilled are owed again, and its number is free for the oficio that corrects it. */
  anular(quien: Quien, id: string, motivo: string): Promise<ActoRemisionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await lock(tx, id)
      assert(row.anuladaEn === null ? [] : ['Ya estaba anulada.'])
      const acuse = await this.services.acuses.emitir(tx, 'remision.anulada', { remision: id, motivo })
      await tx.update(Remision, { id }, { anuladaEn: toDate(this.deps.clock.now()), anuladaMotivo: motivo })
      if (row.enviadaEn !== null) {
        const places = row.entregables.map(toPlace)
        await this.services.actosActividad.lock(tx, places)
        for (const place of places) await this.services.actosActividad.anularIn(tx, quien, { ...place, motivo })
      }
      await this.registrar(tx, quien, { acto: 'remision.anulada', row, detalle: { folio: acuse.folio } })
      return { remision: await this.services.remisiones.find(tx, id), acuse }
    })
  }

  /** The evidence of a remisión goes with it: annulled alone, it would leave a sent oficio that fulfils nothing. */
  async assertNotEvidence(tx: EntityManager, entregable: string): Promise<void> {
    const sent = await tx
      .createQueryBuilder(Remision, 'r')
      .where('r.enviada_en is not null and r.anulada_en is null and :entregable = any(r.entregables)', { entregable })
      .getOne()
    assert(sent ? [`Esta evidencia es la remisión ${sent.numero}: anule la remisión.`] : [])
  }

  /** An oficio in preparation would remit an entregable that is owed no more. */
  async assertNotPrepared(tx: EntityManager, entregables: readonly string[]): Promise<void> {
    const prepared = await tx
      .createQueryBuilder(Remision, 'r')
      .where('r.enviada_en is null and r.anulada_en is null and r.entregables && :entregables', { entregables })
      .getOne()
    assert(prepared ? [`Lo que abrió está en la remisión ${prepared.numero}, que se prepara: quítelo de ella primero.`] : [])
  }

  /** Says all that stands in the way at once, by its oficio. */
  private async assertOpen(tx: EntityManager, { entregables }: Remision): Promise<void> {
    const details = await this.services.actividades.details(tx, entregables)
    const gone = entregables.filter((clave) => !details.some((detail) => detail.clave === clave))
    const done = details.flatMap((detail) => {
      const cumplimiento = remisionOf(detail)?.cumplimiento
      return cumplimiento ? [`${detail.numero} (${cumplimiento.referencia})`] : []
    })
    assert([
      ...(gone.length > 0 ? [`Ya no está en el programa: ${enLista(gone)}.`] : []),
      ...(done.length > 0 ? [`Ya consta como remitida: ${enLista(done)}.`] : []),
    ])
  }

  private registrar(tx: EntityManager, quien: Quien, entrada: Entrada): Promise<void> {
    return this.services.bitacora.registrar(tx, actoOf(quien, entrada))
  }
}

const AGAINST_ACUSE = {
  preparada: 'Todavía no se ha enviado.',
  acusada: 'Ya tiene su acuse; si está mal escrito, corríjalo.',
  anulada: 'Está anulada.',
}
