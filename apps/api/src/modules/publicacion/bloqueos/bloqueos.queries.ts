import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

export interface PersonaRow {
  personaId: string
  persona: string
  candidaturas: { id: string; cargoNombre: string; lugar: string; actorPolitico: string }[]
}

const SQL = `select p.id as "personaId", concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as persona,
  coalesce((select json_agg(json_build_object('id', c.id, 'cargoNombre', g.nombre, 'lugar', d.nombre, 'actorPolitico', a.nombre) order by c.orden)
    from captura.candidatura c join captura.cargo g on g.id = c.cargo_id join captura.demarcacion d on d.id = c.demarcacion_id
    join captura.actor_politico a on a.id = c.actor_id where c.persona_id = p.id), '[]') as candidaturas
from captura.persona p where p.id = any($1)`

/** Personas under bloqueo, each with all her candidaturas. */
export async function findPersonas(tx: EntityManager, ids: readonly string[]): Promise<Map<string, PersonaRow>> {
  const rows = await readRows<PersonaRow>(tx, SQL, [ids])
  return new Map(rows.map((row) => [row.personaId, row]))
}

/** Adds the candidaturas that came to her places, and those whose places she took: their pages name her. */
export async function findEnlazadas(tx: EntityManager, candidaturas: readonly string[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select distinct each.id from captura.cambio ca cross join lateral (values (ca.candidatura_id), (ca.entra_id), (ca.sale_id)) each(id)
     where each.id is not null and (ca.candidatura_id = any($1) or ca.entra_id = any($1) or ca.sale_id = any($1))`,
    [candidaturas],
  )
  return [...new Set([...candidaturas, ...rows.map(({ id }) => id)])]
}
