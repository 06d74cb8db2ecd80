import type { EntityManager } from 'typeorm'
import { preguntaDe, seccionesDe } from '@conoceles/cuestionarios'
import { findCaptura, type CuestionariosVigentes } from '../../../captura/index.ts'
import { toIso } from '../../../../shared/clock.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { SeccionAnterior } from './seccion-anterior.entity.ts'
import type { ListSeccionesAnterioresDto, SeccionAnteriorDto } from '../versiones.dto.ts'

/** Answers of a candidatura under earlier versions, shown with their questions. Identity answers are not among them. */
export async function listAnteriores(
  tx: EntityManager,
  vigentes: CuestionariosVigentes,
  candidaturaId: string,
): Promise<ListSeccionesAnterioresDto> {
  if (!(await findCaptura(tx, candidaturaId, 'read'))) throw new AppError('ruta.no_existe')
  const cuestionarios = await vigentes.todas(tx)
  const rows = await tx.find(SeccionAnterior, { where: { candidaturaId }, order: { sustituidaEn: 'DESC', clave: 'ASC' } })
  const elementos = rows.flatMap((row): SeccionAnteriorDto[] => {
    const cuestionario = cuestionarios.find(({ id }) => id === row.cuestionarioId)
    const compiled = cuestionario && vigentes.compile(cuestionario)
    const seccion = compiled && seccionesDe(compiled).find(({ clave }) => clave === row.clave)
    if (!cuestionario || !seccion) return []
    const preguntas = seccion.campos.flatMap((clave) => {
      const valor = row.respuestas?.[clave]
      return valor === undefined ? [] : [{ clave, titulo: preguntaDe(compiled, clave)?.title ?? clave, respuesta: { valor } }]
    })
    const { tipo, version } = cuestionario
    const { clave, titulo } = seccion
    return [{ tipo, version, clave, titulo, estatus: row.estatus, sustituidaEn: toIso(row.sustituidaEn), preguntas }]
  })
  return { elementos }
}
