import { computed, ref } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, useRouter, type RouteLocationNormalized } from 'vue-router'

/**
 * Asks before a page is left that `holds` something nobody saved. `asking` opens the question; `answer` closes it and says where she was going;
 * `goWithout` leaves and drops what the page holds.
 */
export function useLeaving(holds: () => boolean) {
  const router = useRouter()
  const leavingTo = ref<RouteLocationNormalized | null>(null)
  const asking = computed({
    get: () => leavingTo.value !== null,
    set: (open) => (leavingTo.value = open ? leavingTo.value : null),
  })
  let dropped = false

  function guard(to: RouteLocationNormalized): boolean {
    const stays = !dropped && holds()
    if (stays) leavingTo.value = to
    dropped = false
    return !stays
  }
  onBeforeRouteUpdate(guard)
  onBeforeRouteLeave(guard)

  function answer(): RouteLocationNormalized | null {
    const to = leavingTo.value
    leavingTo.value = null
    return to
  }

  function goWithout(): void {
    const to = answer()
    if (to === null) return
    dropped = true
    void router.push(to)
  }

  return { asking, answer, goWithout }
}
