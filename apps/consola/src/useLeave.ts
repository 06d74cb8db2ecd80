import { outcome } from '@conoceles/api-client'
import { ref } from 'vue'
import { client } from './api.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'

/** Signing out: first what is written goes to the server; only then is it forgotten here. */
export function useLeave(afterwards: () => unknown) {
  const acceso = useAccesoStore()
  const borradores = useBorradoresStore()
  const busy = ref(false)
  const unsent = ref(0)

  async function leave(): Promise<void> {
    busy.value = true
    await borradores.queue.flush()
    unsent.value = borradores.unsent.length
    if (unsent.value === 0) await leaveAnyway()
    busy.value = false
  }

  async function leaveAnyway(): Promise<void> {
    unsent.value = 0
    await outcome(client.POST('/api/v1/acceso/salir'))
    await borradores.forget()
    acceso.leave()
    await afterwards()
  }

  return { leave, leaveAnyway, busy, unsent }
}
