import { outcome } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'
import { client } from './api.ts'
import type { Sesion } from './api-types.ts'
import { tellLeft } from './shared/captura/salida.ts'
import { ownerOfGuardadas, setOwesExit } from './shared/guardado/este-equipo.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

/** Signing out: the written text goes to the server first; only then is it forgotten here. */
export function useLeave(afterwards: () => unknown) {
  const acceso = useAccesoStore()
  const borradores = useBorradoresStore()
  const formularios = useFormulariosStore()
  const busy = ref(false)
  /** Sections of which something was not sent, in this tab or in another. */
  const unsent = ref(0)
  /** Forms of acts that were begun and not sent. */
  const unfinished = ref(0)

  /** Sesiones that this device keeps to be read without network; they go with the account. */
  const guardadas = shallowRef<readonly Sesion[]>([])

  async function leave(): Promise<void> {
    busy.value = true
    await borradores.queue.flush()
    await formularios.open()
    unsent.value = await borradores.countKept()
    unfinished.value = formularios.unsent
    guardadas.value = ownerOfGuardadas() === null ? [] : await (await import('./shared/guardado/sesiones-guardadas.ts')).sesionesGuardadas()
    if (unsent.value + unfinished.value + guardadas.value.length === 0) await leaveAnyway()
    busy.value = false
  }

  function stay(): void {
    unsent.value = unfinished.value = 0
    guardadas.value = []
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

  return { leave, leaveAnyway, stay, busy, unsent, unfinished, guardadas }
}
