import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusRemision, razonesContraCorregirRemision, type Actos } from '@conoceles/domain'
import type { ActosActividadService } from '../actividades/index.ts'
import type { Acts, Turno, Acuse } from '../../bitacora/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { assertActo, assertDocumento, dichoDe, objetoDe, pastInstant, toPlace, versionLeida } from './comprobar.ts'
import { CorreccionRemision } from './correccion-remision.entity.ts'
import { Remision } from './remision.entity.ts'
import type { ActoRemisionDto, CorregirAcuseDto, CorregirEnvioDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'
import { invalid } from '../../../shared/http/errors.ts'

interface Services {
  acts: Acts
  actosActividad: ActosActividadService
  remisiones: RemisionesService
}

/** Recorded facts of a sending, or of its acuse. `dato`: the way, or the folio of the INE. */
type Dicho = Pick<CorreccionRemision, 'que' | 'ocurridoEn' | 'dato' | 'documentoId'>

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
    const { enviadaEn, medio, motivo, oficioId: documentoId = null } = body
    return this.services.acts.perform(quien, {
      ...this.about(id, body.version),
      acto: 'remision.envio_corregido',
      reasons: (row: Remision) => razonesContraCorregirRemision('envio', estatusRemision(row)),
      change: async (turno) => {
        const { tx, state: row, ahora: en } = turno
        await assertDocumento(tx, documentoId, 'oficioId')
        const enviada = pastInstant(this.deps.clock, enviadaEn, 'enviadaEn')
        const late = row.acuseEn !== null && Temporal.Instant.compare(enviada, toInstant(row.acuseEn)) > 0
        if (late) throw invalid('enviadaEn', 'No puede ser después de que la recibió el INE.')
        const antes = envioOf(row)
        const ahora: Dicho = { que: 'envio', ocurridoEn: toDate(enviada), dato: medio, documentoId }
        await this.services.actosActividad.lock(tx, row.entregables.map(toPlace))
        const hecho = await this.keep(turno, { antes, ahora, motivo, desde: row.envioRegistradoEn })
        const sent = { enviadaEn: ahora.ocurridoEn, medio, oficioId: documentoId, envioRegistradoEn: en }
        await tx.update(Remision, { id }, { ...sent, version: row.version + 1 })
        await this.moveEvidence(turno, { antes, ahora, motivo })
        return hecho
      },
    })
  }

  corregirAcuse(quien: Quien, id: string, body: CorregirAcuseDto): Promise<ActoRemisionDto> {
    const { recibidaEn, motivo, documentoId = null } = body
    return this.services.acts.perform(quien, {
      ...this.about(id, body.version),
      acto: 'remision.acuse_corregido',
      reasons: (row: Remision) => razonesContraCorregirRemision('acuse', estatusRemision(row)),
      change: async (turno) => {
        const { tx, state: row, ahora: en } = turno
        await assertDocumento(tx, documentoId, 'documentoId')
        const recibida = pastInstant(this.deps.clock, recibidaEn, 'recibidaEn')
        const early = row.enviadaEn !== null && Temporal.Instant.compare(recibida, toInstant(row.enviadaEn)) < 0
        if (early) throw invalid('recibidaEn', 'No puede ser antes del envío.')
        const ahora: Dicho = { que: 'acuse', ocurridoEn: toDate(recibida), dato: cleanLine(body.folio), documentoId }
        const hecho = await this.keep(turno, { antes: acuseOf(row), ahora, motivo, desde: row.acuseRegistradoEn })
        const received = { acuseEn: ahora.ocurridoEn, acuseFolio: ahora.dato, acuseDocumentoId: documentoId, acuseRegistradoEn: en }
        await tx.update(Remision, { id }, { ...received, version: row.version + 1 })
        return hecho
      },
    })
  }

  private about(id: string, leida: number) {
    const { remisiones } = this.services
    return {
      objeto: objetoDe(id),
      lock: (tx: EntityManager) => lockRow(tx, Remision, { id }),
      familia: 'remision' as const,
      version: versionLeida(leida, remisiones),
      answer: async ({ tx, acuse }: { tx: EntityManager; acuse: Acuse }) => ({ remision: await remisiones.find(tx, id), acuse }),
    }
  }

  /** Keeps the earlier facts, recorded since `desde`. */
  private async keep(
    { tx, quien, state: row, ahora: en, folio }: Turno<Remision>,
    { antes, ahora, motivo, desde }: Correccion & { desde: Date | null },
  ) {
    assertActo(isSame(antes, ahora) ? ['No cambia nada de lo registrado.'] : [])
    const kept = { ...antes, motivo, folio, registradoEn: desde ?? antes.ocurridoEn }
    await tx.insert(CorreccionRemision, { ...kept, id: randomUUID(), remision: row.id, corregidaEn: en, corregidaPor: quien.cuentaId })
    return {
      recibido: { remision: row.id, numero: row.numero, ...spoken(ahora), motivo },
      detalle: { ...dichoDe(row), de: spoken(antes), a: spoken(ahora), folio },
    }
  }

  private async moveEvidence({ tx, quien, state: row }: Turno<Remision>, { antes, ahora, motivo }: Correccion): Promise<void> {
    if (isSame({ ...antes, dato: '' }, { ...ahora, dato: '' })) return
    const hecho = { aplica: true, ocurridoEn: ahora.ocurridoEn.toISOString(), referencia: row.numero, documentoId: ahora.documentoId }
    for (const place of row.entregables.map(toPlace))
      await this.services.actosActividad.corregirIn(tx, quien, { ...place, ...hecho, motivo })
  }
}

interface Correccion {
  antes: Dicho
  ahora: Dicho
  motivo: string
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

function spoken({ ocurridoEn, dato, documentoId }: Dicho): Actos['remision.envio_corregido']['de'] {
  return { en: ocurridoEn.toISOString(), dato, documento: documentoId }
}
