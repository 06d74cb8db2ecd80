import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { FilaTablero, TableroCaptura } from '../../../api-types.ts'
import { readEntry, writeEntry } from '../../../shared/guardado/entry-state.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import type { Elegida } from '../../../shared/lista/seleccion.ts'
import { useSeleccion } from '../../../shared/lista/useSeleccion.ts'
import { askedOf, consultaOf, filtersOf, withFilter, type Consulta, type Filters } from '../../registro/candidaturas/index.ts'
import { readTablero } from './tablero.api.ts'

const ENTRY = 'tablero'

/** The board as its address asks for it: filters and order. The chosen rows stay in the entry of the history. */
export function useTablero() {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const filters = computed<Filters>(() => filtersOf(route.query))
  const asked = computed<Consulta>(() => askedOf(route.query))
  /** First page, which also brings counts, contiendas and sections. */
  const first = shallowRef<TableroCaptura | null>(null)
  const list = useKeyset<FilaTablero>(async (despues) => {
    const result = await readTablero(asked.value, despues)
    if (result.ok && despues === undefined) first.value = result.data
    return result
  })
  const chosen = useSeleccion(readEntry<Elegida[]>(ENTRY) ?? [], (despues) => readTablero(asked.value, despues))

  watch(chosen.elegidas, (elegidas) => writeEntry(ENTRY, elegidas))
  watch(
    () => consultaOf(asked.value),
    () => {
      // During a navigation the next page's address is already there.
      if (route.name === own) void list.reload()
    },
    { immediate: true },
  )

  function change(key: keyof Consulta, value: string): void {
    const query = withFilter(asked.value, key, value)
    void (key === 'q' || key === 'orden' ? router.replace({ query }) : router.push({ query }))
  }

  function open(next: Filters): void {
    const { orden } = asked.value
    void router.push({ query: { ...next, ...(orden === undefined ? {} : { orden }) } })
  }

  return { filters, asked, first, list, chosen, change, open }
}
