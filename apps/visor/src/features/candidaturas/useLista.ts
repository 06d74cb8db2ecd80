import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { OrdenPresentacion } from '@conoceles/domain/consulta'
import type { Pagina, Proceso } from '../../api-types.ts'
import { conMenosPalabras } from '../../shared/busqueda.ts'
import { toFila } from '../../shared/fila.ts'
import { ordenDelDia, useIndice, type IndiceLeido } from '../../shared/useIndice.ts'
import { createConsulta, type Consulta, type Resultado } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import { apiQueryOf, countFiltros } from './filtros.ts'
import { useCandidaturas } from './useCandidaturas.ts'
import { useRendida } from './useRendida.ts'

const PAGE = 20
/** By the order that they go through. */
const consultas = new WeakMap<readonly number[], Consulta>()

type Servidor = ReturnType<typeof useCandidaturas>

export interface Lista extends Omit<Servidor, 'pagina' | 'hasMore' | 'problem' | 'busy'> {
  pagina: ComputedRef<Pagina | null>
  /** Null: as the server gave it. */
  orden: ComputedRef<OrdenPresentacion | null>
  /** Legal day of the draw that is in sight. */
  sorteo: ComputedRef<string | null>
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
 * The list, by the index on the device as soon as it is here; before, as the page came rendered, or by the server. `vivos`: the filters with the
 * words as they are being typed, for the device; the server is asked for those of the address only.
 */
export function useLista(given: { filtros: Ref<Filtros>; vivos: Ref<Filtros>; proceso: Ref<Proceso | null> }): Lista {
  const { leido, ausente } = useIndice()
  const rendida = useRendida(leido)
  /** More was asked for than what came rendered. */
  const pedida = ref(false)
  const inicial = computed(() => (isWhole(given.filtros.value) ? rendida.lista : null))
  const servidor = useCandidaturas(
    computed(() => apiQueryOf(given.filtros.value)),
    computed(() => ausente.value && (inicial.value === null || pedida.value)),
  )
  const sorteo = computed(() => (leido.value ? rendida.sorteoOf(leido.value.indice) : (inicial.value?.sorteo ?? null)))
  const consulta = computed(() => leido.value && consultaOf(leido.value, sorteo.value))
  const resultado = computed(() => {
    if (!leido.value || !consulta.value) return null
    return consulta.value.consultar(given.vivos.value, leido.value.buscador.buscar(given.vivos.value.q))
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
      return fila ? [rendida.asRendered(toFila(fila, proceso), indice)] : []
    })
    return { elementos, total: resultado.value.filas.length, canceladas: resultado.value.canceladas, siguiente: null, corte: indice.corte }
  })
  /** What came rendered, as long as there is nothing else. */
  const waiting = computed(() => (local.value || (pedida.value && servidor.pagina.value) ? null : inicial.value))
  const pagina = computed(() => local.value ?? waiting.value ?? servidor.pagina.value)

  async function more(): Promise<void> {
    if (local.value) shown.value += PAGE
    else if (!waiting.value) await servidor.more()
    else if (pedida.value) servidor.retry()
    else {
      shown.value += PAGE
      pedida.value = true
    }
  }

  return {
    resultado,
    leido,
    sorteo,
    pagina,
    orden: computed(() => (local.value ? (leido.value?.indice.orden ?? null) : (waiting.value?.orden ?? null))),
    problem: computed(() => (local.value ? null : servidor.problem.value)),
    busy: computed(() => {
      if (local.value) return 'no'
      return waiting.value && pedida.value && !servidor.problem.value ? 'more' : servidor.busy.value
    }),
    hasMore: computed(() => {
      if (local.value) return local.value.total > shown.value
      return waiting.value ? waiting.value.total > waiting.value.elementos.length : servidor.hasMore.value
    }),
    propuestas: computed(() => {
      if (!leido.value || resultado.value?.filas.length !== 0) return []
      return conMenosPalabras(leido.value.buscador, given.vivos.value.q)
    }),
    more,
    retry: servidor.retry,
  }
}

function isWhole(filtros: Filtros): boolean {
  return filtros.q === '' && countFiltros(filtros) === 0
}

function consultaOf({ filas, indice, orden: drawn }: IndiceLeido, sorteo: string | null): Consulta {
  const orden = sorteo === indice.sorteo ? drawn : ordenDelDia(filas, { sorteo, proceso: indice.proceso })
  const known = consultas.get(orden)
  if (known) return known
  const consulta = createConsulta(filas, orden)
  consultas.set(orden, consulta)
  return consulta
}
