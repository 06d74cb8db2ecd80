import type { EntityManager } from 'typeorm'
import type { CandidaturaActual, CatalogoImportacion } from '@conoceles/domain'

/** The catalogues that a list is read against. Lists of representación proporcional have no fixed length. */
export async function readCatalogo(
  tx: EntityManager,
  proceso: Pick<CatalogoImportacion, 'grupos' | 'jornada' | 'hoy'>,
): Promise<CatalogoImportacion> {
  const [row] = (await tx.query(`select
    (select json_agg(json_build_object('clave', clave, 'nombre', nombre) order by orden) from captura.cargo) as cargos,
    (select json_agg(json_build_object('clave', k.clave, 'cargo', g.clave, 'demarcacion', json_build_object('clave', d.clave, 'nombre', d.nombre),
        'lugares', case when g.principio <> 'representacion_proporcional' then k.lugares end))
      from captura.contienda k join captura.cargo g on g.id = k.cargo_id join captura.demarcacion d on d.id = k.demarcacion_id) as contiendas,
    (select json_agg(json_build_object('clave', clave, 'nombre', nombre, 'tipo', tipo) order by orden) from captura.actor_politico) as actores,
    (select coalesce(json_agg(json_build_object('contienda', k.clave, 'actor', a.clave, 'integrantes',
        coalesce((select json_agg(i.clave) from captura.actor_politico i where i.id = any(po.integrantes)), '[]'))), '[]')
      from captura.postulacion po join captura.contienda k on k.id = po.contienda_id join captura.actor_politico a on a.id = po.actor_id) as postulaciones,
    (select coalesce(json_agg(json_build_object('numero', numero, 'fecha', fecha)), '[]') from captura.acuerdo) as acuerdos`)) as Omit<
    CatalogoImportacion,
    'grupos' | 'jornada' | 'hoy'
  >[]
  if (!row) throw new Error('a proceso without catalogues')
  return { ...row, ...proceso }
}

/** All the candidaturas as a list would name them: those that it does not name still hold their places. */
export async function readActuales(tx: EntityManager): Promise<CandidaturaActual[]> {
  return (await tx.query(`select c.clave, k.clave as contienda, a.clave as actor, case when a.tipo <> 'independiente' then coalesce(o.clave, r.clave) end as "partidoOrigen",
      c.numero, c.calidad, p.nombre, p.primer_apellido as "primerApellido", p.segundo_apellido as "segundoApellido", p.apodo, p.sexo,
      p.fecha_nacimiento::text as "fechaNacimiento", c.accion_afirmativa as "accionAfirmativa", c.eleccion_consecutiva as "eleccionConsecutiva",
      ac.numero as "acuerdoNumero", ac.fecha::text as "acuerdoFecha", c.estatus, c.estatus_captura <> 'sin_captura' as "conCaptura"
    from captura.candidatura c
    join captura.persona p on p.id = c.persona_id
    join captura.postulacion po on po.id = c.postulacion_id
    join captura.contienda k on k.id = po.contienda_id
    join captura.actor_politico a on a.id = po.actor_id
    join captura.actor_politico r on r.id = c.responsable_id
    left join captura.actor_politico o on o.id = c.partido_origen_id
    join captura.acuerdo ac on ac.id = c.acuerdo_id`)) as CandidaturaActual[]
}

/** One import at a time, and no captura of what it changes meanwhile. */
export async function lockForImport(tx: EntityManager, claves: string[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('importacion', 0))`)
  await tx.query('select id from captura.candidatura where clave = any($1) order by id for update', [claves])
}
