import { ref } from 'vue'
import { parseLugar, textOfLugar, type Lugar } from '@conoceles/domain/lugar'
import { readLugar, writeLugar } from './guardado.ts'

/** Whether this device keeps the place, because she asked for it. Never set on the server. */
export const recordar = ref(false)

/** The place that this device keeps, else the one of this tab; null where neither has one, or the browser refuses to say. */
export function leerRecordado(): Lugar | null {
  recordar.value = readLugar('localStorage') !== null
  const text = readLugar()
  return text === null ? null : parseLugar(text)
}

/** Keeps the place on this device if she asks for it; else forgets the one before. */
export function noteLugar(lugar: Lugar): void {
  writeLugar('localStorage', recordar.value ? textOfLugar(lugar) : null)
}

/** Keeps the place until the tab is closed: a page that is loaded again, or left and come back to, finds it. */
export function noteEnPestana(lugar: Lugar): void {
  writeLugar('sessionStorage', textOfLugar(lugar))
}

export function olvidarRecordado(): void {
  recordar.value = false
  writeLugar('localStorage', null)
  writeLugar('sessionStorage', null)
}
