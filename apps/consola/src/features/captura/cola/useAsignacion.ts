import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { Ajena } from '../../../api-types.ts'
import { asignar } from './cola.api.ts'

/** Said again before the half hour ends that the system keeps it for her. */
const AGAIN_MS = 10 * 60_000

/**
 * The candidatura on the page is of its reviewer while the page is open; `ajena` tells of another one who had it first. Should the system not
 * answer, the page can be used as if nobody had it: the version of each act still keeps two from deciding at once.
 */
export function useAsignacion(id: Ref<string>) {
  const ajena = shallowRef<Ajena | null>(null)
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && ajena.value === null) void hold()
  }, AGAIN_MS)

  async function hold({ deOtras = false } = {}): Promise<void> {
    const wanted = id.value
    const result = await asignar({ candidaturas: [wanted], deOtras })
    if (result.ok && wanted === id.value) ajena.value = result.data.ajenas[0] ?? null
  }

  watch(
    id,
    () => {
      ajena.value = null
      void hold()
    },
    { immediate: true },
  )
  onBeforeUnmount(() => clearInterval(timer))

  return { ajena, take: () => hold({ deOtras: true }) }
}
