import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusRemision, razonesContraCorregirRemision, type CorregibleRemision, type MedioRemision } from '@conoceles/domain'
import type { ActosActividadService } from '../actividades/index.ts'
import type { AcusesService, BitacoraService } from '../../bitacora/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { actoOf, assertActo, assertDocumento, assertVersion, invalid, lockRemision, pastInstant, toPlace } from './comprobar.ts'
import { CorreccionRemision } from './correccion-remision.entity.ts'
import { Remision } from './remision.entity.ts'
import type { ActoRemisionDto, CorregirAcuseDto, CorregirEnvioDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'

interface Services {
  bitacora: BitacoraService
  acuses: AcusesService
  actosActividad: ActosActividadService
  remisiones: RemisionesService
}

/** Recorded facts of a sending, or of its acuse. `dato`: the way, or the folio of the INE. */
type Dicho = Pick<CorreccionRemision, 'que' | 'ocurridoEn' | 'dato' | 'documentoId'>

interface Correccion {
  row: Remision
  antes: Dicho
  ahora: Dicho
  motivo: string
}

/**
 * Corrects a sent oficio or its acuse when somebody typed the time, the way or the folio wrongly: the earlier facts are kept with the
 * reason.
 */
export class CorreccionesRemisionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** The evidence of its entregables goes along: whether it was in time follows from the corrected hour. */
  corregirEnvio(quien: Quien, id: string, body: CorregirEnvioDto): Promise<ActoRemisionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await this.open(tx, id, { que: 'envio', version: body.version })
      const documentoId = body.oficioId ?? null
      await assertDocumento(tx, documentoId, 'oficioId')
      const enviada = pastInstant(this.deps.clock, body.enviadaEn, 'enviadaEn')
      const late = row.acuseEn !== null && Temporal.Instant.compare(enviada, toInstant(row.acuseEn)) > 0
      if (late) throw invalid('enviadaEn', 'No puede ser después de que la recibió el INE.')
      const ahora: Dicho = { que: 'envio', ocurridoEn: toDate(enviada), dato: body.medio, documentoId }
      const correccion = { row, antes: envioOf(row), ahora, motivo: body.motivo }
      const done = await this.keep(tx, quien, correccion)
      const sent = { enviadaEn: ahora.ocurridoEn, medio: body.medio as MedioRemision, oficioId: documentoId }
      await tx.update(Remision, { id }, { ...sent, envioRegistradoEn: done.en, version: row.version + 1 })
      await this.moveEvidence(tx, quien, correccion)
      return { remision: await this.services.remisiones.find(tx, id), acuse: done.acuse }
    })
  }

  corregirAcuse(quien: Quien, id: string, body: CorregirAcuseDto): Promise<ActoRemisionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await this.open(tx, id, { que: 'acuse', version: body.version })
      const documentoId = body.documentoId ?? null
      await assertDocumento(tx, documentoId, 'documentoId')
      const recibida = pastInstant(this.deps.clock, body.recibidaEn, 'recibidaEn')
      const early = row.enviadaEn !== null && Temporal.Instant.compare(recibida, toInstant(row.enviadaEn)) < 0
      if (early) throw invalid('recibidaEn', 'No puede ser antes del envío.')
      const ahora: Dicho = { que: 'acuse', ocurridoEn: toDate(recibida), dato: cleanLine(body.folio), documentoId }
      const done = await this.keep(tx, quien, { row, antes: acuseOf(row), ahora, motivo: body.motivo })
      const received = { acuseEn: ahora.ocurridoEn, acuseFolio: ahora.dato, acuseDocumentoId: documentoId }
      await tx.update(Remision, { id }, { ...received, acuseRegistradoEn: done.en, version: row.version + 1 })
      return { remision: await this.services.remisiones.find(tx, id), acuse: done.acuse }
    })
  }

  private async open(tx: EntityManager, id: string, { que, version }: { que: CorregibleRemision; version: number }): Promise<Remision> {
    const row = await lockRemision(tx, id)
    assertActo(razonesContraCorregirRemision(que, estatusRemision(row)))
    assertVersion(row, version)
    return row
  }

  /** Keeps the earlier facts, with the acuse and the entry of the bitácora that tell of the correction. */
  private async keep(tx: EntityManager, quien: Quien, { row, antes, ahora, motivo }: Correccion) {
    assertActo(isSame(antes, ahora) ? ['No cambia nada de lo registrado.'] : [])
    const acto = `remision.${ahora.que}_corregido` as const
    const en = toDate(this.deps.clock.now())
    const before = ahora.que === 'envio' ? row.envioRegistradoEn : row.acuseRegistradoEn
    const places = ahora.que === 'envio' ? row.entregables.map(toPlace) : []
    await this.services.actosActividad.lock(tx, places)
    const acuse = await this.services.acuses.emitir(tx, acto, { remision: row.id, numero: row.numero, ...spoken(ahora), motivo })
    const kept = { ...antes, motivo, folio: acuse.folio, registradoEn: before ?? antes.ocurridoEn }
    await tx.insert(CorreccionRemision, { ...kept, id: randomUUID(), remision: row.id, corregidaEn: en, corregidaPor: quien.cuentaId })
    const detalle = { de: spoken(antes), a: spoken(ahora), folio: acuse.folio }
    await this.services.bitacora.registrar(tx, actoOf(quien, { acto, row, detalle }))
    return { acuse, en }
  }

  private async moveEvidence(tx: EntityManager, quien: Quien, { row, antes, ahora, motivo }: Correccion): Promise<void> {
    if (isSame({ ...antes, dato: '' }, { ...ahora, dato: '' })) return
    const hecho = { aplica: true, ocurridoEn: ahora.ocurridoEn.toISOString(), referencia: row.numero, documentoId: ahora.documentoId }
    for (const place of row.entregables.map(toPlace))
      await this.services.actosActividad.corregirIn(tx, quien, { ...place, ...hecho, motivo })
  }
}

function envioOf({ enviadaEn, medio, oficioId }: Remision): Dicho {
  return { que: 'envio', ocurridoEn: enviadaEn as Date, dato: medio as string, documentoId: oficioId }
}

function acuseOf({ acuseEn, acuseFolio, acuseDocumentoId }: Remision): Dicho {
  return { que: 'acuse', ocurridoEn: acuseEn as Date, dato: acuseFolio as string, documentoId: acuseDocumentoId }
}

function isSame(one: Dicho, other: Dicho): boolean {
  return one.ocurridoEn.getTime() === other.ocurridoEn.getTime() && one.dato === other.dato && one.documentoId === other.documentoId
}

function spoken({ ocurridoEn, dato, documentoId }: Dicho): Record<string, unknown> {
  return { en: ocurridoEn.toISOString(), dato, documento: documentoId }
}
