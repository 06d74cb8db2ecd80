import { watch } from 'vue'

/** Whoever came from the index came by the beginning of an id: the address that can be kept and shared says the whole. */
export function useFullAddress(id: () => string | undefined): void {
  if (import.meta.env.SSR) return
  watch(
    id,
    (whole) => {
      if (!whole || location.pathname === `/candidaturas/${whole}`) return
      const path = `/candidaturas/${whole}${location.search}${location.hash}`
      // Not through the router, which would make the page anew.
      history.replaceState({ ...(history.state as object | null), current: path }, '', path)
    },
    { immediate: true },
  )
}
