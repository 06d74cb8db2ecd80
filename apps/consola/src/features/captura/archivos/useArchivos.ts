import { computed, ref } from 'vue'
import { countElegidas } from './escrita.ts'
import { useComparar } from './useComparar.ts'
import { useGuardar } from './useGuardar.ts'
import { useLeer } from './useLeer.ts'

/** Files of answers: read, compared with what is captured, and saved as any other answer. */
export function useArchivos() {
  const { elegir, compare } = useComparar((campo) => lectura.preguntas.value.find((each) => each.campo === campo)?.seccion)
  const lectura = useLeer(elegir)
  const guardando = ref<{ hechos: number; total: number } | null>(null)
  const guardar = useGuardar()
  const titulos = computed(() => new Map(lectura.preguntas.value.map(({ campo, titulo }) => [campo, titulo])))

  /** One persona after the other; what the line does not take now waits on this machine and is sent later. */
  async function guardarTodo(): Promise<void> {
    const ready = lectura.escritas.value.filter(({ cambios }) => countElegidas(cambios) > 0)
    guardando.value = { hechos: 0, total: ready.length }
    for (const escrita of ready) {
      const aviso = await guardar(escrita)
      if (aviso.tone !== 'error') await compare(escrita)
      escrita.aviso = aviso
      guardando.value = { hechos: guardando.value.hechos + 1, total: ready.length }
    }
    guardando.value = null
  }

  return { ...lectura, titulos, guardando, elegir, guardarTodo }
}
