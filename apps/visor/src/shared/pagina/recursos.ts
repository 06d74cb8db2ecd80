import { computed, inject, shallowRef, watch, type ComputedRef, type InjectionKey } from 'vue'
import type { Outcome, Problem } from '@conoceles/api-client'
import type { Recursos, Shown } from '../lista/conocidos.ts'
import { orLate } from '../lector/tarda.ts'

export const RECURSOS: InjectionKey<Recursos> = Symbol('recursos')

export type RecursoState<T> = { status: 'loading' } | { status: 'ready'; data: T } | { status: 'problem'; problem: Problem }

export interface Recurso<T> {
  state: ComputedRef<RecursoState<T>>
  retry: () => void
}

interface Source<T> {
  /** Path of the answer; null while there is nothing to ask for. */
  path: () => string | null
  load: () => Promise<Outcome<T>>
  told?: (data: T) => unknown
}

/** Answer of the server for something that is not public. */
const ABSENT: Problem = { status: 404, code: 'ruta.no_existe', title: '', errors: [], retryAfter: null, body: {} }

/** The state of one public answer, for a component. */
export function useRecurso<T>(source: Source<T>): Recurso<T> {
  return readRecurso(useRecursos(), source)
}

/**
 * Shows a known answer at once, and asks for it again when it is not fresh; on the server it has only what the publisher gave. It is
 * followed as long as the scope in which this is called.
 */
export function readRecurso<T>(recursos: Recursos, { path, load, told }: Source<T>): Recurso<T> {
  const problem = shallowRef<Problem | null>(null)
  const known = computed(() => {
    const asked = path()
    return asked === null ? undefined : recursos.get<T>(asked)
  })
  const state = computed((): RecursoState<T> => {
    if (known.value === null) return { status: 'problem', problem: ABSENT }
    if (known.value !== undefined) return { status: 'ready', data: known.value }
    return problem.value ? { status: 'problem', problem: problem.value } : { status: 'loading' }
  })

  async function renew(asked: string): Promise<void> {
    const tell = (now: Problem | null): void => {
      if (asked === path()) problem.value = now
    }
    const answer = await orLate(load(), tell)
    recursos.receive(asked, answer)
    tell(answer.ok ? null : answer.problem)
  }

  function start(): void {
    const asked = path()
    problem.value = null
    if (asked !== null && !recursos.isFresh(asked)) void renew(asked)
  }

  if (!import.meta.env.SSR) {
    watch(
      path,
      (asked, _before, onCleanup) => {
        if (asked !== null) onCleanup(recursos.open(asked, { renew: () => renew(asked), told: told as Shown['told'] }))
      },
      { immediate: true },
    )
    watch([path, () => known.value === undefined], start, { immediate: true })
  }
  return { state, retry: start }
}

export function useRecursos(): Recursos {
  const recursos = inject(RECURSOS)
  if (!recursos) throw new Error('The visor was mounted without recursos: use createVisor()')
  return recursos
}
