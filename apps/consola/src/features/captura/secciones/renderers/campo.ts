import type { Question } from '@conoceles/cuestionarios'
import type { ControlElement } from '@jsonforms/core'
import { useJsonFormsControl, type RendererProps } from '@jsonforms/vue'
import { computed, inject, type InjectionKey, type Ref } from 'vue'
import { t } from '../../mensajes.ts'

/** Things that a control needs and JSON Forms does not carry. */
export interface CampoContext {
  /** Sentences on the errors of a respuesta; undefined when there are none. */
  reasonsOf(campo: string): string | undefined
  readonly: Ref<boolean>
}

export const CAMPO_CONTEXT: InjectionKey<CampoContext> = Symbol('campo')

/** Help longer than this is folded until the user opens it. */
const SHORT_HELP = 120

/** Id of the control of a question: error summaries link to it. */
export function campoId(campo: string): string {
  return `campo-${campo}`
}

/** The question of a control, with its texts, its errors and the way to answer it. */
export function useCampo(props: RendererProps<ControlElement>) {
  const context = inject(CAMPO_CONTEXT)
  if (context === undefined) throw new Error('A control of a cuestionario needs a SeccionForm around it')
  const { control, handleChange } = useJsonFormsControl(props)
  const question = computed(() => control.value.schema as unknown as Question)
  const campo = computed(() => control.value.path)
  const help = computed(() => question.value.description ?? '')

  return {
    question,
    id: computed(() => campoId(campo.value)),
    value: computed(() => control.value.data as unknown),
    error: computed(() => context.reasonsOf(campo.value)),
    hint: computed(() => (help.value.length > 0 && help.value.length <= SHORT_HELP ? help.value : undefined)),
    longHelp: computed(() => (help.value.length > SHORT_HELP ? help.value : null)),
    mark: computed(() => (question.value['x-obligatorio'] ? undefined : t('captura.opcional'))),
    readonly: context.readonly,
    answer: (value: unknown) => handleChange(campo.value, value),
  }
}
