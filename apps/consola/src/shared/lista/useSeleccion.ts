import type { Outcome, Problem } from '@conoceles/api-client'
import { computed, ref, shallowRef } from 'vue'
import type { Lista } from '../../api-types.ts'
import { SELECCION_MAX, withElegidas, withoutElegidas, type Elegida, type Seleccion } from './seleccion.ts'

const PART = 100

type ReadPart = (despues: string | undefined, limite: number) => Promise<Outcome<Lista<Elegida>>>

/**
 * Rows chosen in a list. The choice stays while one searches for others.
 *
 * @param readPart reads the list of this moment, to choose all of it
 */
export function useSeleccion(start: readonly Elegida[], readPart: ReadPart) {
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

  async function chooseAll(): Promise<void> {
    busy.value = true
    problem.value = null
    const found: Elegida[] = []
    let despues: string | undefined
    do {
      const part = await readPart(despues, PART)
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
