import { computed, type ComputedRef } from 'vue'
import { api } from '../api.ts'
import type { CargoPublico, Proceso } from '../api-types.ts'
import type { Recursos } from './lista/conocidos.ts'
import { useRecursos, useRecurso, type Recurso } from './pagina/recursos.ts'

export const PROCESO_PATH = '/publico/proceso'
/** Answer that the publisher gives instead of the proceso to a page that only names it: figures and corte would change the page at each corte. */
export const MARCO_PATH = '/publico/proceso#marco'

/** The names around a page. */
export type Marco = Pick<
  Proceso,
  | 'nombre'
  | 'entidad'
  | 'instituto'
  | 'simulacro'
  | 'zona'
  | 'desindexada'
  | 'emblemas'
  | 'idiomas'
  | 'senas'
  | 'accesibilidad'
  | 'conAviso'
  | 'conLecturaFacil'
> & {
  cargos: Pick<CargoPublico, 'clave' | 'nombre' | 'singular' | 'principio'>[]
}

/** The proceso, asked for: for the pages that are made of it. */
export function useProceso(): Recurso<Proceso> {
  return useRecurso({ path: () => PROCESO_PATH, load: api.proceso })
}

/** The names of the proceso if somebody knows them already: for what stands around the page. */
export function useMarco(): ComputedRef<Marco | null> {
  const recursos = useRecursos()
  return computed(() => marcoIn(recursos))
}

/** Whether something stands above a page: other languages, or a video in signs. The server and the browser must agree on it. */
export function hasAdicional(marco: Marco | null): boolean {
  return Boolean(marco?.idiomas ?? marco?.senas)
}

export function marcoIn(recursos: Recursos): Marco | null {
  return recursos.get<Marco>(PROCESO_PATH) ?? recursos.get<Marco>(MARCO_PATH) ?? null
}
