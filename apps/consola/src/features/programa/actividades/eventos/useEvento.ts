import type { FieldError } from '@conoceles/ui'
import { computed, ref, watch } from 'vue'
import type { EventoHecho, EventoPrevisto } from '../../../../api-types.ts'
import { fromLocalInput } from '../../../../shared/formularios/dates.ts'
import { fieldErrorsOf } from '../../../../shared/formularios/form-errors.ts'
import { useAct } from '../../../../shared/red/useAct.ts'
import { useFormulario } from '../../../../shared/formularios/useFormulario.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import { readTablero } from '../actividades.api.ts'
import { readTrabajo } from '../entregable/entregables.api.ts'
import { blankEvento, CAMPOS_EVENTO, eventoErrors, eventoOf, type EventoForm } from './evento-form.ts'
import { previewEvento, registrarEvento } from './eventos.api.ts'

/** Form of an event: the terms that it opens are asked while it is filled in, and the duty that it modifies is chosen from the board. */
export function useEvento() {
  const formulario = useFormulario('evento nuevo', blankEvento)
  const { values, begin, finish } = formulario
  const { busy, run } = useAct()
  const errors = ref<FieldError[]>([])
  const hecho = ref<EventoHecho | null>(null)
  /** Last content sent, and its key: a second click, or a second try after the line fell, is the same act. */
  let attempt = { text: '', key: '' }

  const fuentes = useFuentes(values)

  async function send(): Promise<void> {
    errors.value = eventoErrors(values)
    if (errors.value.length > 0) return
    const body = eventoOf(values)
    const text = JSON.stringify(body)
    if (text !== attempt.text) attempt = { text, key: crypto.randomUUID() }
    const result = await run(() => registrarEvento(body, attempt.key))
    if (!result.ok) {
      errors.value = fieldErrorsOf(result.problem, CAMPOS_EVENTO)
      return
    }
    finish()
    hecho.value = result.data
  }

  async function again(): Promise<void> {
    hecho.value = null
    await begin(blankEvento())
  }

  return { ...formulario, ...fuentes, busy, errors, hecho, send, again }
}

/** Data that the form asks of the server meanwhile: the terms that would open, the duties that may be modified, and their versions. */
function useFuentes(values: EventoForm) {
  const tablero = useRemote(readTablero)
  const trabajo = useRemote(() => readTrabajo(values.entregable))
  const asked = computed((): EventoPrevisto | null => {
    if (values.tipo === null || values.ocurrido === '') return null
    return { tipo: values.tipo as EventoPrevisto['tipo'], ocurridoEn: fromLocalInput(values.ocurrido) }
  })
  const previa = useRemote(() => previewEvento(asked.value as EventoPrevisto))

  watch(asked, (next, before) => {
    if (JSON.stringify(next) === JSON.stringify(before)) return
    previa.data.value = null
    if (next !== null) void previa.reload()
  })
  watch(
    () => values.entregable,
    (clave) => {
      trabajo.data.value = null
      if (clave !== '') void trabajo.reload()
    },
  )
  watch(
    () => values.tipo,
    (tipo) => {
      if (tipo === 'modificacion' && tablero.data.value === null) void tablero.reload()
    },
  )
  return { tablero, trabajo, asked, previa }
}
