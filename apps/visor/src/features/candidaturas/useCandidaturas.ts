import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Problem } from '@conoceles/api-client'
import { api } from '../../api.ts'
import type { CandidaturasQuery, Pagina } from '../../api-types.ts'
import { useRecursos } from '../../shared/pagina/recursos.ts'
import { orLate } from '../../shared/lector/tarda.ts'

interface CandidaturasList {
  /** Page in sight; while another search is under way, still the one before. Null until the first arrives. */
  pagina: ShallowRef<Pagina | null>
  problem: ShallowRef<Problem | null>
  busy: ShallowRef<'no' | 'search' | 'more'>
  hasMore: ComputedRef<boolean>
  more: () => Promise<void>
  retry: () => void
}

/** A list of the server, read by parts once it is needed. Every part seen is kept by its query, so that going back finds the list as it was left. */
export function useCandidaturas(query: Ref<CandidaturasQuery>, needed: Ref<boolean>): CandidaturasList {
  const recursos = useRecursos()
  const path = computed(() => pathOf(query.value))
  const pagina = shallowRef(recursos.get<Pagina>(path.value) ?? null)
  const problem = shallowRef<Problem | null>(null)
  const busy = shallowRef<'no' | 'search' | 'more'>('no')

  async function ask(kind: 'search' | 'more', after: CandidaturasQuery): Promise<void> {
    const asked = path.value
    busy.value = kind
    problem.value = null
    const answer = await orLate(api.candidaturas({ ...query.value, ...after }), (late) => asked === path.value && stop(late))
    if (asked !== path.value) return
    stop(answer.ok ? null : answer.problem)
    if (!answer.ok) {
      if (recursos.get(asked) === undefined) pagina.value = null
      return
    }
    const before = kind === 'more' ? (pagina.value?.elementos ?? []) : []
    pagina.value = { ...answer.data, elementos: [...before, ...answer.data.elementos] }
    recursos.set(asked, pagina.value)
  }

  function stop(told: Problem | null): void {
    busy.value = 'no'
    problem.value = told
  }

  function start(): void {
    const known = recursos.get<Pagina>(path.value)
    if (known) pagina.value = known
    busy.value = 'no'
    problem.value = null
    if (!known || !recursos.isFresh(path.value)) void ask('search', {})
  }

  async function more(): Promise<void> {
    const next = pagina.value?.siguiente
    if (next && busy.value === 'no') await ask('more', { despues: next })
  }

  if (!import.meta.env.SSR) watch([path, needed], () => needed.value && start(), { immediate: true })
  return { pagina, problem, busy, hasMore: computed(() => Boolean(pagina.value?.siguiente)), more, retry: start }
}

function pathOf(query: CandidaturasQuery): string {
  const given = Object.entries(query).map(([name, value]) => [name, String(value)])
  const text = new URLSearchParams(given).toString()
  return `/publico/candidaturas${text ? `?${text}` : ''}`
}
