import { computed, onBeforeUnmount, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import { leerIndice as leerFilas, ordenJusto, type FilaIndice } from '@conoceles/domain/consulta'
import { api } from '../../api.ts'
import type { Indice } from '../../api-types.ts'
import { createBuscador, type Buscador } from '@conoceles/domain/busqueda'
import { useRecurso } from '../pagina/recursos.ts'

export const INDICE_PATH = '/publico/indice'

/** The index as it is searched: read once, and kept while it is the same. */
export interface IndiceLeido {
  indice: Indice
  filas: FilaIndice[]
  buscador: Buscador
  /** Positions of the rows in the order of its day. */
  orden: number[]
}

interface UseIndice {
  /** Null until it is here. */
  leido: ComputedRef<IndiceLeido | null>
  /** True if it does not come, or takes too long to wait for it. */
  ausente: Ref<boolean>
}

/** Wait after which the list of the server is shown meanwhile. */
const PATIENCE_MS = 2_500
/** One request that failed does not leave the device without search for the whole visit. */
const AGAIN_MS = 15_000
const read = new WeakMap<Indice, IndiceLeido>()

/** The index of the proceso, asked for once the page is painted. */
export function useIndice(): UseIndice {
  const painted = ref(false)
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const { state, retry } = useRecurso({ path: () => (painted.value ? INDICE_PATH : null), load: api.indice, told: toldBy })
  const leido = computed(() => (state.value.status === 'ready' ? leerIndice(state.value.data) : null))
  const ausente = computed(() => !leido.value && (late.value || state.value.status === 'problem'))

  watch(
    () => state.value.status,
    (status) => {
      clearTimeout(again)
      if (status === 'problem') again = setTimeout(retry, AGAIN_MS)
    },
  )

  onMounted(() => {
    requestAnimationFrame(() => (painted.value = true))
    timer = setTimeout(() => (late.value = true), PATIENCE_MS)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    clearTimeout(again)
  })
  return { leido, ausente }
}

/** Facts of each candidatura that the index tells. */
function toldBy(indice: Indice): object[] {
  return leerIndice(indice).filas.map((fila) => ({
    ...fila,
    conPropuestas: fila.conPropuestas || null,
    conFotografia: fila.conFotografia || null,
  }))
}

/** The rows and the search of an index, worked out once for each. */
export function leerIndice(indice: Indice): IndiceLeido {
  const known = read.get(indice)
  if (known) return known
  const filas = leerFilas(indice)
  const leido = { indice, filas, buscador: createBuscador(filas), orden: ordenDelDia(filas, indice) }
  read.set(indice, leido)
  return leido
}

/** Positions of the rows as they were drawn on a day; null: as they stand on the ballot. */
export function ordenDelDia(filas: readonly FilaIndice[], at: { sorteo: string | null; proceso: string }): number[] {
  return ordenJusto(
    filas.map(({ contienda, actor }) => ({ contienda: contienda.clave, actor })),
    at,
  )
}
