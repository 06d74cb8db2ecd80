import { fieldsOf } from '@conoceles/domain/typed'
/**
 * State that one entry of the history keeps besides its address: how far a list was read, the chosen rows. It comes back with the back
 * button and with a reload, and goes with the tab.
 */
export function readEntry<T>(key: string): T | null {
  // Written by writeEntry under the same key.
  return (fieldsOf(history.state)[key] ?? null) as T | null
}

export function writeEntry(key: string, value: unknown): void {
  history.replaceState({ ...fieldsOf(history.state), [key]: value }, '')
}
