import type { EntityManager } from 'typeorm'
import type { FilaLista } from '../aplicacion/registro.ts'
import { readRows } from '../../../../database/rows.ts'

/** Candidaturas in force in the postulaciones that a list names: some of them it may not name. */
export async function readVecinas(
  tx: EntityManager,
  procesoId: string,
  postulaciones: { contienda: string; actor: string }[],
): Promise<FilaLista[]> {
  return readRows<FilaLista>(
    tx,
    `select c.id, c.clave, c.persona_id as "personaId", concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre,
       p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada", p.sexo, g.clave as cargo, k.clave as contienda,
       a.clave as actor, c.numero, c.calidad, c.accion_afirmativa as "accionAfirmativa", g.con_suplente as "conSuplente"
     from jsonb_to_recordset($2::jsonb) as r(contienda text, actor text)
     join captura.contienda k on k.proceso_id = $1 and k.clave = r.contienda
     join captura.cargo g on g.id = k.cargo_id
     join captura.actor_politico a on a.proceso_id = $1 and a.clave = r.actor
     join captura.postulacion po on po.contienda_id = k.id and po.actor_id = a.id
     join captura.candidatura c on c.postulacion_id = po.id and c.estatus = 'aprobada'
     join captura.persona p on p.id = c.persona_id`,
    [procesoId, JSON.stringify(postulaciones)],
  )
}
