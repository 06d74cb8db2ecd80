import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { fieldsOf } from '@conoceles/domain/typed'
import type { Pagina, Proceso } from '../../api-types.ts'
import { conMenosPalabras } from '@conoceles/domain/busqueda'
import { toFila } from '../../shared/lista/fila.ts'
import { ordenDelDia, useIndice, type IndiceLeido } from '../../shared/lista/useIndice.ts'
import type { Consulta, Resultado } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import { consultaBy, PAGE } from './listaDelIndice.ts'
import { usePrevia, type Previa } from './usePrevia.ts'
import { useRendida } from './useRendida.ts'

const SHOWN = 'mostradas'

export interface Lista extends Previa {
  /** Result found on the device; null while only the server can search. */
  resultado: ComputedRef<Resultado | null>
  leido: ComputedRef<IndiceLeido | null>
  /** Searches with fewer words that would find somebody. */
  propuestas: ComputedRef<{ q: string; n: number }[]>
  /** How many there are with these filters and no words; null while only the server knows. */
  contar: (filtros: Filtros) => number | null
}

/**
 * The list, by the index on the device as soon as it is here. `vivos`: the filters with the words as they are being typed, for the device; the
 * server is asked for those of the address only.
 */
export function useLista(given: { filtros: Ref<Filtros>; vivos: Ref<Filtros>; proceso: Ref<Proceso | null> }): Lista {
  const { leido, ausente } = useIndice()
  const rendida = useRendida(leido)
  const previa = usePrevia({ filtros: given.filtros, lista: rendida.lista, ausente })
  const sorteo = computed(() => (leido.value ? rendida.sorteoOf(leido.value.indice) : previa.sorteo.value))
  const consulta = computed(() => leido.value && consultaOf(leido.value, sorteo.value))
  const resultado = computed(() => {
    if (!leido.value || !consulta.value) return null
    return consulta.value.consultar(given.vivos.value, leido.value.buscador.buscar(given.vivos.value.q))
  })
  const shown = ref(shownBefore())
  watch(
    () => JSON.stringify(given.vivos.value),
    () => show(PAGE),
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
  const propuestas = computed(() => {
    if (!leido.value || resultado.value?.filas.length !== 0) return []
    return conMenosPalabras(leido.value.buscador, given.vivos.value.q)
  })
  const orden = computed(() => leido.value?.indice.orden ?? null)

  function contar(filtros: Filtros): number | null {
    return consulta.value?.consultar(filtros, null).filas.length ?? null
  }

  async function more(): Promise<void> {
    show(shown.value + PAGE)
    if (!local.value) await previa.more()
  }

  function show(rows: number): void {
    // Browsers refuse an entry that is rewritten at every key.
    if (rows === shown.value) return
    shown.value = rows
    // A reader who comes back to this entry of the history finds the row that she left.
    history.replaceState({ ...fieldsOf(history.state), [SHOWN]: rows }, '')
  }

  return { resultado, leido, propuestas, contar, ...either({ local, orden, sorteo, shown, resultado }, previa), more, retry: previa.retry }
}

function shownBefore(): number {
  if (import.meta.env.SSR) return PAGE
  const { [SHOWN]: rows } = fieldsOf(history.state)
  return typeof rows === 'number' ? rows : PAGE
}

interface Local extends Pick<Previa, 'orden' | 'sorteo'> {
  local: ComputedRef<Pagina | null>
  shown: Ref<number>
  resultado: ComputedRef<Resultado | null>
}

/** Result found on the device, or else the earlier one. */
function either({ local, orden, sorteo, shown, resultado }: Local, previa: Previa): Omit<Previa, 'more' | 'retry'> {
  return {
    sorteo,
    temas: previa.temas,
    sugerencias: previa.sugerencias,
    pagina: computed(() => local.value ?? previa.pagina.value),
    orden: computed(() => (local.value ? orden.value : previa.orden.value)),
    parecidos: computed(() => (local.value ? (resultado.value?.parecidos ?? false) : previa.parecidos.value)),
    problem: computed(() => (local.value ? null : previa.problem.value)),
    busy: computed(() => (local.value ? 'no' : previa.busy.value)),
    hasMore: computed(() => (local.value ? local.value.total > shown.value : previa.hasMore.value)),
  }
}

function consultaOf(leido: IndiceLeido, sorteo: string | null): Consulta {
  const { filas, indice, orden } = leido
  return consultaBy(leido, sorteo === indice.sorteo ? orden : ordenDelDia(filas, { sorteo, proceso: indice.proceso }))
}
