import type { EntityManager } from 'typeorm'
import type { FilaRegistro } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

export type FilaVista = FilaRegistro & { postulacionId: string }

export interface PersonaBuscada {
  personaId: string | null
  fechaNacimiento: string | null
}

const SELECT = `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, c.persona_id as "personaId",
    p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada", p.sexo, g.clave as cargo, k.clave as contienda,
    a.clave as actor, c.numero, c.calidad, c.accion_afirmativa as "accionAfirmativa", g.con_suplente as "conSuplente", c.postulacion_id as "postulacionId"
  from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
  join captura.postulacion po on po.id = c.postulacion_id join captura.contienda k on k.id = po.contienda_id
  join captura.actor_politico a on a.id = c.actor_id
  where c.estatus = 'aprobada'`

/** Candidaturas in force of these postulaciones. */
export async function listFilasDePostulaciones(tx: EntityManager, ids: readonly string[]): Promise<FilaVista[]> {
  return readRows<FilaVista>(tx, `${SELECT} and c.postulacion_id = any($1) order by c.orden`, [ids])
}

/** Candidaturas in force of these personas, or of somebody born on the same day: whether the name is the same, the rule tells. */
export async function listFilasDePersonas(tx: EntityManager, personas: readonly PersonaBuscada[]): Promise<FilaVista[]> {
  const ids = personas.flatMap(({ personaId }) => personaId ?? [])
  const days = personas.flatMap(({ fechaNacimiento }) => fechaNacimiento ?? [])
  return readRows<FilaVista>(
    tx,
    `${SELECT} and c.persona_id in (select y.id from captura.persona y where y.id = any($1) or y.fecha_nacimiento = any($2::date[])) order by c.orden`,
    [ids, days],
  )
}
