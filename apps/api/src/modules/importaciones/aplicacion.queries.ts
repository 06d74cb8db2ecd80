import type { EntityManager } from 'typeorm'
import type { CandidaturaListada } from '@conoceles/domain'

export interface Creada extends CandidaturaListada {
  id: string
  personaId: string
}

/** A whole list travels as one parameter and is written by a handful of statements: thousands of rows in the time of a few. */
const ROWS = `jsonb_to_recordset($1::jsonb) as r(id uuid, "personaId" uuid, clave text, contienda text, actor text, "partidoOrigen" text, numero int,
  calidad text, nombre text, "primerApellido" text, "segundoApellido" text, apodo text, sexo text, "fechaNacimiento" date, "accionAfirmativa" text,
  "eleccionConsecutiva" boolean, "acuerdoNumero" text, "acuerdoFecha" date)`

const RESOLVED = `${ROWS}
  join captura.contienda k on k.clave = r.contienda and k.proceso_id = $2::uuid
  join captura.cargo g on g.id = k.cargo_id
  join captura.actor_politico a on a.clave = r.actor and a.proceso_id = $2::uuid
  join captura.postulacion po on po.contienda_id = k.id and po.actor_id = a.id
  join captura.actor_politico re on re.clave = coalesce(r."partidoOrigen", r.actor) and re.proceso_id = $2::uuid
  left join captura.actor_politico o on o.clave = r."partidoOrigen" and o.proceso_id = $2::uuid
  join captura.acuerdo ac on ac.numero = r."acuerdoNumero" and ac.proceso_id = $2::uuid`

/** Acuerdos and postulaciones that the list brings with it. Who integrates a new alianza there, the list does not say. */
export async function insertWhatIsNamed(tx: EntityManager, procesoId: string, rows: CandidaturaListada[]): Promise<void> {
  const params = [JSON.stringify(rows), procesoId]
  await tx.query(
    `insert into captura.acuerdo (id, proceso_id, numero, fecha)
     select gen_random_uuid(), $2::uuid, n.numero, n.fecha from (select distinct r."acuerdoNumero" as numero, r."acuerdoFecha" as fecha from ${ROWS}) n
     where not exists (select 1 from captura.acuerdo ac where ac.proceso_id = $2::uuid and ac.numero = n.numero)`,
    params,
  )
  await tx.query(
    `insert into captura.postulacion (id, contienda_id, actor_id, orden, integrantes)
     select gen_random_uuid(), k.id, a.id,
       (select coalesce(max(p.orden), 0) from captura.postulacion p where p.contienda_id = k.id) + row_number() over (partition by k.id order by a.orden), '{}'
     from (select distinct r.contienda, r.actor from ${ROWS}) n
     join captura.contienda k on k.clave = n.contienda and k.proceso_id = $2::uuid
     join captura.actor_politico a on a.clave = n.actor and a.proceso_id = $2::uuid
     where not exists (select 1 from captura.postulacion p where p.contienda_id = k.id and p.actor_id = a.id)`,
    params,
  )
}

export async function insertCandidaturas(tx: EntityManager, procesoId: string, rows: Creada[]): Promise<void> {
  await tx.query(
    `insert into captura.persona (id, nombre, primer_apellido, segundo_apellido, apodo, sexo, fecha_nacimiento)
     select r."personaId", r.nombre, r."primerApellido", r."segundoApellido", r.apodo, r.sexo, r."fechaNacimiento" from ${ROWS}`,
    [JSON.stringify(rows)],
  )
  await tx.query(
    `insert into captura.candidatura (id, proceso_id, clave, postulacion_id, persona_id, responsable_id, partido_origen_id, numero, calidad,
       accion_afirmativa, eleccion_consecutiva, acuerdo_id, estatus, estatus_captura, secciones_completas, cuenta_entregada, version)
     select r.id, $2::uuid, r.clave, po.id, r."personaId", re.id, o.id, r.numero, r.calidad, r."accionAfirmativa", r."eleccionConsecutiva", ac.id,
       'aprobada', 'sin_captura', 0, g.entrega_cuentas, 1 from ${RESOLVED}`,
    [JSON.stringify(rows), procesoId],
  )
}

/** Gives the ids of what changed. */
export async function updateCandidaturas(tx: EntityManager, procesoId: string, rows: CandidaturaListada[]): Promise<string[]> {
  const params = [JSON.stringify(rows), procesoId]
  await tx.query(
    `update captura.persona p set nombre = r.nombre, primer_apellido = r."primerApellido", segundo_apellido = r."segundoApellido", apodo = r.apodo,
       sexo = r.sexo, fecha_nacimiento = r."fechaNacimiento"
     from ${ROWS} join captura.candidatura c on c.clave = r.clave and c.proceso_id = $2::uuid where p.id = c.persona_id`,
    params,
  )
  const updated = (await tx.query(
    `with u as (update captura.candidatura c set postulacion_id = po.id, responsable_id = re.id, partido_origen_id = o.id, numero = r.numero,
       calidad = r.calidad, accion_afirmativa = r."accionAfirmativa", eleccion_consecutiva = r."eleccionConsecutiva", acuerdo_id = ac.id,
       version = c.version + 1
     from ${RESOLVED} where c.clave = r.clave and c.proceso_id = $2::uuid returning c.id) select id from u`,
    params,
  )) as { id: string }[]
  return updated.map(({ id }) => id)
}
