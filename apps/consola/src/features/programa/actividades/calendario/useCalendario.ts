import type { FiltroPlazos } from '@conoceles/domain'
import { computed, nextTick, onMounted, watch, type Ref } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router'
import type { Tablero } from '../../../../api-types.ts'
import { monthOf } from '../../../../shared/formularios/days.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import { readTablero } from '../actividades.api.ts'
import { lineasOf } from '../tablero.ts'
import { FILTRO_KEYS, filtrar, filtrosOf, listsOf, type FiltroKey } from './filtros.ts'
import { filasDe, ordenar, ordenOf } from './tabla.ts'

export const VISTAS = ['semana', 'mes', 'linea', 'tabla'] as const
export type Vista = (typeof VISTAS)[number]

/** The calendar read in one request. The address says which view of it, with which filters, month and order. */
export function useCalendario() {
  const route = useRoute()
  const remote = useRemote(readTablero)
  const tablero = remote.data
  const address = useAddress()
  useScroll(tablero)

  const vista = computed<Vista>(() => VISTAS.find((each) => each === route.query.vista) ?? 'semana')
  const filtros = computed<FiltroPlazos>(() => filtrosOf(route.query))
  const filtered = computed(() => Object.keys(filtros.value).length > 0)
  const todas = computed(() => lineasOf(tablero.value?.elementos ?? []))
  const lineas = computed(() => filtrar(todas.value, filtros.value))
  const lists = computed(() => listsOf(todas.value, filtros.value))
  const contradicciones = computed(() => filtrar(todas.value, { ...filtros.value, contradicciones: 'si' }).length)
  const orden = computed(() => ordenOf(route.query.orden))
  const filas = computed(() => (tablero.value === null ? [] : ordenar(filasDe(tablero.value, filtros.value), orden.value)))
  const mes = useMes(tablero)

  onMounted(() => void remote.reload())

  function filter(key: FiltroKey, value: string): void {
    address.change({ [key]: value, abiertas: null })
  }

  function clear(): void {
    address.change({ ...Object.fromEntries(FILTRO_KEYS.map((key) => [key, null])), abiertas: null })
  }

  const opening = useAbiertas({ all: computed(() => filas.value.map(({ impresa }) => impresa.actividad)), filtered, move: address.move })
  return {
    ...remote,
    ...address,
    ...mes,
    ...opening,
    vista,
    filtros,
    filtered,
    todas,
    lineas,
    lists,
    contradicciones,
    orden,
    filas,
    filter,
    clear,
  }
}

type Changes = Record<string, string | null>

function useAddress() {
  const route = useRoute()
  const router = useRouter()

  /** The address with some of it changed; null takes a part away. */
  function placeWith(changes: Changes): RouteLocationRaw {
    const query: LocationQueryRaw = { ...route.query, ...changes }
    return { query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== '')) }
  }

  /** A step to go back from. */
  function change(changes: Changes): void {
    void router.push(placeWith(changes))
  }

  /** Changes the address without an entry of the history: a move within a view is none. */
  function move(changes: Changes): void {
    void router.replace(placeWith(changes))
  }

  return { placeWith, change, move }
}

/** The month in sight, among those that there are, and the chosen day if it is of that month. */
function useMes(tablero: Ref<Tablero | null>) {
  const route = useRoute()
  const mes = computed(() => {
    const [desde, hasta, hoy] = [tablero.value?.desde, tablero.value?.hasta, tablero.value?.hoy].map((day) => monthOf(day ?? ''))
    const asked = matched(route.query.mes, /^\d{4}-\d{2}$/)
    return asked !== null && String(desde) <= asked && asked <= String(hasta) ? asked : String(hoy)
  })
  const dia = computed(() => {
    const asked = matched(route.query.dia, /^\d{4}-\d{2}-\d{2}$/)
    return asked !== null && monthOf(asked) === mes.value ? asked : null
  })
  return { mes, dia }
}

interface Abriendo {
  all: Ref<string[]>
  filtered: Ref<boolean>
  move(changes: Changes): void
}

/** Open rows of the table. An address that names none opens those of the search. */
function useAbiertas({ all, filtered, move }: Abriendo) {
  const route = useRoute()
  const abiertas = computed<ReadonlySet<string>>(() => {
    const asked = route.query.abiertas
    if (typeof asked === 'string') return new Set(asked.split(','))
    return new Set(filtered.value ? all.value : [])
  })

  function setAbiertas(open: readonly string[]): void {
    move({ abiertas: open.join(',') || (filtered.value ? NONE : null) })
  }

  function toggle(actividad: string): void {
    const open = [...abiertas.value].filter((each) => each !== NONE)
    setAbiertas(open.includes(actividad) ? open.filter((each) => each !== actividad) : [...open, actividad])
  }

  function openAll(open: boolean): void {
    setAbiertas(open ? all.value : [])
  }

  return { abiertas, toggle, openAll }
}

const NONE = '-'

/** Back to where this entry of the history was left, which the router wrote there, once there is something to scroll. */
function useScroll(ready: Ref<unknown>): void {
  const top = (history.state as { scroll?: { top?: number } | null } | null)?.scroll?.top ?? 0
  watch(
    ready,
    async () => {
      await nextTick()
      if (top > 0) window.scrollTo({ top, behavior: 'instant' })
    },
    { once: true },
  )
}

function matched(value: unknown, shape: RegExp): string | null {
  return typeof value === 'string' && shape.test(value) ? value : null
}
