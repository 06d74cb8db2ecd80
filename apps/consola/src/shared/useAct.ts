import type { Outcome, Problem } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'

/** One act at a time: `busy` while it runs, and its problem afterwards. Returns the data, or null when it failed. */
export function useAct() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function run<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    busy.value = true
    problem.value = null
    const result = await act()
    busy.value = false
    if (!result.ok) problem.value = result.problem
    return result
  }

  return { busy, problem, run }
}
