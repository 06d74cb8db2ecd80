import type { Outcome, Problem } from '@conoceles/api-client'
import { computed, ref, shallowRef } from 'vue'
import type { Lista } from '../api-types.ts'

/** A list that is read by parts: `reload` starts over, `more` adds the next part. */
export function useKeyset<T>(loadPart: (despues: string | undefined) => Promise<Outcome<Lista<T>>>) {
  const elementos = shallowRef<T[]>([])
  const total = ref<number | null>(null)
  const siguiente = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function read(despues: string | undefined, keep: T[]): Promise<void> {
    const mine = ++turn
    loading.value = true
    problem.value = null
    const result = await loadPart(despues)
    if (mine !== turn) return
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    elementos.value = [...keep, ...result.data.elementos]
    total.value = result.data.total ?? elementos.value.length
    siguiente.value = result.data.siguiente
  }

  return {
    elementos,
    total,
    problem,
    loading,
    hasMore: computed(() => siguiente.value !== null),
    reload: () => read(undefined, []),
    more: () => read(siguiente.value ?? undefined, elementos.value),
  }
}
