import { computed, onMounted, onUnmounted, ref } from 'vue'
import { useFormulariosStore } from '../../../../stores/formularios.ts'
import { clavesSinEnviar } from './sin-enviar.ts'

/** Entregables with observaciones that are written on this device and that nobody has received. */
export function useSinEnviar() {
  const formularios = useFormulariosStore()
  /** Forms that were kept when this page opened or the network came back: what is being typed now moves no page. */
  const kept = ref<readonly string[]>([])

  async function look(): Promise<void> {
    await formularios.open()
    kept.value = [...formularios.names]
  }

  onMounted(() => {
    void look()
    globalThis.addEventListener('online', look)
  })
  onUnmounted(() => globalThis.removeEventListener('online', look))
  return { claves: computed(() => clavesSinEnviar(formularios.names.filter((name) => kept.value.includes(name)))) }
}
