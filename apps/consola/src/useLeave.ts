import { outcome } from '@conoceles/api-client'
import { ref } from 'vue'
import { client } from './api.ts'
import { tellLeft } from './shared/captura/salida.ts'
import { setOwesExit } from './shared/guardado/este-equipo.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

/** Signing out: written text goes to the server first, then is forgotten here; kept copies of sesiones go unasked. */
export function useLeave(afterwards: () => unknown) {
  const acceso = useAccesoStore()
  const borradores = useBorradoresStore()
  const formularios = useFormulariosStore()
  const busy = ref(false)
  /** Sections of which something was not sent, in this tab or in another. */
  const unsent = ref(0)
  /** Forms of acts that were begun and not sent. */
  const unfinished = ref(0)

  async function leave(): Promise<void> {
    busy.value = true
    await borradores.queue.flush()
    await formularios.open()
    unsent.value = await borradores.countKept()
    unfinished.value = formularios.unsent
    if (unsent.value + unfinished.value === 0) await leaveAnyway()
    busy.value = false
  }

  function stay(): void {
    unsent.value = unfinished.value = 0
  }

  async function leaveAnyway(): Promise<void> {
    stay()
    setOwesExit(true)
    const left = await outcome(client.POST('/api/v1/acceso/salir'))
    if (left.ok) setOwesExit(false)
    await Promise.all([borradores.forget(), formularios.forget()])
    if (acceso.cuenta !== null) tellLeft(acceso.cuenta.id)
    acceso.leave()
    await afterwards()
  }

  return { leave, leaveAnyway, stay, busy, unsent, unfinished }
}
