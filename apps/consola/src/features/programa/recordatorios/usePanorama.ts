import { onMounted } from 'vue'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'
import { readPanorama } from './recordatorios.api.ts'

/** State of the reminders, for the accounts that may see it. */
export function usePanorama() {
  const acceso = useAccesoStore()
  const remote = useRemote(readPanorama)
  onMounted(() => {
    if (acceso.puede('recordatorios.ver')) void remote.reload()
  })
  return remote
}
