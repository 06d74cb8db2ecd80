import { ref, watch } from 'vue'
import { useAccesoStore } from '../../../stores/acceso.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'

/** Whether something waits, or waited, in the outbox of this machine. */
export function useSalida() {
  const borradores = useBorradoresStore()
  const waited = ref(false)
  watch(
    () => borradores.waiting.length > 0,
    (some) => (waited.value ||= some),
    { immediate: true },
  )
  return { waited, captures: useAccesoStore().puede('captura.capturar') }
}
