import type { EntityManager } from 'typeorm'
import type { FilaRegistro } from '@conoceles/domain'
import { NAME } from '../candidaturas/candidaturas.row.ts'
import { readRows } from '../../../database/rows.ts'

export interface RegistroRow extends FilaRegistro {
  lugar: string
  /** Position in every list. */
  orden: string
  /** Party of origin. */
  partido: string | null
}

/** The register in force, in the order of the lists. */
export async function listRegistro(tx: EntityManager, procesoId: string): Promise<RegistroRow[]> {
  // Rules compare within a postulación, whose key says contienda and actor in one.
  return readRows<RegistroRow>(
    tx,
    `select c.id, ${NAME} as nombre, c.persona_id as "personaId", p.fecha_nacimiento::text as "fechaNacimiento",
       p.edad_declarada as "edadDeclarada", c.sexo, g.clave as cargo, c.postulacion_id as contienda, a.clave as actor, o.clave as partido,
       c.numero, c.calidad, c.accion_afirmativa as "accionAfirmativa", g.con_suplente as "conSuplente", d.nombre as lugar, c.orden
     from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id join captura.actor_politico a on a.id = c.actor_id
     left join captura.actor_politico o on o.id = c.partido_origen_id
     where c.proceso_id = $1::uuid and c.estatus = 'aprobada' order by c.orden`,
    [procesoId],
  )
}

export interface SustitucionRow extends Pick<RegistroRow, 'id' | 'nombre' | 'lugar' | 'orden' | 'cargo' | 'actor' | 'partido'> {
  efectosDesde: string
}

/** Candidates who entered by a sustitución, and since when. */
export async function listSustituciones(tx: EntityManager, procesoId: string): Promise<SustitucionRow[]> {
  return readRows<SustitucionRow>(
    tx,
    `select c.id, ${NAME} as nombre, d.nombre as lugar, c.orden, g.clave as cargo, a.clave as actor, o.clave as partido,
       m.efectos_desde::text as "efectosDesde"
     from captura.cambio m join captura.candidatura c on c.id = coalesce(m.entra_id, m.candidatura_id)
     join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id join captura.actor_politico a on a.id = c.actor_id
     left join captura.actor_politico o on o.id = c.partido_origen_id
     where m.proceso_id = $1::uuid and m.tipo = 'sustitucion' order by c.orden, m.registrado_en`,
    [procesoId],
  )
}
