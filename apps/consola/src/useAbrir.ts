import { openAnew } from '@conoceles/ui'
import { ref, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'

/**
 * A page whose files do not come: after an update of the system they are others, and its address is opened anew; with no line, what is on the screen
 * stays and somebody tries again.
 */
export function useAbrir(): { cerrada: Ref<string | null>; abrir: (href: string) => Promise<void> } {
  const router = useRouter()
  /** The address that could not be opened. */
  const cerrada = ref<string | null>(null)

  async function abrir(href: string): Promise<void> {
    cerrada.value = null
    if (!(await openAnew(href))) cerrada.value = href
  }

  router.onError((fault, to, from) => {
    reportError(fault)
    const { href } = router.resolve(to)
    // The first page of all came just now: that it is asked for again would not end.
    if (from.matched.length === 0) cerrada.value = href
    else void abrir(href)
  })
  watch(router.currentRoute, () => (cerrada.value = null))
  return { cerrada, abrir }
}
