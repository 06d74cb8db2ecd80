import type { EntityManager } from 'typeorm'
import { NOMBRE_BLOQUEADO } from '@conoceles/domain'
import type { Bloqueos } from './bloqueos.queries.ts'
import { isRetirada, rutaDocumento, type CandidaturaDocument } from './candidatura-document.ts'
import type { Ficha } from './fichas.service.ts'
import { RUTA_INDICE } from './indice.queries.ts'
import type { Politica } from './politica.ts'
import { lugaresDe, lugaresDeNombre, lugaresDeSeccion } from './lugares.ts'
import {
  findAnteriores,
  findConCaptura,
  findConDistintivo,
  findMostrados,
  findNombradas,
  findSinUso,
  withdrawPast,
  type DistintivosDeHoy,
} from './retiro.queries.ts'

/** What its record says of a candidatura that was looked at, as far as the past depends on it. */
export type Publicada = Pick<CandidaturaDocument, 'id' | 'estatus'> & Pick<Ficha, 'autorizados'>

export interface Publicado {
  publicadas: readonly Publicada[]
  /** Candidaturas that were looked at and have no page. */
  gone: readonly string[]
  /** Paths of the photographs that nobody shows any more. */
  fotografias: readonly string[]
  politica: Politica
  /** Candidaturas of which the aviso asks again for a consent: until they answer nothing was withdrawn. */
  esperan: ReadonlySet<string>
  /** Candidaturas whose signed form waits for review: what it would take back is hidden everywhere, and destroyed only if it is accepted. */
  enRevision: ReadonlySet<string>
  /** Fields that the policy closes for everybody at this corte. */
  cerrados: readonly string[]
  bloqueos: Bloqueos
}

/**
 * What the present no longer shows of a persona leaves the past too, whatever act brought it: badges whose authorisation does not hold are
 * destroyed (archived while the form that takes them back waits for review); the captura of whoever left, photographs that nobody shows and what the policy closed or a
 * bloqueo covers are archived. Of the index only what is public now is kept: it repeats what the pages tell, of everybody at once. It follows from what is published now and not
 * from the act, so that no way of withdrawing can be forgotten.
 * @returns how many past versions lost their bytes.
 */
export async function withdrawWhatLeft(
  tx: EntityManager,
  { publicadas, gone, fotografias, politica, cerrados, bloqueos, esperan, enRevision }: Publicado,
): Promise<number> {
  const left = publicadas.filter((each) => isRetirada(each, politica)).map(({ id }) => rutaDocumento(id))
  const judged = publicadas.filter(({ id }) => !esperan.has(id))
  const firmes = judged.filter(({ id }) => !enRevision.has(id)).map(distintivosDeHoy)
  const ausentes = gone.map((id) => ({ ruta: rutaDocumento(id), autorizados: [] }))
  const enDuda = judged.filter(({ id }) => enRevision.has(id)).map(distintivosDeHoy)
  const repeated = await findAnteriores(tx, [RUTA_INDICE])
  const destroyed = await withdrawPast(tx, [...(await findConDistintivo(tx, [...firmes, ...ausentes])), ...repeated], 'destruccion')
  const closed = await findMostrados(tx, { rutas: null, lugares: cerrados.flatMap(lugaresDe) })
  const blocked = await findBloqueadas(tx, publicadas, bloqueos)
  const past = new Set([
    ...(await findConDistintivo(tx, enDuda)),
    ...(await findConCaptura(tx, left)),
    ...(await findSinUso(tx, fotografias)),
    ...closed,
    ...blocked,
  ])
  const archived = await withdrawPast(tx, [...past], 'archivo')
  return destroyed + archived
}

/** Past versions that show what is blocked: of a persona her name, wherever it stands; else what her own pages show of it. */
async function findBloqueadas(tx: EntityManager, publicadas: readonly Publicada[], bloqueos: Bloqueos): Promise<string[]> {
  const found: string[] = []
  for (const { id } of publicadas.filter((each) => bloqueos.some(each.id))) {
    const lugares = [...bloqueos.claves(id, 'seccion').flatMap(lugaresDeSeccion), ...bloqueos.claves(id, 'campo').flatMap(lugaresDe)]
    found.push(...(await findMostrados(tx, { rutas: [rutaDocumento(id)], lugares })))
    if (!bloqueos.persona(id)) continue
    found.push(...(await findNombradas(tx, { id, lugares: lugaresDeNombre(id, { sin: NOMBRE_BLOQUEADO }) })))
  }
  return found
}

function distintivosDeHoy({ id, autorizados }: Publicada): DistintivosDeHoy {
  return { ruta: rutaDocumento(id), autorizados }
}
