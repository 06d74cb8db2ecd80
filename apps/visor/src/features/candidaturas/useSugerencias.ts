import { computed, shallowRef, watchEffect, type ComputedRef, type Ref } from 'vue'
import type { Pagina } from '../../api-types.ts'
import type { Resultado } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import type { Catalogo } from './opciones.ts'
import type { Sugerencia, sugerirFiltros } from './sugerencias.ts'

/** With how many it gives; null: the device does not know. */
export type SugerenciaContada = Sugerencia & { n: number | null }

interface Given {
  filtros: Ref<Filtros>
  catalogo: Ref<Catalogo | null>
  pagina: Ref<Pagina | null>
  resultado: Ref<Resultado | null>
  contar: (filtros: Filtros) => number | null
  /** Suggestions that came with the page. */
  rendidas: Ref<readonly SugerenciaContada[]>
}

interface Said {
  filtros: Filtros
  catalogo: Catalogo
  contar: (filtros: Filtros) => number | null
  porEntero: boolean
}

export function meantBy(sugerir: typeof sugerirFiltros, { filtros, catalogo, contar, porEntero }: Said): SugerenciaContada[] {
  return sugerir(filtros.q, catalogo, { porEntero })
    .map((sugerencia) => ({ ...sugerencia, n: contar({ ...filtros, ...sugerencia.filtros, q: '' }) }))
    .filter(({ n }) => n !== 0)
}

/** Other meanings of a search's words, each with its count where the device knows: the search itself looks among names only. */
export function useSugerencias({
  filtros,
  catalogo,
  pagina,
  resultado,
  contar,
  rendidas,
}: Given): ComputedRef<readonly SugerenciaContada[]> {
  const words = computed(() => filtros.value.q)
  /** Finds suggestions; its code loads with the first words, and until then those of the page hold. */
  const sugerir = shallowRef<typeof sugerirFiltros | null>(null)
  watchEffect(() => {
    if (import.meta.env.SSR || !words.value || sugerir.value) return
    import('./sugerencias.ts').then((found) => (sugerir.value = found.sugerirFiltros)).catch(() => null)
  })
  return computed(() => {
    if (!sugerir.value) return rendidas.value
    if (!catalogo.value || !pagina.value) return []
    const porEntero = pagina.value.total > 0 && !resultado.value?.parecidos
    return meantBy(sugerir.value, { filtros: filtros.value, catalogo: catalogo.value, contar, porEntero })
  })
}
