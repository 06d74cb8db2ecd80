import type { EntityManager } from 'typeorm'
import { responsableDe, type CandidaturaListada } from '@conoceles/domain'
import type { AltaCandidatura } from '../../../registro/index.ts'
import type { Ids } from '../revision/catalogo.queries.ts'
import { readRows } from '../../../../database/rows.ts'

export interface Creada extends CandidaturaListada {
  id: string
  personaId: string
}

/** One import at a time, and nobody else writes the claves that it changes meanwhile. */
export async function lockForImport(tx: EntityManager, { id, procesoId }: { id: string; procesoId: string }): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('importacion', 0))`)
  await tx.query(
    `select c.id from captura.importacion_fila f join captura.candidatura c on c.proceso_id = $2 and c.clave = f.clave
     where f.importacion_id = $1 and f.veredicto = 'cambiar' order by c.id for update of c`,
    [id, procesoId],
  )
}

/** A batch travels as one parameter and is written by a handful of statements: thousands of rows in the time of a few. */
const ROWS = `jsonb_to_recordset($1::jsonb) as r(id uuid, "personaId" uuid, clave text, contienda text, actor text, "partidoOrigen" text, numero int,
  calidad text, nombre text, "primerApellido" text, "segundoApellido" text, apodo text, sexo text, "fechaNacimiento" date, "edadDeclarada" int,
  "folioFormula" int, "accionAfirmativa" text, "eleccionConsecutiva" boolean, "acuerdoNumero" text, "acuerdoFecha" date)`

const RESOLVED = `${ROWS}
  join captura.contienda k on k.clave = r.contienda and k.proceso_id = $2::uuid
  join captura.cargo g on g.id = k.cargo_id
  join captura.demarcacion d on d.id = k.demarcacion_id
  join captura.actor_politico a on a.clave = r.actor and a.proceso_id = $2::uuid
  join captura.postulacion po on po.contienda_id = k.id and po.actor_id = a.id
  join captura.actor_politico re on re.clave = coalesce(r."partidoOrigen", r.actor) and re.proceso_id = $2::uuid
  left join captura.actor_politico o on o.clave = r."partidoOrigen" and o.proceso_id = $2::uuid
  join captura.acuerdo ac on ac.numero = r."acuerdoNumero" and ac.proceso_id = $2::uuid`

/** Inserts the acuerdos and postulaciones that the list brings; gives their ids. The list does not name the members of a new alianza. */
export async function insertWhatIsNamed(
  tx: EntityManager,
  procesoId: string,
  rows: readonly CandidaturaListada[],
): Promise<{ acuerdo: string[]; postulacion: string[] }> {
  const params = [JSON.stringify(rows), procesoId]
  const acuerdos = await readRows<{ id: string }>(
    tx,
    `insert into captura.acuerdo (id, proceso_id, numero, fecha)
     select gen_random_uuid(), $2::uuid, n.numero, n.fecha from (select distinct r."acuerdoNumero" as numero, r."acuerdoFecha" as fecha from ${ROWS}) n
     where not exists (select 1 from captura.acuerdo ac where ac.proceso_id = $2::uuid and ac.numero = n.numero) returning id`,
    params,
  )
  const postulaciones = await readRows<{ id: string }>(
    tx,
    `insert into captura.postulacion (id, contienda_id, actor_id, orden, integrantes)
     select gen_random_uuid(), k.id, a.id,
       (select coalesce(max(p.orden), 0) from captura.postulacion p where p.contienda_id = k.id) + row_number() over (partition by k.id order by a.orden), '{}'
     from (select distinct r.contienda, r.actor from ${ROWS}) n
     join captura.contienda k on k.clave = n.contienda and k.proceso_id = $2::uuid
     join captura.actor_politico a on a.clave = n.actor and a.proceso_id = $2::uuid
     where not exists (select 1 from captura.postulacion p where p.contienda_id = k.id and p.actor_id = a.id) returning id`,
    params,
  )
  return { acuerdo: acuerdos.map(({ id }) => id), postulacion: postulaciones.map(({ id }) => id) }
}

export async function insertPersonas(tx: EntityManager, rows: readonly Creada[]): Promise<void> {
  await tx.query(
    `insert into captura.persona (id, nombre, primer_apellido, segundo_apellido, apodo, sexo, fecha_nacimiento, edad_declarada)
     select r."personaId", r.nombre, r."primerApellido", r."segundoApellido", r.apodo, r.sexo, r."fechaNacimiento", r."edadDeclarada" from ${ROWS}`,
    [JSON.stringify(rows)],
  )
}

export function toAlta(row: Creada, { actores, acuerdos, postulaciones }: Ids): AltaCandidatura {
  return {
    id: row.id,
    clave: row.clave,
    postulacionId: must(postulaciones.get(`${row.contienda}|${row.actor}`)),
    personaId: row.personaId,
    responsableId: must(actores.get(responsableDe(row))),
    partidoOrigenId: row.partidoOrigen && must(actores.get(row.partidoOrigen)),
    numero: row.numero,
    calidad: row.calidad,
    accionAfirmativa: row.accionAfirmativa,
    eleccionConsecutiva: row.eleccionConsecutiva,
    acuerdoId: must(acuerdos.get(row.acuerdoNumero)),
    folioFormula: row.folioFormula,
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a row names an entry that its review found and the register lacks')
  return value
}

/** Fields that are the place of a candidatura. */
const PLACE = `array['cargo', 'demarcacion', 'actor_politico', 'numero', 'calidad']`

/** Candidaturas that change places with each other leave theirs first: two in one place are not even for a moment. */
export async function parkMoved(tx: EntityManager, { id, procesoId }: { id: string; procesoId: string }): Promise<void> {
  await tx.query(
    `update captura.candidatura c set numero = -c.numero from captura.importacion_fila f
     where f.importacion_id = $1 and f.veredicto = 'cambiar' and c.proceso_id = $2 and c.clave = f.clave
       and exists (select 1 from jsonb_array_elements(f.cambios) e where e ->> 'campo' = any(${PLACE}))`,
    [id, procesoId],
  )
}

export interface Actualizada {
  id: string
  clave: string
  /** Whether it came to another place. */
  moved: boolean
}

export async function updateCandidaturas(
  tx: EntityManager,
  procesoId: string,
  rows: readonly CandidaturaListada[],
): Promise<Actualizada[]> {
  const params = [JSON.stringify(rows), procesoId]
  await tx.query(
    `update captura.persona p set nombre = r.nombre, primer_apellido = r."primerApellido", segundo_apellido = r."segundoApellido", apodo = r.apodo,
       sexo = r.sexo, fecha_nacimiento = r."fechaNacimiento", edad_declarada = r."edadDeclarada"
     from ${ROWS} join captura.candidatura c on c.clave = r.clave and c.proceso_id = $2::uuid where p.id = c.persona_id`,
    params,
  )
  return readRows<Actualizada>(
    tx,
    `with u as (update captura.candidatura c set postulacion_id = po.id, responsable_id = re.id, partido_origen_id = o.id, numero = r.numero,
       calidad = r.calidad, accion_afirmativa = r."accionAfirmativa", eleccion_consecutiva = r."eleccionConsecutiva", acuerdo_id = ac.id,
       cargo_id = k.cargo_id, demarcacion_id = k.demarcacion_id, actor_id = po.actor_id,
       folio_formula = coalesce(r."folioFormula", c.folio_formula), version = c.version + 1,
       orden = lpad(g.orden::text, 3, '0') || d.clave || lpad(po.orden::text, 3, '0') || lpad(r.numero::text, 4, '0') || r.calidad || c.id
     from captura.candidatura b join ${RESOLVED} on b.clave = r.clave
     where b.proceso_id = $2::uuid and c.id = b.id returning c.id, c.clave, b.numero < 0 as moved) select id, clave, moved from u`,
    params,
  )
}

/** The folio belongs to the fórmula: moved candidaturas take that of the members who stayed, or a new one for the fórmula. */
export async function renewFolios(tx: EntityManager, procesoId: string, moved: readonly string[]): Promise<void> {
  if (moved.length === 0) return
  await tx.query(
    `with formula as (
       select m.postulacion_id, m.numero, min(s.folio_formula) as folio from captura.candidatura m
       left join captura.candidatura s on s.postulacion_id = m.postulacion_id and s.numero = m.numero and not s.id = any($2::uuid[])
       where m.id = any($2::uuid[]) group by 1, 2),
     numbered as (
       select postulacion_id, numero, coalesce(folio, (select max(folio_formula) from captura.candidatura where proceso_id = $1)
         + (row_number() over (partition by folio is null order by postulacion_id, numero))::int) as folio from formula)
     update captura.candidatura c set folio_formula = n.folio from numbered n
     where c.id = any($2::uuid[]) and c.postulacion_id = n.postulacion_id and c.numero = n.numero`,
    [procesoId, moved],
  )
}
