import type { ActoCambio } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import { computed, shallowRef } from 'vue'
import { fieldErrorsOf, refusesForm } from '../../../shared/formularios/form-errors.ts'
import type { Problem } from '../../../shared/red/problems.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { CAMPOS, blankCambio, cambioBody, cambioErrors, datosOf, rebase, type CambioForm } from './cambio-form.ts'
import { previewCambio, readCandidatura } from './cambios.api.ts'

export type Cambio = ReturnType<typeof useCambio>

/** Form of one act on one candidatura, with its effects. */
export function useCambio(acto: ActoCambio, id: string) {
  const candidatura = useRemote(() => readCandidatura(id))
  const formulario = useFormulario<CambioForm>(`${acto} ${id}`, blankCambio)
  const { values } = formulario
  const preview = useRemote(async () => {
    const result = await previewCambio(acto, id, cambioBody(acto, values))
    return result.ok ? { ok: true as const, data: result.data.elementos[0] ?? null } : result
  })
  /** Lacks of the form, or errors of the API on its fields. */
  const errors = shallowRef<FieldError[]>([])
  const accion = computed(() => candidatura.data.value?.acciones.find((each) => each.acto === acto) ?? null)

  /** Reads the candidatura. The typed text stays, over the data that are there now. */
  async function load(): Promise<void> {
    await candidatura.reload()
    if (candidatura.data.value === null) return
    const base = datosOf(candidatura.data.value)
    const typed = formulario.ready.value ? values : await formulario.begin({ ...blankCambio(), base, datos: { ...base } })
    if (typed !== null) Object.assign(values, { base, datos: rebase(typed, base) })
  }

  /** Whether the form is complete. */
  function check(): boolean {
    errors.value = cambioErrors(acto, values)
    return errors.value.length === 0
  }

  /** Asks what would happen. False when the form has to be mended first. */
  async function ask(): Promise<boolean> {
    preview.data.value = null
    await preview.reload()
    return !refuse(preview.problem.value)
  }

  /** Takes the errors of the API on the fields; false when there are none. */
  function refuse(problem: Problem | null): boolean {
    if (!refusesForm(problem)) return false
    errors.value = fieldErrorsOf(problem, CAMPOS)
    return true
  }

  /** An acuerdo usually takes effect on its own day: a form that says nothing yet starts there. */
  function chooseAcuerdo(acuerdo: CambioForm['acuerdo']): void {
    values.acuerdo = acuerdo === null ? null : { id: acuerdo.id, numero: acuerdo.numero, fecha: acuerdo.fecha }
    if (values.efectosDesde === '' && acuerdo !== null) values.efectosDesde = acuerdo.fecha
  }

  return { acto, id, candidatura, formulario, values, preview, errors, accion, load, check, ask, refuse, chooseAcuerdo }
}
