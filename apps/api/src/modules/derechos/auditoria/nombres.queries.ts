import type { EntityManager } from 'typeorm'
import { nombreSesion, type ClaseSesion } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** "Ana Pérez López, diputación, Distrito 3, PAN"; without the name for an account that may not see candidaturas. */
const CANDIDATURA = `concat_ws(', ', case when $2 then nullif(concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido), '') end,
  g.singular, d.nombre, a.clave)`
const OF_CANDIDATURA = `captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
  join captura.demarcacion d on d.id = c.demarcacion_id join captura.actor_politico a on a.id = c.actor_id`

/**
 * Names of identifiers, looked for wherever an act may use them. An identifier that the reader's role may not read stays without a name.
 */
const NAMES = `
select c.id, ${CANDIDATURA} as nombre from ${OF_CANDIDATURA} where c.id = any($1)
union all select id, numero from captura.acuerdo where id = any($1)
union all select id, nombre from captura.documento where id = any($1)
union all select id, nombre from captura.actor_politico where id = any($1)
union all select id, numero from captura.remision where id = any($1)
union all select id, titulo from captura.evento where id = any($1)
union all select id, nombre from captura.escenario where id = any($1)
union all select id, nombre from captura.integrante where id = any($1)
union all select id, titulo from captura.cuestionario_borrador where id = any($1)
union all select id, archivo from captura.importacion where id = any($1)
union all select id, folio from captura.reporte where id = any($1)
union all select id, folio from captura.vulneracion where id = any($1)
union all select id, nombre from captura.proceso where id = any($1)
union all select b.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) from captura.bloqueo b
  join captura.persona p on p.id = b.persona_id where b.id = any($1) and $2`

/** `personas`: with the names of those who stand. */
export async function readNombres(
  tx: EntityManager,
  ids: readonly string[],
  { personas }: { personas: boolean },
): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; nombre: string }>(tx, NAMES, [ids, personas])
  const sesiones = await readRows<{
    id: string
    tipo: ClaseSesion
    numero: number
    anio: number
  }>(tx, 'select id, tipo, numero, anio from captura.sesion where id = any($1)', [ids])
  return new Map([...rows.map(({ id, nombre }) => [id, nombre] as const), ...sesiones.map((row) => [row.id, nombreSesion(row)] as const)])
}
