import { computed, type ComputedRef } from 'vue'
import { api } from '../../api.ts'
import type { Mosaico } from '../../api-types.ts'
import { useRecurso } from '../pagina/recursos.ts'

/** Maps that the pack draws; none while they are not there. `asked`: whether one is needed. */
export function useMosaicos(asked: () => boolean): ComputedRef<readonly Mosaico[]> {
  const { state } = useRecurso({ path: () => (asked() ? '/publico/mosaicos' : null), load: () => api.mosaicos() })
  return computed(() => (state.value.status === 'ready' ? state.value.data.elementos : []))
}
