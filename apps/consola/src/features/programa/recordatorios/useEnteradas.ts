import { ref, shallowRef, watch, type Ref } from 'vue'
import type { Acuse, EnterarsePedido, ListaEnteradas } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'
import { enterarse, listEnteradas } from './recordatorios.api.ts'

/** Accounts that said they know of an entregable's duties, and the act of saying so. */
export function useEnteradas(clave: Ref<string>) {
  const acceso = useAccesoStore()
  const data = shallowRef<ListaEnteradas | null>(null)
  const acuse = shallowRef<Acuse | null>(null)
  /** Moment on which the act was tried. */
  const tried = ref<string | null>(null)
  const { busy, problem, run } = useAct()

  watch(clave, load, { immediate: true })

  async function load(): Promise<void> {
    data.value = null
    acuse.value = null
    if (!acceso.puede('recordatorios.ver')) return
    const asked = clave.value
    const result = await listEnteradas(asked)
    if (result.ok && asked === clave.value) data.value = result.data
  }

  async function say(milestone: EnterarsePedido['milestone']): Promise<void> {
    tried.value = milestone
    acuse.value = null
    const result = await run(() => enterarse(clave.value, { milestone }))
    if (!result.ok) return
    data.value = result.data.enteradas
    acuse.value = result.data.acuse
  }

  return { data, acuse, tried, busy, problem, say }
}

export type Enteradas = ReturnType<typeof useEnteradas>
