import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { readEntry, writeEntry } from '../../../../shared/guardado/entry-state.ts'
import type { Elegida } from '../../../../shared/lista/seleccion.ts'
import { useSeleccion } from '../../../../shared/lista/useSeleccion.ts'
import { useKeyset } from '../../../../shared/red/useKeyset.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import { countCandidaturas, listCandidaturas } from './directorio.api.ts'
import { askedOf, consultaOf, filtersOf, withFilter, type Consulta } from './filters.ts'
import { rememberLista } from './ultima-lista.ts'

const ENTRY = 'directorio'
const PAUSE_MS = 150

interface Entry {
  filas: number
  seleccion: Elegida[]
  /** Candidatura that was opened from here. */
  abierta: string | null
  /** How far down the page was. */
  arriba: number
}

/**
 * The directory as its entry of the history remembers it, so that the back button and a reload bring all of it back. The address holds the filters;
 * the entry, how far the list was read, and the chosen and opened candidaturas.
 */
export function useDirectorio() {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const kept = readEntry<Entry>(ENTRY)
  const asked = shallowRef<Consulta>(askedOf(route.query))
  const filters = computed(() => filtersOf(asked.value))
  const list = useKeyset((despues) => listCandidaturas(asked.value, despues))
  const conteos = useRemote(() => countCandidaturas(asked.value))
  const chosen = useSeleccion(kept?.seleccion ?? [], (despues, limite) => listCandidaturas(asked.value, despues, limite))
  const opened = ref<string | null>(kept?.abierta ?? null)
  const { remember } = useMemory(() => ({
    filas: list.elementos.value.length,
    seleccion: chosen.elegidas.value,
    abierta: opened.value,
  }))

  watch(asked, rememberLista, { immediate: true })
  watch([() => list.elementos.value.length, chosen.elegidas, opened], remember)
  watch(
    () => route.query,
    (query) => {
      // During a navigation the next page's address is already there.
      if (route.name !== own || consultaOf(askedOf(query)) === consultaOf(asked.value)) return
      asked.value = askedOf(query)
      void refresh(readEntry<Entry>(ENTRY)?.filas ?? 0)
    },
  )

  onMounted(async () => {
    await refresh(kept?.filas ?? 0)
    if (kept !== null) await comeBack()
  })

  async function refresh(filas: number): Promise<void> {
    void conteos.reload()
    await list.reload(filas)
    if (route.name === own) remember()
  }

  /** To where the list was left, with the focus on who was opened. */
  async function comeBack(): Promise<void> {
    await nextTick()
    window.scrollTo({ top: kept?.arriba ?? 0, behavior: 'instant' })
    if (opened.value !== null) document.getElementById(`candidatura-${opened.value}`)?.focus({ preventScroll: true })
  }

  /** A chosen filter is a step that one can go back from; typed words, key by key, and the order are not. */
  function change(key: keyof Consulta, value: string): void {
    const query = withFilter(asked.value, key, value)
    const move = key === 'q' || key === 'orden' ? router.replace : router.push
    void move({ query, state: { [ENTRY]: null } })
  }

  function open(query: Consulta): void {
    void router.push({ query: { ...query } })
  }

  return { asked, filters, list, conteos, chosen, opened, change, open }
}

/** Writes the state of the entry when told to, and whenever the page was scrolled. */
function useMemory(collect: () => Omit<Entry, 'arriba'>) {
  const route = useRoute()
  const router = useRouter()
  let timer: ReturnType<typeof setTimeout> | undefined

  onMounted(() => addEventListener('scroll', rememberSoon, { passive: true }))
  onBeforeUnmount(() => {
    clearTimeout(timer)
    removeEventListener('scroll', rememberSoon)
  })

  function rememberSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(remember, PAUSE_MS)
  }

  function remember(): void {
    // During a return the history is already at another entry, which is not ours to write.
    if (location.pathname + location.search !== router.resolve(route.fullPath).href) return
    writeEntry(ENTRY, { ...collect(), arriba: window.scrollY } satisfies Entry)
  }

  return { remember }
}
