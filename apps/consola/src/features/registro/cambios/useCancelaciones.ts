import { computed, shallowRef } from 'vue'
import type { Acuse } from '../../../api-types.ts'
import { fieldErrorsOf, refusesForm } from '../../../shared/formularios/form-errors.ts'
import type { Problem } from '../../../shared/red/problems.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { blankCambio, CAMPOS, cambioBody, cambioErrors, type CambioForm } from './cambio-form.ts'
import { cancelSeveral, findAcuerdos, previewCancelaciones } from './cambios.api.ts'

export interface Elegida {
  id: string
  nombre: string
}

/** One cancelación for several candidaturas: its fields, its effects on each, and its receipt. All of them or none. */
export function useCancelaciones() {
  const eleccion = useFormulario<{ elegidas: Elegida[] }>('elegidas para cancelar', () => ({ elegidas: [] }))
  const elegidas = computed<readonly Elegida[]>(() => eleccion.values.elegidas)
  const form = useDecision()
  const preview = useRemote(() => {
    const ids = elegidas.value.map(({ id }) => id)
    return previewCancelaciones(ids, cambioBody('cancelar', form.values))
  })
  const { busy, problem, run } = useAct()
  const done = shallowRef<{ cuantas: number; acuse: Acuse } | null>(null)
  const efectos = computed(() => preview.data.value?.elementos ?? [])
  const refused = computed(() => efectos.value.filter(({ permitido }) => !permitido))

  /** Begins with the candidaturas just chosen, or with the last ones when one comes back from elsewhere. */
  async function begin(chosen: Elegida[]): Promise<void> {
    await eleccion.begin({ elegidas: [] })
    if (chosen.length > 0) eleccion.values.elegidas = chosen
    await form.begin()
  }

  /** Asks what would happen. False when the form has to be mended first. */
  async function ask(): Promise<boolean> {
    problem.value = null
    if (!form.check()) return false
    preview.data.value = null
    await preview.reload()
    return form.accepts(preview.problem.value)
  }

  async function leaveOut(ids: ReadonlySet<string>): Promise<void> {
    eleccion.values.elegidas = eleccion.values.elegidas.filter(({ id }) => !ids.has(id))
    if (elegidas.value.length > 0) await preview.reload()
  }

  async function send(): Promise<void> {
    const seen = efectos.value.map(({ id, version }) => ({ id, version }))
    const result = await run(() => cancelSeveral(seen, form.sending(seen)))
    if (result.ok) {
      form.formulario.finish()
      eleccion.finish()
      done.value = result.data
    } else if (result.problem.status === 409)
      // Somebody did something meanwhile: the preview says what.
      await preview.reload()
    else form.accepts(result.problem)
  }

  return { elegidas, form, preview, efectos, refused, busy, problem, done, begin, ask, leaveOut, send }
}

/** Acuerdo, cause and date of the act, kept as a draft until it is done. */
function useDecision() {
  const formulario = useFormulario<CambioForm>('cancelar varias', blankCambio)
  const { values } = formulario
  const errors = shallowRef<ReturnType<typeof cambioErrors>>([])
  let sought = ''
  const acuerdos = useRemote(() => findAcuerdos(sought))

  async function begin(): Promise<void> {
    await Promise.all([formulario.begin(blankCambio()), acuerdos.reload()])
  }

  async function search(text: string): Promise<void> {
    sought = text
    await acuerdos.reload()
  }

  /** An acuerdo usually takes effect on its own day: a form that says nothing yet starts there. */
  function chooseAcuerdo(acuerdo: CambioForm['acuerdo']): void {
    values.acuerdo = acuerdo
    if (values.efectosDesde === '' && acuerdo !== null) values.efectosDesde = acuerdo.fecha
  }

  function check(): boolean {
    errors.value = cambioErrors('cancelar', values)
    return errors.value.length === 0
  }

  /** Whether the API has nothing to say of the fields. */
  function accepts(problem: Problem | null): boolean {
    if (!refusesForm(problem)) return true
    errors.value = fieldErrorsOf(problem, CAMPOS)
    return false
  }

  /** A repeated sending carries the same key, so that it is done once. */
  function sending(seen: readonly object[]) {
    const body = cambioBody('cancelar', values)
    const content = JSON.stringify({ seen, body })
    if (values.attempt?.body !== content) values.attempt = { key: crypto.randomUUID(), body: content }
    return { body, key: values.attempt.key }
  }

  return { formulario, values, errors, acuerdos, begin, search, chooseAcuerdo, check, accepts, sending }
}
