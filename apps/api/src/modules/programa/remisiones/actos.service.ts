import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusRemision, type AdvertenciaRemision, type EstatusRemision } from '@conoceles/domain'
import type { ActividadesService, ActosActividadService } from '../actividades/index.ts'
import type { Acts, Acuse } from '../../bitacora/index.ts'
import { enLista } from '../../intercambio/exportaciones/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  assertActo as assert,
  assertDocumento,
  dichoDe,
  objetoDe,
  pastInstant,
  razonesContraCambiar,
  toPlace,
  versionLeida,
} from './comprobar.ts'
import { Remision } from './remision.entity.ts'
import type { AcusarRemisionDto, ActoRemisionDto, EnviarRemisionDto, RemisionDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'
import { remisionOf } from './view.ts'
import { invalid } from '../../../shared/http/errors.ts'

interface Services {
  acts: Acts
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
    const { actosActividad, remisiones } = this.services
    const documentoId = body.oficioId ?? null
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: 'remision.enviada',
      familia: 'remision',
      reasons: razonesContraCambiar,
      version: versionLeida(body.version, remisiones),
      change: async ({ tx, state: row, ahora, folio }) => {
        await assertDocumento(tx, documentoId, 'oficioId')
        const ocurrido = pastInstant(this.deps.clock, body.enviadaEn, 'enviadaEn')
        await remisiones.assertWritten(tx, row, ocurrido)
        const places = row.entregables.map(toPlace)
        await actosActividad.lock(tx, places)
        await this.assertOpen(tx, row)
        const advertencias = await remisiones.advertirEnvio(tx, row, { enviadaEn: toDate(ocurrido), oficioId: documentoId })
        assert(impedimentos(advertencias))
        const hecho = { aplica: true, ocurridoEn: body.enviadaEn, referencia: row.numero, documentoId }
        for (const place of places) await actosActividad.cumplirIn(tx, quien, { ...place, ...hecho })
        const sent = { enviadaEn: toDate(ocurrido), medio: body.medio, oficioId: documentoId }
        await tx.update(Remision, { id }, { ...sent, envioRegistradoEn: ahora, envioFolio: folio })
        const { enviadaEn, medio } = body
        return {
          recibido: { remision: id, ...dichoDe(row), ...body },
          detalle: {
            ...{ ...dichoDe(row), enviadaEn, medio, oficio: documentoId, anexos: row.anexos, folio },
            ...(advertencias.length > 0 && { advertencias: [...new Set(advertencias.map(({ tipo }) => tipo))] }),
          },
        }
      },
    })
  }

  /** Records the INE's answer: its receipt, its time and its folio. */
  acusar(quien: Quien, id: string, body: AcusarRemisionDto): Promise<ActoRemisionDto> {
    const documentoId = body.documentoId ?? null
    const folioIne = cleanLine(body.folio)
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: 'remision.acusada',
      familia: 'remision',
      reasons: (row) => AGAINST_ACUSE[estatusRemision(row)],
      change: async ({ tx, state: row, ahora, folio }) => {
        await assertDocumento(tx, documentoId, 'documentoId')
        const recibida = pastInstant(this.deps.clock, body.recibidaEn, 'recibidaEn')
        const early = row.enviadaEn !== null && Temporal.Instant.compare(recibida, toInstant(row.enviadaEn)) < 0
        if (early) throw invalid('recibidaEn', 'No puede ser antes del envío.')
        const received = { acuseEn: toDate(recibida), acuseFolio: folioIne, acuseDocumentoId: documentoId }
        await tx.update(Remision, { id }, { ...received, acuseRegistradoEn: ahora })
        const { advertencias } =
          documentoId === null
            ? { advertencias: [] }
            : await this.services.remisiones.advertirArchivo(tx, id, { como: 'acuse', documentoId })
        return {
          recibido: { remision: id, ...body, folio: folioIne },
          detalle: {
            ...{ ...dichoDe(row), recibidaEn: body.recibidaEn, folioIne, documento: documentoId, folio },
            ...(advertencias.length > 0 && { advertencias }),
          },
        }
      },
    })
  }

  /** It stays in the record; the duties that it had fulfilled are owed again, and its number is free for the oficio that corrects it. */
  anular(quien: Quien, id: string, motivo: string): Promise<ActoRemisionDto> {
    const { actosActividad } = this.services
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: 'remision.anulada',
      familia: 'remision',
      reasons: ({ anuladaEn }) => (anuladaEn === null ? [] : ['Ya estaba anulada.']),
      change: async ({ tx, state: row, ahora, folio }) => {
        await tx.update(Remision, { id }, { anuladaEn: ahora, anuladaMotivo: motivo })
        if (row.enviadaEn !== null) {
          const places = row.entregables.map(toPlace)
          await actosActividad.lock(tx, places)
          for (const place of places) await actosActividad.anularIn(tx, quien, { ...place, motivo })
        }
        return { recibido: { remision: id, motivo }, detalle: { ...dichoDe(row), folio } }
      },
    })
  }

  private about(id: string) {
    return {
      objeto: objetoDe(id),
      lock: (tx: EntityManager) => lockRow(tx, Remision, { id }),
      answer: async ({ tx, acuse }: { tx: EntityManager; acuse: Acuse }) => ({
        remision: await this.services.remisiones.find(tx, id),
        acuse,
      }),
    }
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
}

/** Warnings that the pack of this proceso makes refuse. */
function impedimentos(advertencias: RemisionDto['advertencias']): string[] {
  const claves = advertencias
    .filter(({ impide }) => impide)
    .map(({ tipo, entregable }) => `${IMPIDE[tipo] ?? tipo}${entregable ? ` (${entregable})` : ''}`)
  return claves.length > 0 ? [`En este proceso no se envía así: ${enLista(claves)}.`] : []
}

const IMPIDE: Partial<Record<AdvertenciaRemision, string>> = {
  oficio_sin_firma: 'el oficio firmado es el que imprimió el sistema',
  oficio_repetido: 'el oficio firmado es el mismo archivo que un anexo',
  sin_anexos: 'el oficio no lleva anexos',
  sin_oficio: 'falta el oficio firmado',
  sin_aprobacion: 'no consta su aprobación',
}

const AGAINST_ACUSE: Record<EstatusRemision, string[]> = {
  preparada: ['Todavía no se ha enviado.'],
  enviada: [],
  acusada: ['Ya tiene su acuse; si está mal escrito, corríjalo.'],
  anulada: ['Está anulada.'],
}
