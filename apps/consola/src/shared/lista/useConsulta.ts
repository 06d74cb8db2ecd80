import { computed, onMounted, watch, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

/** The question of a list, which its address holds. */
export interface Consulta<Q extends object> {
  asked: ComputedRef<Q>
  /** Asks anew. */
  open(query: Q): void
  /** Asks with one of its filters changed; a blank takes it away. */
  change(key: keyof Q | 'q', value: string): void
}

/**
 * @param read reads the question from the address; what it cannot ask for is left out
 * @param reload called when the page opens and whenever the question changes
 */
export function useConsulta<Q extends object>(read: (query: LocationQuery) => Q, reload: () => void): Consulta<Q> {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const asked = computed(() => read(route.query))

  onMounted(reload)
  watch(
    () => JSON.stringify(asked.value),
    () => {
      // During a navigation the next page's address is already there.
      if (route.name === own) reload()
    },
  )

  return {
    asked,
    open: (query) => void router.push({ query: toQuery(query) }),
    change: (key, value) => {
      const query = toQuery({ ...asked.value, [key]: value === '' ? undefined : value })
      // A chosen filter is a step that one can go back from; typed words, key by key, are not.
      void (key === 'q' ? router.replace({ query }) : router.push({ query }))
    },
  }
}

/** Leaves out the filters that ask nothing. */
function toQuery(question: object): Record<string, string> {
  return Object.fromEntries(Object.entries(question).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}
