import type { EntityManager } from 'typeorm'
import type { DatosBloqueadosDto } from './conclusion.dto.ts'
import { readRows } from '../../../database/rows.ts'

const SQL = `select c.id, c.clave, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre,
  coalesce((select json_agg(json_build_object('cuestionario', q.tipo, 'clave', s.clave, 'estatus', s.estatus,
      'respuestas', coalesce(s.respuestas, s.validadas, s.verificadas)) order by q.tipo, s.clave)
    from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id where s.candidatura_id = c.id), '[]') as secciones,
  (select count(*)::int from captura.fotografia f where f.candidatura_id = c.id) as fotografias,
  (select count(*)::int from captura.consentimiento k where k.candidatura_id = c.id) as consentimientos
from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.clave = $1`

/** Blocked data of a candidatura, by its clave; identity answers stay closed. */
export async function findBloqueada(tx: EntityManager, clave: string): Promise<(DatosBloqueadosDto & { id: string }) | null> {
  const [row] = await readRows<DatosBloqueadosDto & { id: string }>(tx, SQL, [clave])
  return row ?? null
}
