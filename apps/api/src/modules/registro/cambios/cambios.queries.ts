import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, Sexo } from '@conoceles/domain'
import { Candidatura } from '../candidaturas/candidatura.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** A candidatura as the acts read it, with its actor político and its persona. */
export interface LugarRow {
  id: string
  clave: string
  version: number
  estatus: EstatusCandidatura
  postulacionId: string
  numero: number
  calidad: Calidad
  personaId: string
  nombre: string
  primerApellido: string | null
  segundoApellido: string | null
  apodo: string | null
  sexo: Sexo
  fechaNacimiento: string | null
  edadDeclarada: number | null
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  responsableId: string
  partidoOrigen: string | null
  actor: string
  /** Claves of the members of the alianza in this contienda. */
  integrantes: string[]
  cargo: string
  cargoSingular: string
  conSuplente: boolean
  contienda: string
  demarcacion: string
  folioFormula: number
  /** Day of the last fact of the place, other than corrections. */
  ultimoHecho: string
  /** Other places that the persona holds or held, besides the requested candidaturas; the place that she left last comes first. */
  otros: OtroLugarRow[]
}

export interface OtroLugarRow {
  estatus: EstatusCandidatura
  calidad: Calidad
  cargoSingular: string
  demarcacion: string
  /** Clave of the cause of the last act by which she left it; null while she holds it. */
  causa: string | null
}

const OTROS = `(select coalesce(json_agg(json_build_object('estatus', x.estatus, 'calidad', x.calidad, 'cargoSingular', xg.singular,
    'demarcacion', xd.nombre, 'causa', salida.causa) order by salida.registrado_en desc nulls last, x.orden), '[]')
  from captura.candidatura x join captura.cargo xg on xg.id = x.cargo_id join captura.demarcacion xd on xd.id = x.demarcacion_id
  left join lateral (select m.causa, m.registrado_en from captura.cambio m where x.estatus <> 'aprobada'
    and (m.candidatura_id = x.id and m.tipo in ('sustitucion', 'cancelacion') or m.sale_id = x.id)
    order by m.registrado_en desc, m.id desc limit 1) salida on true
  where x.persona_id = c.persona_id and x.proceso_id = c.proceso_id and x.id <> c.id and x.id <> all($1))`

const SAME_PLACE = `(c.postulacion_id, c.numero, c.calidad) in (select o.postulacion_id, o.numero, o.calidad from captura.candidatura o where o.id = any($1))`

/** Locks the places of these candidaturas, with earlier holders: two acts on one place go one after the other. */
export async function lockLugares(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(`select c.id from captura.candidatura c where ${SAME_PLACE} order by c.id for update of c`, [ids])
}

/** All places that the personas of these candidaturas hold or held: a correction shows there too. */
export async function listOfSamePersona(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select o.id from captura.candidatura o where o.persona_id in (select c.persona_id from captura.candidatura c where c.id = any($1))`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

/** Locks personas, once their places are. */
export async function lockPersonas(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `select p.id from captura.persona p where p.id in (select c.persona_id from captura.candidatura c where c.id = any($1)) order by p.id for update`,
    [ids],
  )
}

/** Holders, present and past, of the places of these candidaturas; read after the lock. */
export async function readLugares(tx: EntityManager, ids: readonly string[]): Promise<LugarRow[]> {
  return readRows<LugarRow>(
    tx,
    `select c.id, c.clave, c.version, c.estatus, c.postulacion_id as "postulacionId", c.numero, c.calidad, c.persona_id as "personaId", p.nombre,
       p.primer_apellido as "primerApellido", p.segundo_apellido as "segundoApellido", p.apodo, p.sexo, p.fecha_nacimiento::text as "fechaNacimiento",
       p.edad_declarada as "edadDeclarada", c.accion_afirmativa as "accionAfirmativa", c.eleccion_consecutiva as "eleccionConsecutiva",
       c.responsable_id as "responsableId", o.clave as "partidoOrigen", a.clave as actor,
       array(select i.clave from captura.actor_politico i where i.id = any(po.integrantes)) as integrantes,
       g.clave as cargo, g.singular as "cargoSingular", g.con_suplente as "conSuplente", k.clave as contienda, d.nombre as demarcacion,
       c.folio_formula as "folioFormula", max(greatest(registro.dia, cambios.dia)) over (partition by c.postulacion_id, c.numero, c.calidad)::text as "ultimoHecho",
       ${OTROS} as otros
     from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.postulacion po on po.id = c.postulacion_id
     join captura.contienda k on k.id = po.contienda_id join captura.cargo g on g.id = k.cargo_id join captura.demarcacion d on d.id = k.demarcacion_id
     join captura.actor_politico a on a.id = po.actor_id left join captura.actor_politico o on o.id = c.partido_origen_id
     left join lateral (select ac.fecha as dia from captura.acuerdo ac
       where ac.id = c.acuerdo_id and not exists (select 1 from captura.cambio m where m.entra_id = c.id)) registro on true
     left join lateral (select max(m.efectos_desde) as dia from captura.cambio m
       where m.candidatura_id = c.id and m.tipo <> 'correccion') cambios on true
     where ${SAME_PLACE} order by c.id`,
    [ids],
  )
}

/** Whether another stands, or stood, in the same place. */
export function samePlace({ postulacionId, numero, calidad }: LugarRow): (other: LugarRow) => boolean {
  return (other) => other.postulacionId === postulacionId && other.numero === numero && other.calidad === calidad
}

/** Every candidatura of these personas, in any place. */
export async function findCandidaturasOfPersona(tx: EntityManager, personaId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, 'select id from captura.candidatura where persona_id = $1 order by id', [personaId])
  return rows.map(({ id }) => id)
}

/** Raises the versions, so that an operator who read one of these places before the act must read it again. */
export async function bumpLugares(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(`update captura.candidatura c set version = version + 1 where ${SAME_PLACE}`, [ids])
}

export async function setEstatus(tx: EntityManager, ids: readonly string[], estatus: EstatusCandidatura): Promise<void> {
  await tx.query('update captura.candidatura set estatus = $2 where id = any($1)', [ids, estatus])
}

/** Those of these claves that are taken. */
export async function findClaves(tx: EntityManager, procesoId: string, claves: readonly string[]): Promise<string[]> {
  const rows = await readRows<{
    clave: string
  }>(tx, 'select clave from captura.candidatura where proceso_id = $1 and clave = any($2)', [procesoId, claves])
  return rows.map(({ clave }) => clave)
}

export async function updateCandidatura(
  tx: EntityManager,
  id: string,
  changes: { accionAfirmativa?: string | null; eleccionConsecutiva?: boolean; partidoOrigenId?: string | null },
): Promise<void> {
  await tx.update(Candidatura, { id }, changes)
}

/** Other accounts will capture: where the term counts from their delivery, it has not begun. */
export async function moveResponsable(tx: EntityManager, id: string, responsableId: string): Promise<void> {
  await tx.query(
    `update captura.candidatura c set responsable_id = $2, entrega_id = null, cuenta_entregada = null,
       captura_vence = case when g.plazo_desde = 'acuerdo' then c.captura_vence end
     from captura.cargo g where g.id = c.cargo_id and c.id = $1`,
    [id, responsableId],
  )
}
