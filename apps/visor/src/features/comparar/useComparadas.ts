import { computed, effectScope, onScopeDispose, shallowRef, watch, type ComputedRef, type EffectScope } from 'vue'
import type { Problem } from '@conoceles/api-client'
import { api } from '../../api.ts'
import type { CandidaturaPublica } from '../../api-types.ts'
import { readRecurso, useRecursos, type Recurso } from '../../shared/pagina/recursos.ts'

interface Comparadas {
  personas: ComputedRef<CandidaturaPublica[]>
  /** How many of them are not published. */
  ausentes: ComputedRef<number>
  problem: ComputedRef<Problem | null>
  loading: ComputedRef<boolean>
  retry: () => void
}

/** People of the address, in its order. */
export function useComparadas(ids: () => readonly string[]): Comparadas {
  const recursos = useRecursos()
  const read = shallowRef<Recurso<CandidaturaPublica>[]>([])
  let scope: EffectScope | undefined

  function follow(): void {
    scope?.stop()
    scope = effectScope(true)
    const own = ids().map((id) => ({ path: () => `/publico/candidaturas/${id}`, load: () => api.candidatura(id) }))
    read.value = scope.run(() => own.map((source) => readRecurso(recursos, source))) ?? []
  }

  watch(() => ids().join(), follow, { immediate: true })
  onScopeDispose(() => scope?.stop())

  const states = computed(() => read.value.map(({ state }) => state.value))
  const failed = computed(() => states.value.flatMap((state) => (state.status === 'problem' ? [state.problem] : [])))
  const isAbsent = ({ status }: Problem): boolean => [400, 404, 410].includes(status)
  return {
    personas: computed(() => states.value.flatMap((state) => (state.status === 'ready' ? [state.data] : []))),
    ausentes: computed(() => failed.value.filter(isAbsent).length),
    problem: computed(() => failed.value.find((each) => !isAbsent(each)) ?? null),
    loading: computed(() => states.value.some(({ status }) => status === 'loading')),
    retry: () => {
      for (const { retry } of read.value) retry()
    },
  }
}
