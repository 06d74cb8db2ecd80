import type { EntityManager } from 'typeorm'
import { parseMateria, type ClaveMateria, type TipoMateria } from '@conoceles/domain'
import type { MateriaDto } from './sesiones.dto.ts'
import { readRows } from '../../../database/rows.ts'

/** Table of each kind of draft, with the name of a draft and the condition under which it waits for an organ. */
const BORRADORES: Record<TipoMateria, { sql: string; waits: string }> = {
  aviso: {
    sql: `select id, 'Aviso de privacidad, la versión en trabajo' as nombre from captura.aviso_borrador`,
    waits: `estatus in ('en_comision', 'en_comite')`,
  },
  cuestionario: { sql: `select id, titulo as nombre from captura.cuestionario_borrador`, waits: `estatus = 'borrador'` },
  politica: {
    sql: `select id, 'Política de publicación: ' || coalesce(nullif(motivo, ''), 'sin motivo escrito') as nombre from captura.politica_borrador`,
    waits: `estatus = 'borrador'`,
  },
}

/** Drafts that wait for an organ, in the order of their kinds. */
export async function listMaterias(tx: EntityManager): Promise<MateriaDto[]> {
  const found: MateriaDto[] = []
  for (const [tipo, { sql, waits }] of Object.entries(BORRADORES)) {
    const rows = await readRows<{ id: string; nombre: string }>(tx, `${sql} where ${waits} order by guardado_en desc, id`)
    found.push(...rows.map(({ id, nombre }) => ({ clave: `${tipo}:${id}`, nombre })))
  }
  return found
}

/** The draft that a clave names, in any state; null when there is none. */
export async function findMateria(tx: EntityManager, clave: string | null | undefined): Promise<MateriaDto | null> {
  const materia = clave ? parseMateria(clave) : null
  if (!materia) return null
  const rows = await readRows<{ nombre: string }>(tx, `${BORRADORES[materia.tipo].sql} where id = $1`, [materia.id])
  return rows[0] ? { clave: clave as ClaveMateria, nombre: rows[0].nombre } : null
}
