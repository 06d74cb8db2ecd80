import type { Outcome, Problem } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'

/**
 * One act at a time: `busy` while it runs, and its problem afterwards. `follow`: reads the data again once it is done. Until then a second act
 * would fall on old data, and fail.
 */
export function useAct() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function run<T>(act: () => Promise<Outcome<T>>, follow?: (data: T) => Promise<unknown>): Promise<Outcome<T>> {
    busy.value = true
    problem.value = null
    const result = await act()
    if (result.ok) await follow?.(result.data)
    else problem.value = result.problem
    busy.value = false
    return result
  }

  return { busy, problem, run }
}
