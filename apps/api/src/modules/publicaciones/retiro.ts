import type { EntityManager } from 'typeorm'
import { isRetirada, rutaDocumento, type CandidaturaDocument } from './candidatura-document.ts'
import type { Politica } from './politica.ts'
import { lugaresDe } from './lugares.ts'
import { findConCaptura, findConDistintivo, findMostrados, findSinUso, withdrawPast, type DistintivosDeHoy } from './retiro.queries.ts'

export interface Publicado {
  published: readonly { document: CandidaturaDocument }[]
  /** Candidaturas that were looked at and have no page. */
  gone: readonly string[]
  /** Paths of the photographs that nobody shows any more. */
  fotografias: readonly string[]
  politica: Politica
  /** Candidaturas of which the aviso asks again for a consent: until they answer nothing was withdrawn. */
  esperan: ReadonlySet<string>
  /** Fields that the policy closes for everybody at this corte. */
  cerrados: readonly string[]
}

/**
 * What the present no longer shows of a persona leaves the past too, whatever act brought it: badges whose authorisation does not hold are
 * destroyed; the captura of whoever left, photographs that nobody shows and fields that the policy closed are archived. It follows from what is published now and not
 * from the act, so that no way of withdrawing can be forgotten.
 * @returns how many past versions lost their bytes.
 */
export async function withdrawWhatLeft(
  tx: EntityManager,
  { published, gone, fotografias, politica, cerrados, esperan }: Publicado,
): Promise<number> {
  const documents = published.map(({ document }) => document)
  const left = documents.filter((document) => isRetirada(document, politica)).map(({ id }) => rutaDocumento(id))
  const hoy = [
    ...documents.filter(({ id }) => !esperan.has(id)).map(distintivosDeHoy),
    ...gone.map((id) => ({ ruta: rutaDocumento(id), autorizados: [] })),
  ]
  const destroyed = await withdrawPast(tx, await findConDistintivo(tx, hoy), 'destruccion')
  const closed = await findMostrados(tx, { rutas: null, lugares: cerrados.flatMap(lugaresDe) })
  const past = new Set([...(await findConCaptura(tx, left)), ...(await findSinUso(tx, fotografias)), ...closed])
  const archived = await withdrawPast(tx, [...past], 'archivo')
  return destroyed + archived
}

function distintivosDeHoy({ id, distintivos }: CandidaturaDocument): DistintivosDeHoy {
  const autorizados = distintivos.filter(({ origen }) => origen === 'publicacion_autorizada').map(({ grupo }) => grupo)
  return { ruta: rutaDocumento(id), autorizados }
}
