import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Pagina, Proceso } from '../../api-types.ts'
import { conMenosPalabras } from '../../shared/busqueda.ts'
import { toFila } from '../../shared/fila.ts'
import { useIndice, type IndiceLeido } from '../../shared/useIndice.ts'
import { createConsulta, type Consulta, type Resultado } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import { apiQueryOf } from './filtros.ts'
import { useCandidaturas } from './useCandidaturas.ts'

const PAGE = 20
const consultas = new WeakMap<IndiceLeido, Consulta>()

type Servidor = ReturnType<typeof useCandidaturas>

export interface Lista extends Omit<Servidor, 'pagina' | 'hasMore' | 'problem' | 'busy'> {
  pagina: ComputedRef<Pagina | null>
  problem: ComputedRef<Servidor['problem']['value']>
  busy: ComputedRef<Servidor['busy']['value']>
  hasMore: ComputedRef<boolean>
  /** What the device found; null while only the server can search. */
  resultado: ComputedRef<Resultado | null>
  leido: ComputedRef<IndiceLeido | null>
  /** Searches with fewer words that would find somebody. */
  propuestas: ComputedRef<{ q: string; n: number }[]>
}

/**
 * The list, by the index on the device as soon as it is here; otherwise by the server. `vivos`: the filters with the words as they are being
 * typed, for the device; the server is asked for those of the address only.
 */
export function useLista(given: { filtros: Ref<Filtros>; vivos: Ref<Filtros>; proceso: Ref<Proceso | null> }): Lista {
  const { leido, ausente } = useIndice()
  const servidor = useCandidaturas(
    computed(() => apiQueryOf(given.filtros.value)),
    ausente,
  )
  const resultado = computed(() => {
    if (!leido.value) return null
    const { q } = given.vivos.value
    return consultaOf(leido.value).consultar(given.vivos.value, leido.value.buscador.buscar(q))
  })
  const shown = ref(PAGE)
  watch(
    () => JSON.stringify(given.vivos.value),
    () => (shown.value = PAGE),
  )
  const local = computed((): Pagina | null => {
    const proceso = given.proceso.value
    if (!leido.value || !resultado.value || !proceso) return null
    const { filas, indice } = leido.value
    const elementos = resultado.value.filas.slice(0, shown.value).flatMap((row) => {
      const fila = filas[row]
      return fila ? [toFila(fila, proceso)] : []
    })
    return { elementos, total: resultado.value.filas.length, canceladas: resultado.value.canceladas, siguiente: null, corte: indice.corte }
  })

  async function more(): Promise<void> {
    if (local.value) shown.value += PAGE
    else await servidor.more()
  }

  return {
    resultado,
    leido,
    pagina: computed(() => local.value ?? servidor.pagina.value),
    problem: computed(() => (local.value ? null : servidor.problem.value)),
    busy: computed(() => (local.value ? 'no' : servidor.busy.value)),
    hasMore: computed(() => (local.value ? local.value.total > shown.value : servidor.hasMore.value)),
    propuestas: computed(() => {
      if (!leido.value || resultado.value?.filas.length !== 0) return []
      return conMenosPalabras(leido.value.buscador, given.vivos.value.q)
    }),
    more,
    retry: servidor.retry,
  }
}

function consultaOf(leido: IndiceLeido): Consulta {
  const known = consultas.get(leido)
  if (known) return known
  const consulta = createConsulta(leido.filas, leido.orden)
  consultas.set(leido, consulta)
  return consulta
}
