const KEY = 'mi-lugar'

/** Storage of a place: this device, or the tab until it is closed. */
export type Guarda = 'localStorage' | 'sessionStorage'

/** Text of the place that this device keeps, else of the one of this tab; null where neither has one. */
export function readLugar(guarda?: Guarda): string | null {
  if (guarda) return use(guarda, (storage) => storage.getItem(KEY))
  return readLugar('localStorage') ?? readLugar('sessionStorage')
}

/** Null forgets it. */
export function writeLugar(guarda: Guarda, text: string | null): void {
  use(guarda, (storage) => (text === null ? storage.removeItem(KEY) : storage.setItem(KEY, text)))
}

/** Null where the browser refuses. */
function use<T>(guarda: Guarda, act: (storage: Storage) => T): T | null {
  try {
    return act(globalThis[guarda])
  } catch {
    return null
  }
}
