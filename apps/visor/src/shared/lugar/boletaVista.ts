import { onMounted, ref, type Ref } from 'vue'
import { readLugar } from './guardado.ts'

/** Whether a boleta was seen in this tab: then each candidatura offers the way back to it. It says nothing of the place. */
export const boletaVista = ref(false)

/** The same for a page, which starts as it was rendered: without a way back. */
export function useBoletaVista(): Ref<boolean> {
  onMounted(() => {
    boletaVista.value ||= readLugar() !== null
  })
  return boletaVista
}

/** Id of who was read last when somebody goes back to the boleta: its page opens at her row. */
export const regreso = ref<string | null>(null)
