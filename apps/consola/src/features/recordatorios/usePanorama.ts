import { onMounted } from 'vue'
import { useRemote } from '../../shared/useRemote.ts'
import { useAccesoStore } from '../../stores/acceso.ts'
import { readPanorama } from './recordatorios.api.ts'

/** How the reminders stand, for whoever may know. */
export function usePanorama() {
  const acceso = useAccesoStore()
  const remote = useRemote(readPanorama)
  onMounted(() => {
    if (acceso.puede('recordatorios.ver')) void remote.reload()
  })
  return remote
}
