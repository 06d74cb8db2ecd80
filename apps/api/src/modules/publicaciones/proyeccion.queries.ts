import type { EntityManager } from 'typeorm'
import { searchWords } from '@conoceles/domain'
import { buildFila, hasPropuestas, type CandidaturaDocument } from './candidatura-document.ts'

export interface Projected {
  document: CandidaturaDocument
  orden: string
}

/** Writes the searchable projection of what is published; the public list and search read nothing else. */
export async function writeProyeccion(tx: EntityManager, proceso: string, published: Projected[]): Promise<void> {
  if (published.length === 0) return
  const rows = published.map((item) => toRow(proceso, item))
  await tx.query(
    `insert into publico.candidatura (id, proceso, orden, cargo, contienda, distrito, municipio, comunidad, actores, calidad, estatus, con_propuestas,
       captura, fila)
     select r.id, r.proceso, r.orden, r.cargo, r.contienda, r.distrito, r.municipio, r.comunidad, r.actores, r.calidad, r.estatus, r.con_propuestas,
       r.captura, r.fila
     from json_to_recordset($1::json) as r(id uuid, proceso text, orden text, cargo text, contienda text, distrito text, municipio text,
       comunidad text, actores text[], calidad text, estatus text, con_propuestas boolean, captura text, fila json)
     on conflict (id) do update set orden = excluded.orden, cargo = excluded.cargo, contienda = excluded.contienda, distrito = excluded.distrito,
       municipio = excluded.municipio, comunidad = excluded.comunidad, actores = excluded.actores, calidad = excluded.calidad,
       estatus = excluded.estatus, con_propuestas = excluded.con_propuestas, captura = excluded.captura, fila = excluded.fila`,
    [JSON.stringify(rows)],
  )
  await tx.query('delete from publico.palabra where candidatura_id = any($1)', [rows.map(({ id }) => id)])
  const words = published.flatMap(({ document }) => wordsOf(document).map((palabra) => ({ palabra, id: document.id })))
  await tx.query(
    `insert into publico.palabra (proceso, palabra, candidatura_id)
     select distinct $1, r.palabra, r.id from json_to_recordset($2::json) as r(palabra text, id uuid)`,
    [proceso, JSON.stringify(words)],
  )
}

export async function removeProyeccion(tx: EntityManager, ids: string[]): Promise<void> {
  await tx.query('delete from publico.candidatura where id = any($1)', [ids])
}

/** Addresses of the photographs that the list shows. */
export async function readFotografiasInUse(tx: EntityManager): Promise<string[]> {
  const rows = (await tx.query(
    `select distinct fila ->> 'fotografia' as url from publico.candidatura where fila ->> 'fotografia' is not null`,
  )) as { url: string }[]
  return rows.map(({ url }) => url)
}

function toRow(proceso: string, { document, orden }: Projected) {
  const actores = [
    document.actorPolitico.clave,
    ...document.actorPolitico.integrantes.map(({ clave }) => clave),
    document.partidoOrigen?.clave,
  ]
  return {
    id: document.id,
    proceso,
    orden,
    cargo: document.cargo,
    contienda: document.contienda,
    distrito: document.distrito,
    municipio: document.municipio,
    comunidad: document.comunidad,
    actores: [...new Set(actores.filter((clave) => clave !== undefined))],
    calidad: document.calidad,
    estatus: document.estatus,
    con_propuestas: hasPropuestas(document),
    captura: document.estatusCaptura,
    fila: buildFila(document),
  }
}

/** Whoever is blocked is found by her place only. */
function wordsOf({ nombre, apodo, reserva }: CandidaturaDocument): string[] {
  if (reserva === 'persona') return []
  return searchWords(`${nombre} ${apodo ?? ''}`)
}
