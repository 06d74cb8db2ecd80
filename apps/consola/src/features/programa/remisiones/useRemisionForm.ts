import type { FieldError } from '@conoceles/ui'
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { EntregableRemitido, PropuestaRemision } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { fieldErrorsOf } from '../../../shared/formularios/form-errors.ts'
import { problemText, type Problem } from '../../../shared/red/problems.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDocumento } from '../../../shared/red/useDocumento.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { blankRemision, CAMPOS, remisionErrors, type RemisionForm } from './remision-form.ts'
import { listPendientes, readPropuesta } from './remisiones.api.ts'

/** Shared state of both pages of the oficio's form: its draft, the options, the words of the pack, its attachments. */
export function useRemisionForm(name: string) {
  const formulario = useFormulario(name, blankRemision)
  const { values } = formulario
  const documento = useDocumento()
  const errors = ref<FieldError[]>([])
  const machote = useMachote(values, errors)
  const documentError = computed(() => (documento.problem.value ? problemText(documento.problem.value) : null))

  async function attach(archivo: File): Promise<void> {
    const received = await documento.send(archivo)
    if (received !== null) values.anexos = [...values.anexos.filter(({ id }) => id !== received.id), received]
  }

  function check(): boolean {
    errors.value = remisionErrors(values)
    return errors.value.length === 0
  }

  function refuse(problem: Problem): void {
    errors.value = fieldErrorsOf(problem, CAMPOS)
  }

  return { formulario, values, errors, ...machote, progress: documento.progress, documentError, attach, check, refuse }
}

/** Owed entregables to choose from, and the words of the pack for the chosen ones. */
function useMachote(values: RemisionForm, errors: Ref<FieldError[]>) {
  const { busy: wording, run } = useAct()
  const options = shallowRef<EntregableRemitido[]>([])
  const numeracion = ref<string | null>(null)
  const porConfirmar = ref<string[]>([])
  const sinMembrete = ref<string[]>([])

  /** Reads the owed entregables; `own`: those that the oficio names already. */
  async function readOptions(own: readonly EntregableRemitido[]): Promise<void> {
    const result = await listPendientes()
    const owed = result.ok ? result.data.elementos : []
    options.value = [...own, ...owed.filter(({ clave }) => !own.some((each) => each.clave === clave))]
  }

  async function propose(entregables: readonly string[]): Promise<PropuestaRemision | null> {
    const result = await run(() => readPropuesta(entregables))
    if (!result.ok) {
      errors.value = fieldErrorsOf(result.problem, CAMPOS)
      return null
    }
    numeracion.value = result.data.numeracion
    porConfirmar.value = result.data.porConfirmar
    sinMembrete.value = result.data.sinMembrete
    return result.data
  }

  /** Fills in the words of the pack for the chosen entregables; the rest of the form stays. */
  async function word(): Promise<void> {
    errors.value = values.entregables.length > 0 ? [] : [{ id: 'entregables', text: t('remisiones.faltaEntregable') }]
    const proposed = errors.value.length === 0 ? await propose(values.entregables) : null
    if (proposed !== null) {
      const { asunto, cuerpo, plantilla } = proposed
      Object.assign(values, { asunto, cuerpo, plantilla })
    }
  }

  return { options, numeracion, porConfirmar, sinMembrete, wording, readOptions, propose, word }
}
