import type { EntityManager } from 'typeorm'
import { nombradas, type Acts, type Objeto } from '../../../bitacora/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { updateRow } from '../../../../database/rows.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import type { ClaveActo, Actos } from '@conoceles/domain'
import { toDate } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { isBrokenReference, isRepeatedKey } from '../../../../shared/http/errors.ts'
import type { ArchivosService } from '../archivos.service.ts'
import { eraseFilas } from '../filas.queries.ts'
import type { Formato } from '../formato.ts'
import { Importacion, type EstatusImportacion } from '../importacion.entity.ts'
import type { ReadTabla } from '../libros/read-tabla.ts'

/** Services of the steps of an import. */
export interface Contexto {
  deps: Deps
  acts: Acts
  procesos: ProcesosService
  archivos: ArchivosService
  readTabla: ReadTabla
  documentos: Documentos
  formatos: readonly Formato[]
  /** Set when the process ends: a step stops at its next sign of life, and nothing of it was written. */
  fin: { llego: boolean }
}

/** A step that was stopped: it is begun again by the next process. */
export class Detenida extends Error {}

/** The job acts in the name of the account that asked for the step. */
export function quienDe({ id, actuadaPor, creadaPor, peticion }: Importacion): Quien {
  return { cuentaId: actuadaPor ?? creadaPor, rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: peticion ?? id }
}

export function actAs<T>({ deps }: Contexto, row: Importacion, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return act(deps.databases, quienDe(row), work)
}

/** The next step, or the end. */
export function goOn(contexto: Contexto, row: Importacion, change: Partial<Importacion> & { estatus: EstatusImportacion }): Promise<void> {
  return actAs(contexto, row, (tx) => goOnIn(contexto, tx, { id: row.id, change }))
}

/** In the transaction of the step: its changes and its end are one thing. */
export async function goOnIn(
  { archivos, deps }: Contexto,
  tx: EntityManager,
  { id, change }: { id: string; change: Partial<Importacion> & { estatus: EstatusImportacion } },
): Promise<void> {
  const { estatus } = change
  if (FILE_GONE.includes(estatus)) await archivos.destruir(tx, id)
  if (ROWS_GONE.includes(estatus)) await eraseFilas(tx, id)
  const ended = FILE_GONE.includes(estatus) ? { cerradaEn: toDate(deps.clock.now()) } : {}
  await updateRow(tx, Importacion, { where: { id }, changes: { hechas: null, total: null, intentos: 0, ...ended, ...change } })
}

const FILE_GONE: EstatusImportacion[] = ['confirmada', 'deshecha', 'descartada', 'fallida']
/** Nothing came of it, so no personal data of it stay. */
const ROWS_GONE: EstatusImportacion[] = ['descartada', 'fallida']

/** Progress of the step, at once and for everybody: in a transaction of its own, apart from the step's writes. */
export async function tell(contexto: Contexto, row: Importacion, avance: { hechas: number; total: number }): Promise<void> {
  if (contexto.fin.llego) throw new Detenida()
  const { hechas } = avance
  await actAs(contexto, row, (tx) => tx.update(Importacion, { id: row.id }, { hechas, total: Math.max(avance.total, hechas) }))
}

export function record<K extends ClaveActo>(
  { acts }: Contexto,
  tx: EntityManager,
  { row, acto, detalle }: { row: Importacion; acto: K; detalle: Actos[K] },
): Promise<void> {
  return acts.record(tx, quienDe(row), { acto, objeto: objetoDe(row), detalle })
}

export function objetoDe({ id }: Pick<Importacion, 'id'>): Objeto {
  return { tipo: 'importacion', id }
}

type ActoDeMuchas = `candidatura.${'registrada' | 'actualizada' | 'retirada'}`

/** Records an act on many candidaturas: each is named once, also where they take several entries. */
export async function recordCandidaturas(
  contexto: Contexto,
  tx: EntityManager,
  { row, acto, candidaturas }: { row: Importacion; acto: ActoDeMuchas; candidaturas: readonly string[] },
): Promise<void> {
  for (const some of nombradas(candidaturas)) await record(contexto, tx, { row, acto, detalle: { candidaturas: some } })
}

/** Somebody was faster with a clave or a place, or with a row that this one refers to. */
export function isTaken(error: unknown): boolean {
  return isRepeatedKey(error) || isBrokenReference(error)
}
