import type { EntityManager } from 'typeorm'
import type { ConsentimientoDado, Lote, OrdenRevision, Renglon } from '@conoceles/domain'
import type { Publica } from '../index.ts'
import { readRows, readRow } from '../../../database/rows.ts'
import { CorteEstadistica } from './corte-estadistica.entity.ts'
import { CruceEstadistica } from './cruce-estadistica.entity.ts'
import { LoteEstadistica } from './lote.entity.ts'
import type { Tabla } from './tabla.ts'

/** Everybody in force on the public list, as her page tells it. */
export async function readPublicas(tx: EntityManager): Promise<Publica[]> {
  return readRows<Publica>(
    tx,
    `select id, cargo, actor, municipio, distrito, sexo, edad, captura, grupos, respuestas,
       con_propuestas as "conPropuestas", fila ->> 'fotografia' is not null as "conFotografia" from publico.candidatura where estatus = 'aprobada' order by id`,
  )
}

export interface ConsentimientoEstadistica extends ConsentimientoDado {
  aviso: string
  tratamiento: boolean
  estadistica: boolean
}

/** Consents of everybody in force whose captura got so far, newest first, by candidatura. */
export async function readConsentimientos(tx: EntityManager, orden: OrdenRevision): Promise<Map<string, ConsentimientoEstadistica[]>> {
  const reached = orden === 'verificar_y_publicar' ? 'c.verificada_en' : 'c.validada_en'
  const rows = await readRows<{ id: string; consentimientos: ConsentimientoEstadistica[] }>(
    tx,
    `select c.id, json_agg(json_build_object('aviso', co.aviso_id, 'tratamiento', co.tratamiento, 'estadistica', co.estadistica, 'mecanismo', co.mecanismo,
       'revision', co.revision) order by co.otorgado_en desc, co.id desc) as consentimientos
     from captura.candidatura c join captura.consentimiento co on co.candidatura_id = c.id
     where c.estatus = 'aprobada' and ${reached} is not null group by c.id`,
  )
  return new Map(rows.map(({ id, consentimientos }) => [id, consentimientos]))
}

export interface Renglones {
  cargos: Renglon[]
  actores: Renglon[]
  municipios: Renglon[]
  distritos: Renglon[]
}

const CATALOGO = `select
  coalesce((select json_agg(json_build_object('clave', clave, 'nombre', nombre) order by orden) from captura.cargo
    where proceso_id = $1 and inicio_publicacion <= $2::date), '[]') as cargos,
  coalesce((select json_agg(json_build_object('clave', clave, 'nombre', nombre) order by orden) from captura.actor_politico
    where proceso_id = $1), '[]') as actores,
  coalesce((select json_agg(json_build_object('clave', clave, 'nombre', nombre) order by nombre collate "C") from captura.demarcacion
    where proceso_id = $1 and tipo = 'municipio'), '[]') as municipios,
  coalesce((select json_agg(json_build_object('clave', clave, 'nombre', nombre) order by clave) from captura.demarcacion
    where proceso_id = $1 and tipo = 'distrito'), '[]') as distritos`

/** Rows of the tables, from the catalogues of the proceso. */
export async function readRenglones(tx: EntityManager, { procesoId, hoy }: { procesoId: string; hoy: string }): Promise<Renglones> {
  return readRow<Renglones>(tx, CATALOGO, [procesoId, hoy])
}

/** Newest day on which identity answers were counted; null before the first. */
export async function findUltimoCorte(tx: EntityManager, procesoId: string): Promise<string | null> {
  const [row] = await tx.find(CorteEstadistica, { where: { procesoId }, order: { fecha: 'DESC' }, take: 1 })
  return row?.fecha ?? null
}

/** Public tables as they are told now. */
export async function readTablasDichas(tx: EntityManager, claves: readonly string[]): Promise<Tabla[]> {
  const rutas = claves.map((clave) => `estadisticas/${clave}`)
  const rows = await readRows<{ dicha: Tabla & { corte: unknown; sal: unknown } }>(
    tx,
    `select convert_from(contenido, 'UTF8')::json as dicha from publico.recurso where hasta_corte is null and ruta = any($1) order by ruta collate "C"`,
    [rutas],
  )
  return rows.map(({ dicha: { corte: _corte, sal: _sal, ...tabla } }) => tabla)
}

export interface LoteGuardado extends Lote {
  id: string
  tabla: string
  /** Those who were counted in it and are not gone. */
  personas: string[]
}

export async function readLotes(tx: EntityManager, procesoId: string): Promise<LoteGuardado[]> {
  return readRows<LoteGuardado>(
    tx,
    `select l.id, l.tabla, l.celda, l.tamano, l.respuestas,
       coalesce((select array_agg(k.candidatura_id::text) from captura.estadistica_contada k where k.lote_id = l.id), '{}') as personas
     from captura.estadistica_lote l where l.proceso_id = $1 order by l.fecha, l.tabla, l.celda`,
    [procesoId],
  )
}

export async function writeCorte(
  tx: EntityManager,
  { lotes, ...corte }: { procesoId: string; fecha: string; corte: number; en: string; lotes: LoteGuardado[] },
): Promise<void> {
  const { procesoId, fecha } = corte
  await tx.insert(CorteEstadistica, { ...corte, en: new Date(corte.en) })
  for (const { id, tabla, celda, tamano, respuestas, personas } of lotes) {
    await tx.insert(LoteEstadistica, { id, procesoId, tabla, celda, fecha, tamano, respuestas })
    await tx.query(
      `insert into captura.estadistica_contada (candidatura_id, tabla, lote_id) select id, $2, $3 from unnest($1::uuid[]) id`,
      [personas, tabla, id],
    )
  }
}

/** Whether the crossings of a day of counting are kept: an earlier version kept none. */
export function hayCruces(tx: EntityManager, procesoId: string, fecha: string): Promise<boolean> {
  return tx.existsBy(CruceEstadistica, { procesoId, fecha })
}

export async function writeCruces(
  tx: EntityManager,
  { procesoId, fecha }: { procesoId: string; fecha: string },
  cruces: readonly Pick<CruceEstadistica, 'tabla' | 'por' | 'contenido'>[],
): Promise<void> {
  await tx.insert(
    CruceEstadistica,
    cruces.map((each) => ({ procesoId, fecha, ...each })),
  )
}
