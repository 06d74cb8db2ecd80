import { computed, type ComputedRef } from 'vue'
import { api } from '../api.ts'
import type { Proceso } from '../api-types.ts'
import { useRecursos, useRecurso, type Recurso } from './recursos.ts'

export const PROCESO_PATH = '/publico/proceso'

/** The proceso, asked for: for the pages that are made of it. */
export function useProceso(): Recurso<Proceso> {
  return useRecurso({ path: () => PROCESO_PATH, load: api.proceso })
}

/** The proceso if somebody knows it already: for names and the corte around the page. */
export function useKnownProceso(): ComputedRef<Proceso | null> {
  const recursos = useRecursos()
  return computed(() => (recursos.get(PROCESO_PATH) as Proceso | undefined) ?? null)
}
