import type { EntityManager } from 'typeorm'
import { lugarDe, type CandidaturaActual, type CandidaturaListada, type CatalogoImportacion, type Existentes } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

/** Catalogues that the proceso keeps beside its tables. */
type DelProceso = Pick<CatalogoImportacion, 'grupos' | 'primeraEleccion' | 'jornada' | 'hoy'>

/** The catalogues that a list is read against. Lists of representación proporcional have no fixed length. */
export async function readCatalogo(tx: EntityManager, proceso: DelProceso): Promise<CatalogoImportacion> {
  const [row] = await readRows<Omit<CatalogoImportacion, keyof DelProceso>>(
    tx,
    `select
    (select coalesce(json_agg(json_build_object('clave', clave, 'nombre', nombre) order by orden), '[]') from captura.cargo) as cargos,
    (select coalesce(json_agg(json_build_object('clave', k.clave, 'cargo', g.clave, 'demarcacion', json_build_object('clave', d.clave, 'nombre', d.nombre),
        'lugares', case when g.principio <> 'representacion_proporcional' then k.lugares end)), '[]')
      from captura.contienda k join captura.cargo g on g.id = k.cargo_id join captura.demarcacion d on d.id = k.demarcacion_id) as contiendas,
    (select coalesce(json_agg(json_build_object('clave', clave, 'nombre', nombre, 'tipo', tipo, 'figura', figura) order by orden), '[]')
      from captura.actor_politico) as actores,
    (select coalesce(json_agg(json_build_object('contienda', k.clave, 'actor', a.clave, 'integrantes',
        coalesce((select json_agg(i.clave) from captura.actor_politico i where i.id = any(po.integrantes)), '[]'))), '[]')
      from captura.postulacion po join captura.contienda k on k.id = po.contienda_id join captura.actor_politico a on a.id = po.actor_id) as postulaciones,
    (select coalesce(json_agg(json_build_object('numero', numero, 'fecha', fecha)), '[]') from captura.acuerdo) as acuerdos`,
  )
  if (!row) throw new Error('a proceso without catalogues')
  return { ...row, ...proceso }
}

/** Registered candidaturas of the claves and of the places that a few rows name; those in force there by their place too. */
export async function readExistentes(tx: EntityManager, procesoId: string, rows: readonly CandidaturaListada[]): Promise<Existentes> {
  const places = rows.map((row) => ({ ...row, lugar: lugarDe(row) }))
  const ocupantes = await readRows<{ lugar: string; clave: string }>(tx, OCUPANTES, [procesoId, JSON.stringify(places)])
  const claves = [...new Set([...rows, ...ocupantes].map(({ clave }) => clave))]
  const actuales = await readRows<CandidaturaActual>(tx, `${ACTUALES} where c.proceso_id = $1 and c.clave = any($2)`, [procesoId, claves])
  return {
    actuales: new Map(actuales.map((actual) => [actual.clave, actual])),
    ocupantes: new Map(ocupantes.map(({ lugar, clave }) => [lugar, clave])),
  }
}

const ACTUALES = `select c.clave, k.clave as contienda, a.clave as actor, coalesce(o.clave, case when a.tipo = 'partido' then r.clave end) as "partidoOrigen",
    c.numero, c.calidad, p.nombre, p.primer_apellido as "primerApellido", p.segundo_apellido as "segundoApellido", p.apodo, p.sexo,
    p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada", c.folio_formula as "folioFormula",
    c.accion_afirmativa as "accionAfirmativa", c.eleccion_consecutiva as "eleccionConsecutiva",
    ac.numero as "acuerdoNumero", ac.fecha::text as "acuerdoFecha", c.estatus, c.estatus_captura <> 'sin_captura' as "conCaptura"
  from captura.candidatura c
  join captura.persona p on p.id = c.persona_id
  join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id
  join captura.actor_politico a on a.id = po.actor_id
  join captura.actor_politico r on r.id = c.responsable_id
  left join captura.actor_politico o on o.id = c.partido_origen_id
  join captura.acuerdo ac on ac.id = c.acuerdo_id`

const OCUPANTES = `select r.lugar, c.clave from jsonb_to_recordset($2::jsonb) as r(lugar text, contienda text, actor text, numero int, calidad text)
  join captura.contienda k on k.proceso_id = $1 and k.clave = r.contienda
  join captura.actor_politico a on a.proceso_id = $1 and a.clave = r.actor
  join captura.postulacion po on po.contienda_id = k.id and po.actor_id = a.id
  join captura.candidatura c on c.postulacion_id = po.id and c.numero = r.numero and c.calidad = r.calidad and c.estatus = 'aprobada'`

/** Ids by clave of the rows that candidaturas refer to; acuerdos by number, postulaciones by contienda and actor joined by `|`. */
export interface Ids {
  actores: Map<string, string>
  acuerdos: Map<string, string>
  postulaciones: Map<string, string>
}

export async function readIds(tx: EntityManager, procesoId: string): Promise<Ids> {
  const rows = await readRows<{ tipo: keyof Ids; clave: string; id: string }>(
    tx,
    `select 'actores' as tipo, clave, id from captura.actor_politico where proceso_id = $1
     union all select 'acuerdos', numero, id from captura.acuerdo where proceso_id = $1
     union all select 'postulaciones', k.clave || '|' || a.clave, po.id from captura.postulacion po
       join captura.contienda k on k.id = po.contienda_id join captura.actor_politico a on a.id = po.actor_id where k.proceso_id = $1`,
    [procesoId],
  )
  const of = (wanted: keyof Ids) => new Map(rows.filter(({ tipo }) => tipo === wanted).map(({ clave, id }) => [clave, id]))
  return { actores: of('actores'), acuerdos: of('acuerdos'), postulaciones: of('postulaciones') }
}
