import type { EntityManager } from 'typeorm'
import { cleanLine, razonesContraReporte, TRAS_REPORTE, type ActoReporte } from '@conoceles/domain'
import { once, type BitacoraService } from '../../bitacora/index.ts'
import type { Aportador, Aporte } from '../index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { AtenderReporteDto, ReporteDto } from './reportes.dto.ts'
import { listContestados, listPublicados, listReportes } from './reportes.queries.ts'
import { Reporte } from './reporte.entity.ts'

const RUTA_ERRORES = 'errores'

/** Reports about the public pages: the institute reads them, answers in public or discards them. The publisher takes its answers out. */
export class ReportesService implements Aportador {
  constructor(
    private readonly deps: Deps,
    private readonly services: { bitacora: BitacoraService },
  ) {}

  async list(tx: EntityManager): Promise<ReporteDto[]> {
    return (await listReportes(tx)).map(toDto)
  }

  atender(quien: Quien, { id, body, clave }: { id: string; body: AtenderReporteDto; clave: string | null }): Promise<ReporteDto> {
    const submission = { quien, clave, contenido: { id, ...body }, ahora: this.ahora(), llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => this.change(tx, quien, { id, body })))
  }

  /** An answer that was written or taken back calls for a corte. */
  async toca(tx: EntityManager): Promise<boolean> {
    const contestados = await listContestados(tx)
    const publicados = await listPublicados(tx)
    return publicados === null || JSON.stringify(publicados) !== JSON.stringify(contestados)
  }

  /** Answers that were taken back leave nothing, like every replaced one. */
  async aportes(tx: EntityManager): Promise<Aporte[]> {
    return [{ ruta: RUTA_ERRORES, anteriores: 'destruccion', body: { elementos: await listContestados(tx) } }]
  }

  private async change(tx: EntityManager, quien: Quien, { id, body }: { id: string; body: AtenderReporteDto }): Promise<ReporteDto> {
    const row = await tx.findOne(Reporte, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!row) throw new AppError('ruta.no_existe')
    if (row.version !== body.version) throw new AppError('reporte.version_distinta')
    const razones = razonesContraReporte(body.acto, row.estatus)
    if (razones.length > 0) throw new AppError('reporte.acto_no_permitido', { detail: razones.join(' ') })
    const changes = {
      ...{ estatus: TRAS_REPORTE[body.acto], version: row.version + 1, ...wordsOf(body) },
      ...{ atendidoPor: quien.cuentaId, atendidoEn: this.ahora() },
    }
    await tx.update(Reporte, { id }, changes)
    await this.services.bitacora.registrar(tx, {
      ...{ acto: REGISTRO[body.acto], cuentaId: quien.cuentaId, rol: quien.rol, requestId: quien.requestId },
      objeto: { tipo: 'reporte', id },
      detalle: { folio: row.folio, pagina: row.pagina, version: changes.version },
    })
    return toDto({ ...row, ...changes })
  }

  private ahora(): Date {
    return toDate(this.deps.clock.now())
  }
}

const REGISTRO: Record<ActoReporte, ClaveActo> = {
  contestar: 'reporte.contestado',
  descartar: 'reporte.descartado',
  reabrir: 'reporte.reabierto',
}

const MINIMUM = 10

/** Texts that the act asks for, clean, and no others. */
function wordsOf({ acto, pregunta, respuesta, motivo }: AtenderReporteDto): Pick<Reporte, 'pregunta' | 'respuesta' | 'motivo'> {
  if (acto === 'contestar')
    return {
      pregunta: demand('pregunta', cleanLine(pregunta ?? '')),
      respuesta: demand('respuesta', (respuesta ?? '').trim()),
      motivo: null,
    }
  return { pregunta: null, respuesta: null, motivo: demand('motivo', cleanLine(motivo ?? '')) }
}

function demand(field: string, text: string): string {
  if (text.length >= MINIMUM) return text
  throw new AppError('entrada.invalida', { errors: [{ field, reasons: [`Escriba al menos ${MINIMUM} caracteres.`] }] })
}

function toDto({ huella: _huella, atendidoPor: _por, atendidoEn, ...rest }: Reporte): ReporteDto {
  return { ...rest, atendidoEn: toIso(atendidoEn) }
}
