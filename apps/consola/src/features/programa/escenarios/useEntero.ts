import { ref, type ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Escenario } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import type { ActoEntero } from './AdministrarBox.vue'
import { descartarEscenario, duplicarEscenario, recuperarEscenario, renombrarEscenario } from './escenarios.api.ts'

/** The acts on a scenario as a whole, and what to say once one went through. */
export function useEntero(data: ShallowRef<Escenario | null>) {
  const router = useRouter()
  const { busy, problem, run } = useAct()
  const acto = ref<string | null>(null)
  const titulo = ref<string | null>(null)
  /** Last copy, by its name, and its key: sent again, it is one copy. */
  let attempt = { text: '', key: '' }

  async function attend(
    name: string,
    before: Escenario,
    call: (before: Escenario) => ReturnType<typeof recuperarEscenario>,
  ): Promise<void> {
    if (busy.value) return
    acto.value = name
    titulo.value = null
    const result = await run(() => call(before))
    if (!result.ok) return
    data.value = result.data
    titulo.value = t(`escenarios.${DONE[name as keyof typeof DONE]}`)
    if (result.data.id !== before.id) await router.push({ name: 'escenario', params: { id: result.data.id } })
  }

  function perform(pedido: ActoEntero): void {
    if (data.value === null) return
    void attend(pedido.acto, data.value, ({ id, version }) => {
      if (pedido.acto === 'descartar') return descartarEscenario(id, version)
      if (pedido.acto === 'renombrar') return renombrarEscenario(id, { nombre: pedido.nombre, version })
      return duplicarEscenario({ id, nombre: pedido.nombre }, keyOf(`${id} ${pedido.nombre}`))
    })
  }

  function keyOf(text: string): string {
    if (text !== attempt.text) attempt = { text, key: crypto.randomUUID() }
    return attempt.key
  }

  function recuperar(): void {
    if (data.value !== null) void attend('recuperar', data.value, ({ id }) => recuperarEscenario(id))
  }

  return { acto, titulo, busy, problem, perform, recuperar }
}

const DONE = { renombrar: 'renombrado', duplicar: 'duplicado', descartar: 'descartado', recuperar: 'recuperado' } as const
