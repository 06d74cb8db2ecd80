import type { EntityManager } from 'typeorm'
import { nameWords } from '@conoceles/domain'
import { buildFila, hasPropuestas, type CandidaturaDocument } from '../ficha/candidatura-document.ts'
import { accionAfirmativaDe } from './indice.queries.ts'
import type { FilaLista, ListaPublica } from './lista-publica.queries.ts'

export interface Projected {
  document: CandidaturaDocument
  orden: string
}

/** Questions whose answers are projected: the counted ones, and the one that filters (null: none). */
interface Preguntas {
  proceso: string
  contadas: readonly string[]
  escolaridad: string | null
}

/**
 * Writes the searchable projection of published records; the public list and search read nothing else. `contadas`: questions whose public
 * answers are counted by the statistics.
 */
export async function writeProyeccion(
  tx: EntityManager,
  lista: ListaPublica,
  { published, ...preguntas }: Preguntas & { published: Projected[] },
): Promise<void> {
  if (published.length === 0) return
  const rows = published.map((item) => toRow(item, preguntas))
  const conocidas = rows.filter(({ id }) => lista.has(id)).map(({ orden }) => orden)
  await tx.query(
    `insert into publico.candidatura (id, proceso, orden, cargo, contienda, distrito, municipio, comunidad, actores, calidad, estatus, con_propuestas,
       captura, actor, sexo, edad, grupos, respuestas, accion_afirmativa, escolaridad, temas, fila)
     select r.id, r.proceso, r.orden, r.cargo, r.contienda, r.distrito, r.municipio, r.comunidad, r.actores, r.calidad, r.estatus, r.con_propuestas,
       r.captura, r.actor, r.sexo, r.edad, r.grupos, r.respuestas, r.accion_afirmativa, r.escolaridad, r.temas, r.fila
     from json_to_recordset($1::json) as r(id uuid, proceso text, orden text, cargo text, contienda text, distrito text, municipio text,
       comunidad text, actores text[], calidad text, estatus text, con_propuestas boolean, captura text, actor text, sexo text, edad int,
       grupos text[], respuestas jsonb, accion_afirmativa text, escolaridad text, temas text[], fila json)
     on conflict (id) do update set orden = excluded.orden, cargo = excluded.cargo, contienda = excluded.contienda, distrito = excluded.distrito,
       municipio = excluded.municipio, comunidad = excluded.comunidad, actores = excluded.actores, calidad = excluded.calidad,
       estatus = excluded.estatus, con_propuestas = excluded.con_propuestas, captura = excluded.captura,
       actor = excluded.actor, sexo = excluded.sexo, edad = excluded.edad, grupos = excluded.grupos, respuestas = excluded.respuestas,
       accion_afirmativa = excluded.accion_afirmativa, escolaridad = excluded.escolaridad, temas = excluded.temas,
       fila = excluded.fila`,
    [JSON.stringify(rows)],
  )
  await writeHallazgos(tx, { published, conocidas })
  lista.note(rows.map(toFilaLista))
}

/** Writes the words and the actores by which each is found. `conocidas`: places of those who were found before. */
async function writeHallazgos(tx: EntityManager, { published, conocidas }: { published: Projected[]; conocidas: string[] }): Promise<void> {
  const ordenes = published.map(({ orden }) => orden)
  const palabras = published.flatMap(({ document, orden }) => wordsOf(document).map((palabra) => ({ palabra, orden })))
  // New rows are left out: among as many as were added since this transaction began, PostgreSQL would look for them one by one.
  if (conocidas.length > 0)
    for (const tabla of ['comienzo', 'postulante']) await tx.query(`delete from publico.${tabla} where orden = any($1)`, [conocidas])
  await tx.query(
    `insert into publico.comienzo (comienzo, orden)
     select distinct left(palabra, letras), orden
     from json_to_recordset($1::json) as r(palabra text, orden text), generate_series(1, length(palabra)) as letras`,
    [JSON.stringify(palabras)],
  )
  await tx.query(
    `insert into publico.postulante (actor, cargo, orden)
     select actor, cargo, orden from (select orden, cargo, unnest(actores) as actor from publico.candidatura where orden = any($1)) as postulan`,
    [ordenes],
  )
}

export async function removeProyeccion(tx: EntityManager, lista: ListaPublica, ids: string[]): Promise<void> {
  await tx.query('delete from publico.candidatura where id = any($1)', [ids])
  lista.forget(ids)
}

/** As it is read of the list that is stored. */
function toFilaLista({
  fila,
  con_propuestas: conPropuestas,
  accion_afirmativa: accionAfirmativa,
  ...row
}: ReturnType<typeof toRow>): FilaLista {
  const { nombre, apodo, numero, lugar, reserva, fotografia, partidoOrigen, salida } = fila
  return {
    ...row,
    ...{ nombre, apodo, numero, lugar, reserva, fotografia, conPropuestas, accionAfirmativa },
    partidoOrigen: partidoOrigen?.clave ?? null,
    desde: salida?.desde ?? null,
    entra: salida?.entra?.nombre ?? null,
  }
}

function toRow({ document, orden }: Projected, { proceso, contadas, escolaridad }: Preguntas) {
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
    actor: document.actorPolitico.clave,
    sexo: document.sexo,
    edad: document.edad,
    grupos: gruposOf(document),
    respuestas: Object.fromEntries(contadasOf(document, contadas)),
    accion_afirmativa: accionAfirmativaDe(document),
    escolaridad: escolaridad === null ? null : (contadasOf(document, [escolaridad])[0]?.[1] ?? null),
    temas: temasOf(document),
    fila: buildFila(document),
  }
}

/** Those that the page tells of her: by a badge, or as the group under which she was registered. */
function gruposOf({ distintivos, accionAfirmativa }: CandidaturaDocument): string[] {
  return [...new Set([...distintivos.map(({ grupo }) => grupo), ...(accionAfirmativa ? [accionAfirmativa.clave] : [])])]
}

function contadasOf({ secciones }: CandidaturaDocument, contadas: readonly string[]): [string, string][] {
  return secciones
    .flatMap(({ campos }) => campos)
    .flatMap(({ clave, valor }): [string, string][] => (contadas.includes(clave) && typeof valor === 'string' ? [[clave, valor]] : []))
}

/** Those that her page shows, by the question that asks for them. */
function temasOf({ secciones }: CandidaturaDocument): string[] {
  const chosen = secciones.flatMap(({ campos }) => campos).filter(({ tipo }) => tipo === 'temas')
  return [...new Set(chosen.flatMap(({ valor }) => (Array.isArray(valor) ? valor.map(String) : [])))].sort()
}

/** A persona under bloqueo is found by her place only. */
function wordsOf({ nombre, apodo, reserva }: CandidaturaDocument): string[] {
  if (reserva === 'persona') return []
  return nameWords(`${nombre} ${apodo ?? ''}`)
}
