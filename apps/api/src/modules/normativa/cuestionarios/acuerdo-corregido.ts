import { In, type EntityManager } from 'typeorm'
import { longDate } from '@conoceles/domain'
import type { Acto } from '../../bitacora/index.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Borrador } from './borrador.entity.ts'

/**
 * A version is in force no earlier than the day of its acuerdo, and the acuerdo belongs to the organ on record. Refuses a correction of the
 * acuerdo that breaks either.
 */
export async function assertBeforeVigencia(tx: EntityManager, { objeto, detalle }: Acto<'acuerdo.corregido'>): Promise<void> {
  const { de, a } = detalle
  const approved = await tx.findBy(Borrador, { acuerdoId: objeto?.id ?? '', estatus: In(['aprobado', 'activado']) })
  const reasons = approved.flatMap(({ titulo, vigenteDesde }) => [
    ...(vigenteDesde !== null && vigenteDesde < a.fecha ? [`«${titulo}», que aprueba, entra en vigor el ${longDate(vigenteDesde)}.`] : []),
    ...(de.organo !== a.organo ? [`Aprueba «${titulo}», que es del órgano que ya consta.`] : []),
  ])
  if (reasons.length > 0) throw new AppError('acuerdo.acto_no_permitido', { detail: reasons.join(' ') })
}
