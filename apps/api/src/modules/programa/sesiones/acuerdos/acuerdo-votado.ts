import type { EntityManager } from 'typeorm'
import { nombreSesion } from '@conoceles/domain'
import type { Acto } from '../../../bitacora/index.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { findVoting } from './acuerdo-votado.queries.ts'
import { Sesion } from '../sesion.entity.ts'

/** Number, organ and hour of an acuerdo that a sesión voted are those of its vote: they are corrected there, and nowhere else. */
export async function assertNotVoted(tx: EntityManager, { objeto, detalle }: Acto<'acuerdo.corregido'>): Promise<void> {
  const { de, a, sesion } = detalle
  if (de.numero === a.numero && de.organo === a.organo && de.aprobadoEn === a.aprobadoEn) return
  const [other] = (await findVoting(tx, objeto?.id ?? '')).filter((id) => id !== sesion)
  if (other === undefined) return
  const nombre = nombreSesion(await tx.findOneByOrFail(Sesion, { id: other }))
  throw new AppError('acuerdo.acto_no_permitido', {
    detail: `Lo votó la ${nombre}: su número, su órgano y su hora son los del voto. Corrija lo que consta de esa sesión, y el acuerdo lo seguirá.`,
  })
}
