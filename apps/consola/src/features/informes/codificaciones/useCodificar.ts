import { computed, ref } from 'vue'
import type { TextosPorCodificar } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { codificar, leerTextos } from './codificaciones.api.ts'

/** Texts of a coder, one in sight at a time, and the code that each has by now. */
export function useCodificar(pregunta: string) {
  const remote = useRemote<TextosPorCodificar>(() => leerTextos(pregunta))
  const { busy, problem, run } = useAct()
  const at = ref(0)
  /** Ids in the order in which they were coded here: the last one is taken back first. */
  const hechos = ref<string[]>([])

  const textos = computed(() => remote.data.value?.textos ?? [])
  const actual = computed(() => textos.value[at.value] ?? null)
  const codificados = computed(() => textos.value.filter(({ codigo }) => codigo !== null).length)
  const falta = computed(() => textos.value.length - codificados.value)

  async function load(): Promise<void> {
    await remote.reload()
    hechos.value = []
    at.value = Math.max(
      0,
      textos.value.findIndex(({ codigo }) => codigo === null),
    )
  }

  /** One at a time: a key that is pressed while the one before is on its way does nothing. */
  async function write(id: string, codigo: string | null): Promise<boolean> {
    if (busy.value || !remote.data.value) return false
    const result = await run(() => codificar(pregunta, { id, codigo }))
    if (!result.ok) return false
    remote.data.value = {
      ...remote.data.value,
      textos: remote.data.value.textos.map((texto) => (texto.id === id ? { ...texto, codigo } : texto)),
    }
    return true
  }

  /** Codes the text in sight and goes on to the next one without a code. */
  async function dar(codigo: string): Promise<void> {
    const texto = actual.value
    if (!texto || !(await write(texto.id, codigo))) return
    hechos.value = [...hechos.value.filter((id) => id !== texto.id), texto.id]
    const next = [...textos.value.keys()].map((step) => (at.value + 1 + step) % textos.value.length)
    at.value = next.find((index) => textos.value[index]?.codigo === null) ?? at.value
  }

  /** Takes back the last code that was given here, and shows its text. */
  async function deshacer(): Promise<void> {
    const id = hechos.value.at(-1)
    if (id === undefined || !(await write(id, null))) return
    hechos.value = hechos.value.slice(0, -1)
    at.value = textos.value.findIndex((texto) => texto.id === id)
  }

  function mover(step: number): void {
    at.value = Math.min(Math.max(at.value + step, 0), Math.max(textos.value.length - 1, 0))
    problem.value = null
  }

  return { ...remote, fault: remote.problem, load, busy, problem, at, textos, actual, codificados, falta, hechos, dar, deshacer, mover }
}
