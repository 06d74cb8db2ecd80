import type { FieldError } from '@conoceles/ui'
import { ref, shallowRef, type Ref } from 'vue'
import type { Escenario } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { fieldErrorsOf } from '../../../shared/formularios/form-errors.ts'
import type { Problem } from '../../../shared/red/problems.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { decidirEscenario, editarEscenario, readEscenario, restaurarEscenario } from './escenarios.api.ts'
import { inversoDe, type Pedido } from './pedidos.ts'

/** How an act goes for the form that asked for it. */
export interface Envio {
  busy: boolean
  problem: Problem | null
  /** Version that it made; 0 before it went through. */
  hecho: number
}

export interface Hecho {
  titulo: string
  texto: string
  /** Act that takes it back; null when it was itself taken back. */
  inverso: Pedido | null
}

/** One scenario, and what people write over it. An overtaken user sees the newest and keeps what she typed. */
export function useEscenario(id: Ref<string>) {
  const remote = useRemote(() => readEscenario(id.value))
  const { busy, problem, run } = useAct()
  const form = ref('')
  const version = ref(0)
  const hecho = shallowRef<Hecho | null>(null)

  async function perform(name: string, pedido: Pedido): Promise<void> {
    const before = remote.data.value
    if (before === null || busy.value) return
    form.value = name
    version.value = 0
    if (name !== DESHACER) hecho.value = null
    const inverso = inversoDe(pedido, before)
    const sent = await send(pedido, before)
    hecho.value = sent ? hechoOf(pedido, name === DESHACER ? null : inverso) : null
  }

  /** The newest is there before the refusal is told: a second sending goes over it. */
  async function send(pedido: Pedido, { version: seen }: Escenario): Promise<boolean> {
    const result = await run(async () => {
      const answer = await call(id.value, pedido, seen)
      if (!answer.ok && answer.problem.code === OVERTAKEN) await remote.reload()
      return answer
    })
    if (!result.ok) return false
    remote.data.value = result.data
    version.value = result.data.version
    return true
  }

  function undo(): void {
    const inverso = hecho.value?.inverso
    if (inverso) void perform(DESHACER, inverso)
  }

  const envioOf = (name: string): Envio =>
    form.value === name ? { busy: busy.value, problem: problem.value, hecho: version.value } : { busy: false, problem: null, hecho: 0 }

  return { ...remote, busy, hecho, perform, undo, envioOf }
}

function hechoOf({ acto }: Pedido, inverso: Pedido | null): Hecho {
  const titulo = t(inverso === null ? 'escenarios.deshecho' : 'escenarios.guardado')
  return { titulo, texto: t(`escenarios.guardadoTextos.${acto}`), inverso }
}

/** Name of the button that takes back, among the forms. */
export const DESHACER = 'deshacer'
const OVERTAKEN = 'escenario.version_distinta'

/** Errors of a refusal, beside their fields; an overtaken user learns that what she typed is still here. */
export function erroresDe(problem: Problem | null, campos: Readonly<Record<string, string>>): FieldError[] {
  const errors = fieldErrorsOf(problem, campos)
  return problem?.code === OVERTAKEN ? [...errors, { id: null, text: t('escenarios.otraPersona') }] : errors
}

function call(id: string, { acto, body }: Pedido, version: number) {
  if (acto === 'editar') return editarEscenario(id, { ...body, version })
  return acto === 'decidir' ? decidirEscenario(id, { ...body, version }) : restaurarEscenario(id, { ...body, version })
}
