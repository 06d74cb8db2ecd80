import { NO_CONNECTION } from '@conoceles/api-client'
import type { FieldError } from '@conoceles/ui'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { t } from '../mensajes.ts'
import { fieldErrorsOf } from '../../../shared/formularios/form-errors.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import type { Envio } from './pedidos.ts'

interface Options<T> {
  /** Which form it is, among all that this machine keeps. */
  name: string
  blank: () => T
  envio: () => Envio
  /** Ids of the fields by their name in the API. */
  campos: Readonly<Record<string, string>>
  check: (values: T) => FieldError[]
  /** Begins open: a button asked for it already. */
  abierto?: boolean
}

export interface FormularioActo<T> {
  values: T
  ready: Ref<boolean>
  open: Ref<boolean>
  errors: ComputedRef<FieldError[]>
  /** Title over the errors: without network the text is kept here, and nobody has it yet. */
  failure: ComputedRef<string>
  /** Whether the form can be sent; each fault leads to its field. */
  isReady(): boolean
}

/** Form that keeps the typed text until its act is done, opens again with it, and begins anew after the act. */
export function useFormularioActo<T extends object>({ name, blank, envio, campos, check, abierto = false }: Options<T>): FormularioActo<T> {
  const { values, ready, begin, finish } = useFormulario(name, blank)
  const open = ref(abierto)
  const found = ref<FieldError[]>([])
  const errors = computed(() => (found.value.length > 0 ? found.value : fieldErrorsOf(envio().problem, campos)))

  const failure = computed(() =>
    t(found.value.length === 0 && envio().problem?.code === NO_CONNECTION ? 'trabajo.sinEnviar' : 'trabajo.noSeGuardo'),
  )

  void begin(blank()).then((kept) => (open.value = abierto || kept !== null))
  watch(
    () => envio().folio,
    async (folio) => {
      if (folio === null) return
      finish()
      open.value = false
      await begin(blank())
    },
  )

  function isReady(): boolean {
    found.value = check(values)
    return found.value.length === 0
  }

  return { values, ready, open, errors, failure, isReady }
}
