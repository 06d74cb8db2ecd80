import { compileCuestionario, type CompiledCuestionario } from '@conoceles/cuestionarios'
import { outcome, type Outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { CuestionarioPublicado } from '../../api-types.ts'

export interface CuestionarioListo {
  published: CuestionarioPublicado
  compiled: CompiledCuestionario
}

export type Cuestionarios = ReadonlyMap<string, CuestionarioListo>

/** As `Captura.cuestionarios` names them. */
export interface VersionPedida {
  tipo: string
  version: number
}

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

/** The versions that somebody answers, by kind; asked of the server only when one of them was never read. */
export async function readCuestionarios(wanted: readonly VersionPedida[]): Promise<Outcome<Cuestionarios>> {
  const isKnown = (each: VersionPedida): boolean => known.has(keyOf(each))
  if (!wanted.every(isKnown)) {
    const result = await ask()
    if (!result.ok) return result
  }
  const found = wanted.flatMap((each) => {
    const listo = known.get(keyOf(each))
    return listo ? [[each.tipo, listo] as const] : []
  })
  return { ok: true, data: new Map(found) }
}

function keyOf({ tipo, version }: VersionPedida): string {
  return `${tipo} ${version}`
}
