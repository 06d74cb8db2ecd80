import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ConsultaTablero, FilaTablero, TableroCaptura } from '../../../api-types.ts'
import { readEntry, writeEntry } from '../../../shared/guardado/entry-state.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import { filtersOf, useSeleccion, withFilter, type Elegida, type FilterKey, type Filters } from '../../registro/candidaturas/index.ts'
import { readTablero } from './tablero.api.ts'

const ENTRY = 'tablero'

/** The board as its address asks for it: filters and order. The chosen rows stay in the entry of the history. */
export function useTablero() {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const filters = computed<Filters>(() => filtersOf(route.query))
  const orden = computed(() => (route.query.orden === 'vence' ? 'vence' : 'boleta'))
  const consulta = computed(() => ({ ...filters.value, orden: orden.value }) as ConsultaTablero)
  /** First page, which also brings counts, contiendas and sections. */
  const first = shallowRef<TableroCaptura | null>(null)
  const list = useKeyset<FilaTablero>(async (despues) => {
    const result = await readTablero(consulta.value, despues)
    if (result.ok && despues === undefined) first.value = result.data
    return result
  })
  const chosen = useSeleccion(readEntry<Elegida[]>(ENTRY) ?? [])

  watch(chosen.elegidas, (elegidas) => writeEntry(ENTRY, elegidas))
  watch(
    () => JSON.stringify(consulta.value),
    () => {
      // During a navigation the next page's address is already there.
      if (route.name === own) void list.reload()
    },
    { immediate: true },
  )

  function change(key: FilterKey, value: string): void {
    const query = { ...withFilter(filters.value, key, value), ...ordered() }
    void (key === 'q' ? router.replace({ query }) : router.push({ query }))
  }

  function open(next: Filters): void {
    void router.push({ query: { ...next, ...ordered() } })
  }

  function sort(value: string): void {
    void router.replace({ query: { ...filters.value, ...(value === 'vence' ? { orden: value } : {}) } })
  }

  function ordered(): Record<string, string> {
    return orden.value === 'vence' ? { orden: 'vence' } : {}
  }

  return { filters, orden, consulta, first, list, chosen, change, open, sort }
}
