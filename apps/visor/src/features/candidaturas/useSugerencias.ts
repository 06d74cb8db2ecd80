import { computed, shallowRef, watchEffect, type ComputedRef, type Ref } from 'vue'
import type { Pagina } from '../../api-types.ts'
import type { Resultado } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import type { Catalogo } from './opciones.ts'
import type { Sugerencia, sugerirFiltros } from './sugerencias.ts'

interface Given {
  filtros: Ref<Filtros>
  catalogo: Ref<Catalogo | null>
  pagina: Ref<Pagina | null>
  resultado: Ref<Resultado | null>
  contar: (filtros: Filtros) => number | null
}

/** What else the words of a search may mean, each with how many it gives where the device knows: they are looked for among names only. */
export function useSugerencias({
  filtros,
  catalogo,
  pagina,
  resultado,
  contar,
}: Given): ComputedRef<(Sugerencia & { n: number | null })[]> {
  const words = computed(() => filtros.value.q)
  /** It comes with the first words; without it nothing is offered. */
  const sugerir = shallowRef<typeof sugerirFiltros | null>(null)
  watchEffect(() => {
    if (words.value && !sugerir.value) import('./sugerencias.ts').then((found) => (sugerir.value = found.sugerirFiltros)).catch(() => null)
  })
  return computed(() => {
    if (!sugerir.value || !catalogo.value || !pagina.value) return []
    const porEntero = pagina.value.total > 0 && !resultado.value?.parecidos
    return sugerir
      .value(words.value, catalogo.value, { porEntero })
      .map((sugerencia) => ({ ...sugerencia, n: contar({ ...filtros.value, ...sugerencia.filtros, q: '' }) }))
      .filter(({ n }) => n !== 0)
  })
}
