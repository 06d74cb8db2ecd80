import { inject, shallowReactive, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue'
import type { Outcome, Problem } from '@conoceles/api-client'

/** Answers by their path: given by the publisher when the page is rendered beforehand, or kept while one navigates. */
export interface Recursos {
  get: (path: string) => unknown
  set: (path: string, data: unknown) => void
  isFresh: (path: string) => boolean
}

export const RECURSOS: InjectionKey<Recursos> = Symbol('recursos')

const FRESH_MS = 30_000

export function createRecursos(given: Readonly<Record<string, unknown>>): Recursos {
  const known = shallowReactive(new Map<string, { data: unknown; at: number }>())
  const set: Recursos['set'] = (path, data) => void known.set(path, { data, at: performance.now() })
  for (const [path, data] of Object.entries(given)) set(path, data)
  return {
    get: (path) => known.get(path)?.data,
    set,
    isFresh: (path) => performance.now() - (known.get(path)?.at ?? -Infinity) < FRESH_MS,
  }
}

export type RecursoState<T> = { status: 'loading' } | { status: 'ready'; data: T } | { status: 'problem'; problem: Problem }

export interface Recurso<T> {
  state: ShallowRef<RecursoState<T>>
  retry: () => void
}

interface Source<T> {
  /** Path of the answer; null while there is nothing to ask for. */
  path: () => string | null
  load: () => Promise<Outcome<T>>
}

/**
 * The state of one public answer. What is known is shown at once, and renewed behind when it is not fresh; on the server it
 * is only what the publisher gave.
 */
export function useRecurso<T>({ path, load }: Source<T>): Recurso<T> {
  const recursos = useRecursos()
  const state: ShallowRef<RecursoState<T>> = shallowRef(known(recursos, path()))

  async function renew(asked: string): Promise<void> {
    const answer = await load()
    if (answer.ok) recursos.set(asked, answer.data)
    if (asked !== path()) return
    if (answer.ok) state.value = { status: 'ready', data: answer.data }
    else if (state.value.status !== 'ready') state.value = { status: 'problem', problem: answer.problem }
  }

  function start(): void {
    const asked = path()
    state.value = known(recursos, asked)
    if (asked !== null && !recursos.isFresh(asked)) void renew(asked)
  }

  if (!import.meta.env.SSR) watch(path, start, { immediate: true })
  return { state, retry: start }
}

export function useRecursos(): Recursos {
  const recursos = inject(RECURSOS)
  if (!recursos) throw new Error('The visor was mounted without recursos: use createVisor()')
  return recursos
}

function known<T>(recursos: Recursos, path: string | null): RecursoState<T> {
  const data = path === null ? undefined : recursos.get(path)
  return data === undefined ? { status: 'loading' } : { status: 'ready', data: data as T }
}
