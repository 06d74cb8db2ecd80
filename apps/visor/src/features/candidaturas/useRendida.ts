import { ref, watch, type Ref } from 'vue'
import type { Fila, Indice } from '../../api-types.ts'
import { useRecursos } from '../../shared/pagina/recursos.ts'
import type { IndiceLeido } from '../../shared/lista/useIndice.ts'
import type { ListaRendida } from './listaDelIndice.ts'

/** Name under which a page brings its list. */
export const LISTA_PATH = '/publico/indice#lista'

interface Rendida {
  /** The list with which the page came; null when it came without. */
  lista: ListaRendida | null
  /** Day of the draw by which an index is shown. */
  sorteoOf: (indice: Indice) => string | null
  /** A row of the index, with the address and the photograph under which she is on the screen already. */
  asRendered: (fila: Fila, indice: Indice) => Fila
}

/**
 * The list as the page came with it. The rows in sight stay as they are when the index arrives: in the order that was drawn when the page was made,
 * until somebody brings a newer version, and with the same photographs.
 */
export function useRendida(leido: Ref<IndiceLeido | null>): Rendida {
  const lista = useRecursos().get<ListaRendida>(LISTA_PATH) ?? null
  const brought = ref(false)
  watch(leido, (_now, before) => {
    if (before) brought.value = true
  })

  return {
    lista,
    sorteoOf: (indice) => (lista && !brought.value ? lista.sorteo : indice.sorteo),
    asRendered(fila, indice) {
      const known = lista?.elementos.find(({ id }) => id.replaceAll('-', '').startsWith(fila.id))
      if (!known) return fila
      const isSame = lista?.corte?.numero === indice.corte.numero
      return { ...fila, id: known.id, fotografia: isSame ? known.fotografia : fila.fotografia }
    },
  }
}
