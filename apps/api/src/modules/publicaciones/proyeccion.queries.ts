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
    `insert into publico.candidatura (id, proceso, orden, cargo, contienda, distrito, municipio, actores, calidad, con_propuestas, captura, fila)
     select r.id, r.proceso, r.orden, r.cargo, r.contienda, r.distrito, r.municipio, r.actores, r.calidad, r.con_propuestas, r.captura, r.fila
     from json_to_recordset($1::json) as r(id uuid, proceso text, orden text, cargo text, contienda text, distrito text, municipio text,
       actores text[], calidad text, con_propuestas boolean, captura text, fila json)
     on conflict (id) do update set orden = excluded.orden, cargo = excluded.cargo, contienda = excluded.contienda, distrito = excluded.distrito,
       municipio = excluded.municipio, actores = excluded.actores, calidad = excluded.calidad, con_propuestas = excluded.con_propuestas,
       captura = excluded.captura, fila = excluded.fila`,
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
    actores: [...new Set(actores.filter((clave) => clave !== undefined))],
    calidad: document.calidad,
    con_propuestas: hasPropuestas(document),
    captura: document.estatusCaptura,
    fila: buildFila(document),
  }
}

function wordsOf({ nombre, apodo }: CandidaturaDocument): string[] {
  return searchWords(`${nombre} ${apodo ?? ''}`)
}
