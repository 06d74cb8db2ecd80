import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** The open view of the address (`?ver=`); the first unless it names another. */
export function useVista<V extends string>(vistas: readonly [V, ...V[]]) {
  const route = useRoute()
  return computed(() => vistas.find((each) => each === route.query.ver) ?? vistas[0])
}
