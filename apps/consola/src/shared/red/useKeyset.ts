import type { Outcome, Problem } from '@conoceles/api-client'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Lista } from '../../api-types.ts'

export interface Keyset<T> {
  elementos: ShallowRef<T[]>
  /** Null until the first part is here. */
  total: Ref<number | null>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  hasMore: ComputedRef<boolean>
  /** Starts over, with as many parts as `atLeast` elements take: a list that was read far down comes back as it was. */
  reload(atLeast?: number): Promise<void>
  more(): Promise<void>
}

/** A list that is read by parts: `reload` starts over, `more` adds the next part. */
export function useKeyset<T>(loadPart: (despues: string | undefined) => Promise<Outcome<Lista<T>>>): Keyset<T> {
  const elementos = shallowRef<T[]>([])
  const total = ref<number | null>(null)
  const siguiente = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function read(from: { despues: string | undefined; kept: T[]; atLeast: number }): Promise<void> {
    const mine = ++turn
    loading.value = true
    problem.value = null
    const result = await readParts(loadPart, from)
    if (mine !== turn) return
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    elementos.value = result.data.elementos
    total.value = result.data.total ?? elementos.value.length
    siguiente.value = result.data.siguiente
  }

  return {
    elementos,
    total,
    problem,
    loading,
    hasMore: computed(() => siguiente.value !== null),
    reload: (atLeast = 0) => read({ despues: undefined, kept: [], atLeast }),
    more: () => read({ despues: siguiente.value ?? undefined, kept: elementos.value, atLeast: 0 }),
  }
}

async function readParts<T>(
  loadPart: (despues: string | undefined) => Promise<Outcome<Lista<T>>>,
  { despues, kept, atLeast }: { despues: string | undefined; kept: T[]; atLeast: number },
): Promise<Outcome<Lista<T>>> {
  const part = await loadPart(despues)
  if (!part.ok) return part
  const elementos = [...kept, ...part.data.elementos]
  const { siguiente } = part.data
  if (siguiente === null || elementos.length >= atLeast) return { ok: true, data: { ...part.data, elementos } }
  return readParts(loadPart, { despues: siguiente, kept: elementos, atLeast })
}
