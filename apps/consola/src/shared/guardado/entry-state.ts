/**
 * State that one entry of the history keeps besides its address: how far a list was read, the chosen rows. It comes back with the back
 * button and with a reload, and goes with the tab.
 */
export function readEntry<T>(key: string): T | null {
  const state = history.state as Record<string, unknown> | null
  return (state?.[key] ?? null) as T | null
}

export function writeEntry(key: string, value: unknown): void {
  history.replaceState({ ...(history.state as object | null), [key]: value }, '')
}
