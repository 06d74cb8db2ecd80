import { compileCuestionario, sinPreguntas, type CompiledCuestionario } from '@conoceles/cuestionarios'
import { outcome, type Outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { Captura, CuestionarioPublicado } from '../../api-types.ts'

export interface CuestionarioListo {
  published: CuestionarioPublicado
  compiled: CompiledCuestionario
}

export type Cuestionarios = ReadonlyMap<string, CuestionarioListo>

type VersionPedida = Captura['cuestionarios'][number]

/** Each version read once: it never changes. */
const known = new Map<string, CuestionarioListo>()

let asking: Promise<Outcome<null>> | null = null

/** Asks the server for the versions in force, once at a time. */
function ask(): Promise<Outcome<null>> {
  asking ??= readAll().finally(() => (asking = null))
  return asking
}

async function readAll(): Promise<Outcome<null>> {
  const result = await outcome(client.GET('/api/v1/cuestionarios'))
  if (!result.ok) return result
  for (const published of result.data.elementos) known.set(keyOf(published), { published, compiled: compileCuestionario(published) })
  return { ok: true, data: null }
}

/** Asks for them beside the captura that will name its versions: on a slow line one answer after another is a wait. */
export function askCuestionarios(): void {
  if (known.size === 0) void ask()
}

/**
 * The versions that somebody answers, by kind, without the questions that are not asked at her age; asked of the server only when one of
 * them was never read.
 */
export async function readCuestionarios({ cuestionarios: wanted, secciones }: Captura): Promise<Outcome<Cuestionarios>> {
  const isKnown = (each: VersionPedida): boolean => known.has(keyOf(each))
  if (!wanted.every(isKnown)) {
    const result = await ask()
    if (!result.ok) return result
  }
  const found = wanted.flatMap((each) => {
    const listo = known.get(keyOf(each))
    const unasked = secciones.flatMap(({ cuestionario, porEdad }) => (cuestionario === each.tipo ? porEdad : []))
    return listo ? [[each.tipo, { ...listo, compiled: sinPreguntas(listo.compiled, unasked) }] as const] : []
  })
  return { ok: true, data: new Map(found) }
}

function keyOf({ tipo, version }: VersionPedida): string {
  return `${tipo} ${version}`
}
