import { Not, type EntityManager } from 'typeorm'
import { puede } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { Borrador } from './borrador.entity.ts'

/** Versions that one person proposed and this account, another person's, may put into force. */
export const pendientesVersiones = {
  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (!puede(quien.rol, 'versiones.administrar')) return []
    const waiting = await tx.find(Borrador, {
      where: { estatus: 'propuesto', propuestoPor: Not(quien.cuentaId) },
      order: { propuestoEn: 'ASC' },
    })
    return waiting.map(({ id, titulo }) => ({
      clave: `version_por_confirmar_${id}`,
      texto: `Confirmar o rechazar que entre en vigor otra versión: ${titulo}`,
      cuantas: 1,
      venceEn: null,
      enlace: `/cuestionarios/borradores/${id}`,
    }))
  },
}
