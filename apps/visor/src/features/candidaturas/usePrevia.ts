import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { OrdenPresentacion } from '@conoceles/domain/consulta'
import type { Pagina, Problem } from '../../api-types.ts'
import type { Filtros } from './filtro.ts'
import { apiQueryOf, queryOfFiltros } from './filtros.ts'
import type { ListaRendida } from './listaDelIndice.ts'
import { useCandidaturas } from './useCandidaturas.ts'
import type { SugerenciaContada } from './useSugerencias.ts'

export interface Previa {
  /** Page in sight; null until the first arrives. */
  pagina: ComputedRef<Pagina | null>
  /** Null: as the server gave it. */
  orden: ComputedRef<OrdenPresentacion | null>
  /** Legal day of the draw that is in sight. */
  sorteo: ComputedRef<string | null>
  /** True if no name matches exactly and those in sight almost do. */
  parecidos: ComputedRef<boolean>
  /** Topics that the filters offer while the index is not here. */
  temas: readonly string[] | undefined
  /** Other meanings of the words, as the page came with them. */
  sugerencias: ComputedRef<readonly SugerenciaContada[]>
  problem: ComputedRef<Problem | null>
  busy: ComputedRef<'no' | 'search' | 'more'>
  hasMore: ComputedRef<boolean>
  more: () => Promise<void>
  retry: () => void
}

/**
 * The list while the index is not here: as the page came with it (`lista`) while its filters are those of now, and by the server for anything else that is
 * wanted once the index is long in coming (`ausente`).
 */
export function usePrevia(given: { filtros: Ref<Filtros>; lista: ListaRendida | null; ausente: Ref<boolean> }): Previa {
  /** More was asked for than what came rendered. */
  const pedida = ref(false)
  const rendida = computed(() => (given.lista && isOf(given.lista, given.filtros.value) ? given.lista : null))
  const servidor = useCandidaturas(
    computed(() => apiQueryOf(given.filtros.value)),
    computed(() => given.ausente.value && (rendida.value === null || pedida.value)),
  )
  const inSight = computed(() => (pedida.value && servidor.pagina.value ? null : rendida.value))

  async function more(): Promise<void> {
    if (!inSight.value) await servidor.more()
    else if (pedida.value) servidor.retry()
    else pedida.value = true
  }

  return {
    pagina: computed(() => inSight.value ?? servidor.pagina.value),
    orden: computed(() => inSight.value?.orden ?? null),
    sorteo: computed(() => inSight.value?.sorteo ?? null),
    parecidos: computed(() => inSight.value?.parecidos ?? false),
    temas: given.lista?.temas,
    sugerencias: computed(() => rendida.value?.sugerencias ?? []),
    problem: computed(() => servidor.problem.value),
    busy: computed(() => (inSight.value && pedida.value && !servidor.problem.value ? 'more' : servidor.busy.value)),
    hasMore: computed(() => (inSight.value ? inSight.value.total > inSight.value.elementos.length : servidor.hasMore.value)),
    more,
    retry: servidor.retry,
  }
}

/** Whether a list is what these filters ask for. */
function isOf({ filtros: own }: ListaRendida, filtros: Filtros): boolean {
  return JSON.stringify(own ? queryOfFiltros(own) : {}) === JSON.stringify(queryOfFiltros(filtros))
}
