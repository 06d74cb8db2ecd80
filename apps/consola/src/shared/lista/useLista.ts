import { computed, shallowRef, type ComputedRef } from 'vue'
import { comoViene, isShown, ordered, readPreferencias, withMoved, withShown, type Columna, type Preferencias } from './preferencias.ts'

/** Columns and density of a list, as this person keeps them. */
export interface Lista<C extends Columna> {
  compacta: ComputedRef<boolean>
  /** In sight, in her order. */
  columns: ComputedRef<C[]>
  /** All of them, each with whether it is in sight. */
  choices: ComputedRef<{ column: C; shown: boolean }[]>
  setCompacta: (how: { compacta: boolean }) => void
  show: (column: { key: string; shown: boolean }) => void
  move: (column: { key: string; by: -1 | 1 }) => void
  reset: () => void
}

/** @param id name under which her choice is kept in this browser */
export function useLista<C extends Columna>(id: string, columns: () => readonly C[]): Lista<C> {
  const key = `conoceles-lista-${id}`
  const touches = matchMedia('(pointer: coarse)').matches
  const preferencias = shallowRef<Preferencias>(readPreferencias(localStorage.getItem(key), columns()))
  const all = computed(() => ordered(columns(), preferencias.value))

  function keep(next: Preferencias): void {
    preferencias.value = next
    localStorage.setItem(key, JSON.stringify(next))
  }

  return {
    compacta: computed(() => preferencias.value.compacta ?? !touches),
    columns: computed(() => all.value.filter((column) => isShown(column, preferencias.value))),
    choices: computed(() => all.value.map((column) => ({ column, shown: isShown(column, preferencias.value) }))),
    setCompacta: ({ compacta }) => keep({ ...preferencias.value, compacta }),
    show: (column) => keep(withShown(preferencias.value, column)),
    move: (column) => keep(withMoved(columns(), preferencias.value, column)),
    reset: () => keep(comoViene(columns())),
  }
}
