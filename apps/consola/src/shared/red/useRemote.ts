import type { Outcome, Problem } from '@conoceles/api-client'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export interface Remote<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  reload(): Promise<void>
}

/** Data of the server with its three states. A newer load wins over an older one that answers late. */
export function useRemote<T>(load: () => Promise<Outcome<T>>): Remote<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    loading.value = true
    problem.value = null
    const result = await load()
    if (mine !== turn) return
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (result.ok) data.value = result.data
  }

  return { data, problem, loading, reload }
}
