import { computed, ref, shallowRef } from 'vue'
import type { Problem } from '../../../../shared/red/problems.ts'
import { listCandidaturas } from './directorio.api.ts'
import type { Filters } from './filters.ts'
import { SELECCION_MAX, withElegidas, withoutElegidas, type Elegida, type Seleccion } from './seleccion.ts'

const PART = 100

/** Candidaturas chosen in the directory. The choice stays while one searches for others. */
export function useSeleccion(start: readonly Elegida[]) {
  const seleccion = shallowRef<Seleccion>(withElegidas(new Map(), start))
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const elegidas = computed<Elegida[]>(() => [...seleccion.value].map(([id, nombre]) => ({ id, nombre })))

  function choose(some: readonly Elegida[]): void {
    seleccion.value = withElegidas(seleccion.value, some)
  }

  function leave(some: readonly Elegida[]): void {
    seleccion.value = withoutElegidas(seleccion.value, some)
  }

  function clear(): void {
    seleccion.value = new Map()
  }

  /** Everybody of a filter, read by parts. */
  async function chooseAll(filters: Filters): Promise<void> {
    busy.value = true
    problem.value = null
    const found: Elegida[] = []
    let despues: string | undefined
    do {
      const part = await listCandidaturas(filters, despues, PART)
      if (!part.ok) {
        problem.value = part.problem
        break
      }
      found.push(...part.data.elementos.map(({ id, nombre }) => ({ id, nombre })))
      despues = part.data.siguiente ?? undefined
    } while (despues !== undefined && found.length < SELECCION_MAX)
    busy.value = false
    if (problem.value === null) choose(found)
  }

  return { seleccion, elegidas, busy, problem, choose, leave, chooseAll, clear }
}
