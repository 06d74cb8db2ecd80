import { compileCuestionario, type CompiledCuestionario } from '@conoceles/cuestionarios'
import { outcome, type Outcome } from '@conoceles/api-client'
import { client } from '../api.ts'
import type { CuestionarioPublicado } from '../api-types.ts'

export interface CuestionarioListo {
  published: CuestionarioPublicado
  compiled: CompiledCuestionario
}

export type Cuestionarios = ReadonlyMap<string, CuestionarioListo>

let known: Cuestionarios | null = null

/** The versions in force, read once: they do not change while one captures or reviews. */
export async function readCuestionarios(): Promise<Outcome<Cuestionarios>> {
  if (known !== null) return { ok: true, data: known }
  const result = await outcome(client.GET('/api/v1/cuestionarios'))
  if (!result.ok) return result
  known = new Map(result.data.elementos.map((published) => [published.tipo, { published, compiled: compileCuestionario(published) }]))
  return { ok: true, data: known }
}
