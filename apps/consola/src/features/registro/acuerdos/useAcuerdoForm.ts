import type { Outcome } from '@conoceles/api-client'
import type { FieldError } from '@conoceles/ui'
import { reactive, ref } from 'vue'
import { fieldErrorsOf } from '../../../shared/formularios/form-errors.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDocumento } from '../../../shared/red/useDocumento.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { CAMPOS, type AcuerdoForm } from './acuerdo-form.ts'

/** The form of an acuerdo as its page shows it. `name`: of the draft that is kept. */
export function useAcuerdoForm<F extends AcuerdoForm>(name: string, blank: () => F) {
  const formulario = useFormulario(name, blank)
  const { values, finish } = formulario
  const { busy, run } = useAct()
  const documento = useDocumento()
  const errors = ref<FieldError[]>([])

  async function attach(archivo: File): Promise<void> {
    values.documento = await documento.send(archivo)
  }

  /** Sends the act and returns its answer; null where something is wrong, which is shown then. */
  async function send<T>(wrong: FieldError[], call: () => Promise<Outcome<T>>): Promise<T | null> {
    errors.value = wrong
    if (wrong.length > 0) return null
    const result = await run(call)
    if (result.ok) finish()
    else errors.value = fieldErrorsOf(result.problem, CAMPOS)
    return result.ok ? result.data : null
  }

  const { progress, problem: documentProblem } = documento
  return reactive({ ...formulario, values, errors, busy, progress, documentProblem, attach, send })
}

/** Part of the form's state that the frame shows. */
export type AcuerdoFormState = Pick<
  ReturnType<typeof useAcuerdoForm<AcuerdoForm>>,
  'values' | 'ready' | 'restored' | 'clear' | 'errors' | 'busy' | 'progress' | 'documentProblem' | 'attach'
>
