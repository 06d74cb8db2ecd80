import { ref } from 'vue'
import type { Seccion } from '@conoceles/cuestionarios'
import type { Lugar } from './elegida.ts'

/** A question carried with the pointer, and the gap where it would land. The keyboard has its own way: Alt and the arrows. */
export function useArrastre(mover: (clave: string, to: Lugar) => void) {
  const llevada = ref<string | null>(null)
  const hueco = ref<Lugar | null>(null)

  function tomar(event: DragEvent, clave: string): void {
    llevada.value = clave
    if (event.dataTransfer === null || !(event.target instanceof HTMLElement)) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', clave)
    event.dataTransfer.setDragImage(event.target.closest('li') ?? event.target, 16, 16)
  }

  /** Over the upper half of a row the gap is above it. */
  function pasar(event: DragEvent, { seccion, at }: Lugar): void {
    if (llevada.value === null || !(event.currentTarget instanceof HTMLElement)) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    hueco.value = { seccion, at: event.clientY > top + height / 2 ? at + 1 : at }
  }

  function soltar(secciones: readonly Seccion[]): void {
    const [clave, to] = [llevada.value, hueco.value]
    dejar()
    if (clave === null || to === null) return
    const from = secciones.find(({ clave: each }) => each === to.seccion)?.campos.indexOf(clave) ?? -1
    const at = from >= 0 && from < to.at ? to.at - 1 : to.at
    if (at !== from) mover(clave, { seccion: to.seccion, at })
  }

  function dejar(): void {
    llevada.value = hueco.value = null
  }

  return { llevada, hueco, tomar, pasar, soltar, dejar }
}

export type Arrastre = ReturnType<typeof useArrastre>
