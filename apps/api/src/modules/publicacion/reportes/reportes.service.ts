import type { EntityManager } from 'typeorm'
import { cleanLine, razonesContraReporte, TRAS_REPORTE, type ActoReporte, type ClaveActo } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { Aportador, Aporte } from '../index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { AtenderReporteDto, ReporteDto } from './reportes.dto.ts'
import { listContestados, listPublicados, listReportes } from './reportes.queries.ts'
import { Reporte } from './reporte.entity.ts'

const RUTA_ERRORES = 'errores'

/** Reports about the public pages: the institute reads them, answers in public or discards them. The publisher takes its answers out. */
export class ReportesService implements Aportador {
  constructor(private readonly services: { acts: Acts }) {}

  async list(tx: EntityManager): Promise<ReporteDto[]> {
    return (await listReportes(tx)).map(toDto)
  }

  atender(quien: Quien, { id, body, clave }: { id: string; body: AtenderReporteDto; clave: string | null }): Promise<ReporteDto> {
    return this.services.acts.save(quien, {
      acto: REGISTRO[body.acto],
      objeto: { tipo: 'reporte', id },
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => lockRow(tx, Reporte, { id }),
      familia: 'reporte',
      version: { leida: body.version, actual: ({ version }) => version, texto: (_, row) => toDto(row) },
      reasons: ({ estatus }) => razonesContraReporte(body.acto, estatus),
      change: async ({ tx, state: row, ahora }) => {
        const next = { estatus: TRAS_REPORTE[body.acto], version: row.version + 1, ...wordsOf(body) }
        const changes = { ...next, atendidoPor: quien.cuentaId, atendidoEn: ahora }
        await tx.update(Reporte, { id }, changes)
        return { detalle: { folio: row.folio, pagina: row.pagina, version: changes.version }, row: { ...row, ...changes } }
      },
      answer: ({ hecho }) => toDto(hecho.row),
    })
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
}

const REGISTRO = {
  contestar: 'reporte.contestado',
  descartar: 'reporte.descartado',
  reabrir: 'reporte.reabierto',
} as const satisfies Record<ActoReporte, ClaveActo>

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
