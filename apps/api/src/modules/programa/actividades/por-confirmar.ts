import { MILESTONES } from '@conoceles/domain'
import { IsNull, type EntityManager } from 'typeorm'
import { AprobacionExcepcional } from '../aprobaciones/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { CumplimientoPorConfirmarDto } from './actividades.dto.ts'

/** Approvals of an informe that one person told without a vote, and that wait for another. */
export async function listPorConfirmar(tx: EntityManager, clave: string): Promise<CumplimientoPorConfirmarDto[]> {
  const open = await tx.find(AprobacionExcepcional, {
    where: { materia: `informe:${clave}`, retiradaEn: IsNull(), confirmadaEn: IsNull() },
    order: { propuestaEn: 'ASC' },
  })
  return open.flatMap(({ acto, contenido, motivo, propuestaEn }) => {
    const milestone = MILESTONES.find((each) => each === acto)
    if (!milestone) return []
    const { ocurridoEn, referencia, documentoId } = contenido as Pick<
      CumplimientoPorConfirmarDto,
      'ocurridoEn' | 'referencia' | 'documentoId'
    >
    return { milestone, ocurridoEn, referencia, documentoId, motivo, propuestaEn: toIso(propuestaEn) }
  })
}
