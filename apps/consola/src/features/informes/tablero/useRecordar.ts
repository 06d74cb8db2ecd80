import { computed, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import type { PedidoRecordatorios, Recordadas } from '../../../api-types.ts'
import { readEntry } from '../../../shared/guardado/entry-state.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import type { Elegida } from '../../../shared/lista/seleccion.ts'
import { filtersOf } from '../../registro/candidaturas/index.ts'
import { previewRecordatorios, sendRecordatorios } from './tablero.api.ts'

/** People to remind, as the entry of the history or the address says; the messages, and their sending. */
export function useRecordar() {
  const route = useRoute()
  const ids = (readEntry<Elegida[]>('elegidas') ?? []).map(({ id }) => id)
  const pedido: PedidoRecordatorios = ids.length > 0 ? { ids } : { filtro: filtersOf(route.query) as PedidoRecordatorios['filtro'] }
  const preview = useRemote(() => previewRecordatorios(pedido))
  const { busy, problem, run } = useAct()
  const done = shallowRef<Recordadas | null>(null)
  const key = crypto.randomUUID()
  const seEnvian = computed(() => preview.data.value?.mensajes ?? 0)

  async function send(): Promise<void> {
    const result = await run(() => sendRecordatorios(pedido, key))
    if (result.ok) done.value = result.data
    // Somebody asked meanwhile: the preview tells the rest.
    else if (result.problem.status === 409) await preview.reload()
  }

  return { preview, seEnvian, busy, problem, done, send }
}
