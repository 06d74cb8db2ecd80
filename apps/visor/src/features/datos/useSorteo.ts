import { computed } from 'vue'
import { api } from '../../api.ts'
import { useRecurso } from '../../shared/pagina/recursos.ts'
import { useProceso } from '../../shared/useProceso.ts'
import { ejemploSorteo } from './datos.ts'

/** Whether the order of this proceso is drawn each day, and an example of such a draw; null until both resources are there. */
export function useSorteo() {
  const { state: proceso } = useProceso()
  const { state: contiendas } = useRecurso({ path: () => '/publico/contiendas', load: api.contiendas })
  const { state: consulta } = useRecurso({ path: () => '/publico/consulta', load: api.consulta })
  const ejemplo = computed(() => {
    if (proceso.value.status !== 'ready' || contiendas.value.status !== 'ready') return null
    return ejemploSorteo(proceso.value.data, contiendas.value.data.elementos)
  })
  /** Ballots may have an order of their own. */
  const seSortea = computed(() => consulta.value.status !== 'ready' || consulta.value.data.orden?.clave !== 'boleta')
  return { ejemplo, seSortea }
}
