import { ref } from 'vue'
import { parseLugar, textOfLugar, type Lugar } from '@conoceles/domain/lugar'

const KEY = 'mi-lugar'

/** Whether this device keeps the place, because she asked for it. Never set on the server. */
export const recordar = ref(false)

/** The place that this device keeps; null where nobody asked for it, or the browser refuses to say. */
export function leerRecordado(): Lugar | null {
  const text = store((storage) => storage.getItem(KEY)) ?? null
  recordar.value = text !== null
  return text === null ? null : parseLugar(text)
}

/** Keeps the place that she said, if she asks for it; else forgets the one before. */
export function noteLugar(lugar: Lugar): void {
  if (recordar.value) store((storage) => storage.setItem(KEY, textOfLugar(lugar)))
  else olvidarRecordado()
}

export function olvidarRecordado(): void {
  recordar.value = false
  store((storage) => storage.removeItem(KEY))
}

function store<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}
