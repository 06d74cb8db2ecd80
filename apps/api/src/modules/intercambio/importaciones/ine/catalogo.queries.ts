import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { CatalogoIne, LibroResuelto } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

type Registro = Omit<CatalogoIne, 'entidad' | 'otrasEntidades' | 'acuerdo'>

/** The proceso as a workbook of the INE may name it. A candidatura that left its place counts too: its fórmula keeps its folio. */
export async function readCatalogoIne(tx: EntityManager, proceso: { id: string; jornada: string }): Promise<Registro> {
  const [row] = await readRows<Omit<Registro, 'actuales'>>(tx, CATALOGO, [proceso.id])
  if (!row) throw new Error('a proceso without catalogues')
  const actuales = await readRows<CatalogoIne['actuales'][number]>(tx, ACTUALES, [proceso.id, proceso.jornada])
  return { ...row, actuales }
}

const CATALOGO = `select
  (select coalesce(json_agg(json_build_object('clave', g.clave, 'nombre', g.nombre, 'singular', g.singular, 'principio', g.principio, 'demarcacion',
      (select min(d.tipo) from captura.contienda k join captura.demarcacion d on d.id = k.demarcacion_id where k.cargo_id = g.id)) order by g.orden), '[]')
    from captura.cargo g where g.proceso_id = $1) as cargos,
  (select coalesce(json_agg(json_build_object('clave', clave, 'tipo', tipo, 'nombre', nombre, 'cabecera', cabecera, 'entidad', entidad) order by clave), '[]')
    from captura.demarcacion where proceso_id = $1) as demarcaciones,
  (select coalesce(json_agg(json_build_object('clave', k.clave, 'cargo', g.clave, 'demarcacion', d.clave) order by k.clave), '[]')
    from captura.contienda k join captura.cargo g on g.id = k.cargo_id join captura.demarcacion d on d.id = k.demarcacion_id where k.proceso_id = $1) as contiendas,
  (select coalesce(json_agg(json_build_object('clave', clave, 'nombre', nombre, 'tipo', tipo) order by orden), '[]')
    from captura.actor_politico where proceso_id = $1) as actores`

const ACTUALES = `select c.clave, k.clave as contienda, a.clave as actor, a.nombre as "actorNombre", c.folio_formula as folio, c.numero, c.calidad,
    concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, p.sexo,
    coalesce(p.edad_declarada, extract(year from age($2::date, p.fecha_nacimiento)))::int as edad, p.fecha_nacimiento is not null as "conNacimiento",
    c.estatus, c.estatus_captura <> 'sin_captura' as "conCaptura"
  from captura.candidatura c
  join captura.persona p on p.id = c.persona_id
  join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id
  join captura.actor_politico a on a.id = po.actor_id
  where c.proceso_id = $1`

/** Registered day of an acuerdo; null when the register does not have it. */
export async function findFechaAcuerdo(tx: EntityManager, procesoId: string, numero: string): Promise<string | null> {
  const [row] = await readRows<{
    fecha: string
  }>(tx, 'select fecha::text from captura.acuerdo where proceso_id = $1 and numero = $2', [procesoId, numero])
  return row?.fecha ?? null
}

/** Between two pieces of long work: others get their turn, and the database sees that the transaction is not forgotten. */
export async function descansar(tx: EntityManager): Promise<void> {
  await tx.query('select 1')
}

const NOTA = 'Tomado del libro del INE: su figura está por confirmar.'

export interface Creadas {
  demarcacion: string[]
  actor_politico: string[]
  contienda: string[]
}

/** Places and actores políticos first, then the contiendas that need them. Gives the ids. */
export async function insertNuevas(
  tx: EntityManager,
  procesoId: string,
  { demarcaciones, actores, contiendas }: LibroResuelto['nuevas'],
): Promise<Creadas> {
  const withId = <T>(rows: readonly T[]) => rows.map((row) => ({ ...row, id: randomUUID() }))
  const [places, parties, nuevasContiendas] = [withId(demarcaciones), withId(actores), withId(contiendas)]
  await tx.query(
    `insert into captura.demarcacion (id, proceso_id, clave, tipo, nombre, regimen, pertenece, cabecera, entidad)
     select r.id, $2, r.clave, r.tipo, r.nombre, null, null, r.cabecera, r.entidad
     from jsonb_to_recordset($1::jsonb) as r(id uuid, clave text, tipo text, nombre text, cabecera text, entidad text)`,
    [JSON.stringify(places), procesoId],
  )
  await tx.query(
    `insert into captura.actor_politico (id, proceso_id, clave, nombre, tipo, figura, color, nota, orden)
     select r.id, $2, r.clave, r.nombre, r.tipo, null, null, $3,
       (select coalesce(max(orden), -1) from captura.actor_politico where proceso_id = $2)::int + row_number() over (order by r.turno)::int
     from jsonb_to_recordset($1::jsonb) as r(id uuid, clave text, nombre text, tipo text, turno int)`,
    [JSON.stringify(parties.map((row, turno) => ({ ...row, turno }))), procesoId, NOTA],
  )
  await tx.query(
    `insert into captura.contienda (id, proceso_id, clave, cargo_id, demarcacion_id, lugares)
     select r.id, $2, r.clave, g.id, d.id, r.lugares
     from jsonb_to_recordset($1::jsonb) as r(id uuid, clave text, cargo text, demarcacion text, lugares int)
     join captura.cargo g on g.proceso_id = $2 and g.clave = r.cargo
     join captura.demarcacion d on d.proceso_id = $2 and d.clave = r.demarcacion`,
    [JSON.stringify(nuevasContiendas), procesoId],
  )
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return { demarcacion: idsOf(places), actor_politico: idsOf(parties), contienda: idsOf(nuevasContiendas) }
}
