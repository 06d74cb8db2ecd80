import { outcome, type Outcome, type Problem } from '@conoceles/api-client'
import type { Permiso } from '@conoceles/domain'
import { client } from '../../api.ts'
import type { GrupoClave, Hallazgo } from './hallazgos.ts'

export type Found = Partial<Record<GrupoClave, Hallazgo[]>>

const SOME = 6

export function readActividades() {
  return outcome(client.GET('/api/v1/actividades'))
}

/** Asks each list that this account may read. Lists that answer are shown, also where another does not. */
export async function askAll(q: string, may: (permiso: Permiso) => boolean): Promise<{ found: Found; problem: Problem | null }> {
  const [candidaturas, acuerdos, remisiones] = await Promise.all([
    may('candidaturas.ver') ? outcome(client.GET('/api/v1/candidaturas', { params: { query: { q, limite: SOME } } })) : null,
    may('acuerdos.ver') ? outcome(client.GET('/api/v1/acuerdos', { params: { query: { q } } })) : null,
    may('remisiones.ver') ? outcome(client.GET('/api/v1/remisiones', { params: { query: { q } } })) : null,
  ])
  const problems = [candidaturas, acuerdos, remisiones].flatMap((result) => (result === null || result.ok ? [] : [result.problem]))
  return {
    problem: problems[0] ?? null,
    found: {
      candidaturas: elementosOf(candidaturas).map(({ id, nombre, cargoNombre, lugar, actorPolitico }) => ({
        key: id,
        titulo: nombre,
        detalle: `${cargoNombre} · ${lugar} · ${actorPolitico.nombre}`,
        to: { name: 'candidatura', params: { id } },
      })),
      acuerdos: elementosOf(acuerdos).map(({ id, numero, asunto }) => ({
        key: id,
        titulo: numero,
        detalle: asunto,
        to: { name: 'acuerdo', params: { id } },
      })),
      remisiones: elementosOf(remisiones).map(({ id, numero, asunto }) => ({
        key: id,
        titulo: numero ?? asunto,
        detalle: asunto,
        to: { name: 'remision', params: { id } },
      })),
    },
  }
}

function elementosOf<T>(result: Outcome<{ elementos: T[] }> | null): T[] {
  return result?.ok ? result.data.elementos : []
}
