import type { Component, InjectionKey, Ref } from 'vue'
import type { Marco } from './useProceso.ts'

/** What stands above a page where the proceso brings languages; null: it brings none, and nobody fetches it. */
export const ADICIONAL: InjectionKey<Ref<Component | null>> = Symbol('adicional')

/** Whether the proceso has any of it. */
export function hasAdicional(marco: Marco | null): boolean {
  return Boolean(marco?.idiomas)
}
