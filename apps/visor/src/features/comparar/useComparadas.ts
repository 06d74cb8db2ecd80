import { computed, shallowReactive, watch, type ComputedRef } from 'vue'
import type { Problem } from '@conoceles/api-client'
import { api } from '../../api.ts'
import type { CandidaturaPublica } from '../../api-types.ts'
import { useRecursos } from '../../shared/recursos.ts'

interface Comparadas {
  personas: ComputedRef<CandidaturaPublica[]>
  /** How many of them are not published. */
  ausentes: ComputedRef<number>
  problem: ComputedRef<Problem | null>
  loading: ComputedRef<boolean>
  retry: () => void
}

/** Those of the address, in its order. */
export function useComparadas(ids: () => readonly string[]): Comparadas {
  const recursos = useRecursos()
  const problems = shallowReactive(new Map<string, Problem>())
  const pathOf = (id: string): string => `/publico/candidaturas/${id}`
  const known = (id: string): CandidaturaPublica | undefined => recursos.get(pathOf(id)) as CandidaturaPublica | undefined

  async function ask(id: string): Promise<void> {
    problems.delete(id)
    const answer = await api.candidatura(id)
    if (answer.ok) recursos.set(pathOf(id), answer.data)
    else problems.set(id, answer.problem)
  }

  function load(): void {
    for (const id of ids()) if (!recursos.isFresh(pathOf(id))) void ask(id)
  }

  if (!import.meta.env.SSR) watch(() => ids().join(), load, { immediate: true })

  const personas = computed(() => ids().flatMap((id) => known(id) ?? []))
  const failed = computed(() => ids().flatMap((id) => (known(id) ? [] : (problems.get(id) ?? []))))
  const isGone = ({ status }: Problem): boolean => status === 404 || status === 400
  return {
    personas,
    ausentes: computed(() => failed.value.filter(isGone).length),
    problem: computed(() => failed.value.find((each) => !isGone(each)) ?? null),
    loading: computed(() => personas.value.length + failed.value.length < ids().length),
    retry: load,
  }
}
