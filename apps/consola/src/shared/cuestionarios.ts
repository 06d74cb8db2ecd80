import { compileCuestionario, type CompiledCuestionario } from '@conoceles/cuestionarios'
import type { Outcome } from '@conoceles/api-client'
import { api } from '../api.ts'
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
  const result = await api.get<{ elementos: CuestionarioPublicado[] }>('/cuestionarios')
  if (!result.ok) return result
  known = new Map(result.data.elementos.map((published) => [published.tipo, { published, compiled: compileCuestionario(published) }]))
  return { ok: true, data: known }
}
