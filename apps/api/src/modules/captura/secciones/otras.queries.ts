import type { EntityManager } from 'typeorm'
import { groupBy, type Calidad, type EstatusCandidatura } from '@conoceles/domain'
import { prepared } from '../../../database/statements.ts'
import { readRows } from '../../../database/rows.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Candidatura } from '../../registro/index.ts'
import type { OtraCandidaturaDto } from './otras.dto.ts'

interface OtraRow {
  id: string
  cargo: string
  lugar: string
  calidad: Calidad
  estatus: EstatusCandidatura
  clave: string
  respuestas: Record<string, unknown>
  guardadaEn: Date
}

// Row-level security leaves those of the same actor político; the registro says that they are of one persona.
const OTRAS = prepared(
  'otras_candidaturas',
  `select o.id, g.singular as cargo, d.nombre as lugar, o.calidad, o.estatus, s.clave, s.respuestas, s.guardada_en as "guardadaEn"
   from captura.candidatura c
   join captura.candidatura o on o.persona_id = c.persona_id and o.id <> c.id
   join captura.cargo g on g.id = o.cargo_id
   join captura.demarcacion d on d.id = o.demarcacion_id
   join captura.seccion s on s.candidatura_id = o.id
   join captura.cuestionario q on q.id = s.cuestionario_id and q.tipo = 'curricular'
   where c.id = $1 and s.respuestas <> '{}'::jsonb and s.guardada_en is not null
   order by o.estatus <> 'aprobada', o.id, s.guardada_en desc`,
)

/** Curricular answers that the same persona captured in other candidaturas within the reach of the reader: those in force first. */
export async function listOtras(tx: EntityManager, candidaturaId: string): Promise<OtraCandidaturaDto[]> {
  if (!(await tx.existsBy(Candidatura, { id: candidaturaId }))) throw new AppError('ruta.no_existe')
  const rows = await readRows<OtraRow>(tx, OTRAS, [candidaturaId])
  return [...groupBy(rows, ({ id }) => id)].flatMap(([id, own]) => {
    const [first] = own
    if (!first) return []
    const { cargo, lugar, calidad, estatus } = first
    const secciones = own.map(({ clave, respuestas, guardadaEn }) => ({ clave, respuestas, guardadaEn: toIso(guardadaEn) }))
    return [{ id, cargo, lugar, calidad, estatus, secciones }]
  })
}
