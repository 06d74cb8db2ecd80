import { fieldsOf } from '@conoceles/domain/typed'
import { watch } from 'vue'

/** Completes the address of a visitor who came by the beginning of an id, from the index: this one can be kept and shared. */
export function useFullAddress(id: () => string | undefined): void {
  if (import.meta.env.SSR) return
  watch(
    id,
    (whole) => {
      if (!whole || location.pathname === `/candidaturas/${whole}`) return
      const path = `/candidaturas/${whole}${location.search}${location.hash}`
      // Not through the router, which would make the page anew.
      history.replaceState({ ...fieldsOf(history.state), current: path }, '', path)
    },
    { immediate: true },
  )
}
