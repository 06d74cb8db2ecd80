import type { EntityManager } from 'typeorm'
import { rutaDocumento, type CandidaturaDocument } from '../ficha/candidatura-document.ts'
import type { Ficha } from '../ficha/fichas.service.ts'
import { RUTA_INDICE } from './indice.queries.ts'
import { findAnteriores, findConDistintivo, withdrawPast, type DistintivosDeHoy } from './retiro.queries.ts'

/** Parts of a published record on which its past depends. */
export type Publicada = Pick<CandidaturaDocument, 'id' | 'estatus'> & Pick<Ficha, 'autorizados'>

export interface Publicado {
  publicadas: readonly Publicada[]
  /** Candidaturas that were looked at and have no page. */
  gone: readonly string[]
  /** Candidaturas of which the aviso asks again for a consent: until they answer nothing was withdrawn. */
  esperan: ReadonlySet<string>
  /** Candidaturas whose signed form waits for review: the data that it would take back are hidden, and destroyed only if it is accepted. */
  enRevision: ReadonlySet<string>
}

/**
 * Destroys bytes that nobody may keep: archived versions with a badge whose authorisation does not hold, and the past of the index, which
 * repeats the pages of everybody. It compares with the present public world and not with the act, so that no way of withdrawing can be
 * forgotten.
 * @returns how many past versions lost their public bytes.
 */
export async function destroyWhatLeft(tx: EntityManager, { publicadas, gone, esperan, enRevision }: Publicado): Promise<number> {
  const firmes = publicadas.filter(({ id }) => !esperan.has(id) && !enRevision.has(id)).map(distintivosDeHoy)
  const ausentes = gone.map((id) => ({ ruta: rutaDocumento(id), autorizados: [] }))
  const repeated = await findAnteriores(tx, [RUTA_INDICE])
  return withdrawPast(tx, [...(await findConDistintivo(tx, [...firmes, ...ausentes])), ...repeated], 'destruccion')
}

function distintivosDeHoy({ id, autorizados }: Publicada): DistintivosDeHoy {
  return { ruta: rutaDocumento(id), autorizados }
}
