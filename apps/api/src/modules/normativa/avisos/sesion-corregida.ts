import type { EntityManager } from 'typeorm'
import type { Acto } from '../../bitacora/index.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { BorradorAviso } from './borrador-aviso.entity.ts'

/** A version of the aviso bears the day of the votes that approved it: while it does, their sesión stays on that day. */
export async function assertNotApproving(tx: EntityManager, { objeto, detalle }: Acto<'sesion.corregida'>): Promise<void> {
  if (!detalle.dia) return
  const found = await tx
    .createQueryBuilder(BorradorAviso, 'b')
    .where(`b.estatus <> 'descartado' and :sesion in (b.comision ->> 'sesion', b.comite ->> 'sesion')`, { sesion: objeto?.id })
    .orderBy(`b.estatus = 'publicado'`, 'DESC')
    .getOne()
  if (!found) return
  const why =
    found.estatus === 'publicado'
      ? 'El aviso de privacidad que se publicó dice que se aprobó ese día.'
      : 'Con su voto se aprobó el aviso de privacidad que está por publicarse: devuélvalo a borrador primero.'
  throw new AppError('sesion.acto_no_permitido', { detail: why })
}
