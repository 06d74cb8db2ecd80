import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { completarFila, type CandidaturaListada } from '@conoceles/domain'
import { entriesOf } from '@conoceles/domain/typed'
import { insertCandidaturas, rewritePalabras } from '../../../registro/index.ts'
import { insertPersonas, insertWhatIsNamed, parkMoved, renewFolios, toAlta, updateCandidaturas } from './aplicacion.queries.ts'
import { readIds, type Ids } from '../revision/catalogo.queries.ts'
import type { Contexto } from '../revision/contexto.ts'
import { walkFilas, type Guardada } from '../filas.queries.ts'
import type { Adicion, Importacion } from '../importacion.entity.ts'
import { BATCH, type Juicio } from '../revision/revision.ts'

/** Result of a confirmed list. */
export interface Escritura {
  /** Id of the candidatura by number of row. */
  creadas: Map<number, string>
  cambiadas: Map<number, string>
  creado: Partial<Record<Adicion['tipo'], string[]>>
}

interface Work {
  row: Importacion
  juicio: Juicio
  advance(filas: number): Promise<void>
}

/** Changes first: they leave the places that others come to. */
export async function escribir(contexto: Contexto, tx: EntityManager, work: Work): Promise<Escritura> {
  const { row, juicio } = work
  const escritura: Escritura = { creadas: new Map(), cambiadas: new Map(), creado: {} }
  if (juicio.formato && juicio.libro) escritura.creado = await juicio.formato.crearCatalogos(tx, juicio.libro)
  await parkMoved(tx, row)
  const moved: string[] = []
  for await (const batch of batches(tx, work, 'cambiar')) moved.push(...(await change(tx, row, { batch, escritura })))
  await renewFolios(tx, row.procesoId, moved)
  const { catalogos } = await contexto.procesos.proceso(tx)
  const create = createAltas(tx, { id: row.procesoId, feriados: catalogos.feriados }, escritura)
  for await (const batch of batches(tx, work, 'crear')) await create(batch)
  return escritura
}

interface Aceptada {
  fila: number
  candidatura: CandidaturaListada
}

/** Rows of one verdict, read anew; facts that their source does not tell come from `antes`. */
async function* batches(tx: EntityManager, { row, juicio, advance }: Work, veredicto: 'crear' | 'cambiar'): AsyncGenerator<Aceptada[]> {
  for await (const guardadas of walkFilas((work) => work(tx), { id: row.id, veredicto, size: BATCH })) {
    yield guardadas.map((guardada) => ({ fila: guardada.fila, candidatura: understood(juicio, guardada) }))
    await advance(guardadas.length)
  }
}

function understood(juicio: Juicio, guardada: Guardada): CandidaturaListada {
  const candidatura = completarFila(juicio.read(guardada), guardada.antes)
  if (!candidatura) throw new Error('a row that was accepted cannot be read')
  // A row without clave was shown as the candidatura that held its place.
  return { ...candidatura, clave: guardada.clave ?? candidatura.clave }
}

/** Gives the ids of those who came to another place. */
async function change(
  tx: EntityManager,
  { procesoId }: Importacion,
  { batch, escritura }: { batch: Aceptada[]; escritura: Escritura },
): Promise<string[]> {
  const rows = batch.map(({ candidatura }) => candidatura)
  addCreado(escritura, await insertWhatIsNamed(tx, procesoId, rows))
  const updated = await updateCandidaturas(tx, procesoId, rows)
  const ids = updated.map(({ id }) => id)
  await rewritePalabras(tx, procesoId, ids)
  const byClave = new Map(updated.map(({ clave, id }) => [clave, id]))
  for (const { fila, candidatura } of batch) {
    const id = byClave.get(candidatura.clave)
    if (id !== undefined) escritura.cambiadas.set(fila, id)
  }
  return updated.filter(({ moved }) => moved).map(({ id }) => id)
}

/** Inserts new candidaturas. Ids of their catalogues are read once, and again when the list brings more of them. */
function createAltas(
  tx: EntityManager,
  proceso: { id: string; feriados: readonly string[] },
  escritura: Escritura,
): (batch: Aceptada[]) => Promise<void> {
  let ids: Ids | null = null
  return async (batch) => {
    const rows = batch.map(({ candidatura }) => ({ ...candidatura, id: randomUUID(), personaId: randomUUID() }))
    const named = await insertWhatIsNamed(tx, proceso.id, rows)
    addCreado(escritura, named)
    if (ids === null || named.acuerdo.length + named.postulacion.length > 0) ids = await readIds(tx, proceso.id)
    const known = ids
    const altas = rows.map((row) => toAlta(row, known))
    await insertPersonas(tx, rows)
    await insertCandidaturas(tx, proceso, altas)
    for (const [index, { fila }] of batch.entries()) escritura.creadas.set(fila, altas[index]?.id ?? '')
  }
}

function addCreado({ creado }: Escritura, found: Escritura['creado']): void {
  for (const [table, ids] of entriesOf(found)) creado[table] = [...(creado[table] ?? []), ...ids]
}
