import type { FieldError } from '@conoceles/ui'
import { computed, ref } from 'vue'
import type { EntregaHecha, EntregaNueva } from '../../../api-types.ts'
import { fromLocalInput, toLocalInput } from '../../../shared/formularios/dates.ts'
import { fieldErrorsOf, missing, refusesForm } from '../../../shared/formularios/form-errors.ts'
import { t } from '../mensajes.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { doEntrega, previewEntrega, readEntrega } from './entregas.api.ts'

/** Fields of a delivery; the hour is that of the zone of the proceso. */
export interface EntregaForm {
  recibe: string
  entregadaEn: string
  attempt: { key: string; body: string } | null
}

const CAMPOS = { recibe: 'recibe', entregadaEn: 'entregada' }

/** The delivery of the accounts of one actor político for one acuerdo, from its form to its receipt. */
export function useEntrega(acuerdoId: string, actorPoliticoId: string) {
  const remote = useRemote(() => readEntrega(acuerdoId, actorPoliticoId))
  const formulario = useFormulario<EntregaForm>(`entrega ${acuerdoId} ${actorPoliticoId}`, () => blank(''))
  const { values } = formulario
  const preview = useRemote(() => previewEntrega(bodyOf()))
  const { busy, problem, run } = useAct()
  const errors = ref<FieldError[]>([])
  const entrega = computed(() => remote.data.value?.[0] ?? null)

  async function load(now: string | null): Promise<void> {
    await remote.reload()
    if (!formulario.ready.value) await formulario.begin(blank(now === null ? '' : toLocalInput(now)))
  }

  function check(): boolean {
    errors.value = [
      ...missing(values.recibe, 'recibe', t('entregas.faltaRecibe')),
      ...missing(values.entregadaEn, 'entregada', t('entregas.faltaFecha')),
    ]
    return errors.value.length === 0
  }

  /** Asks which term would start. False when the form has to be mended first. */
  async function ask(): Promise<boolean> {
    preview.data.value = null
    await preview.reload()
    if (!refusesForm(preview.problem.value)) return true
    errors.value = fieldErrorsOf(preview.problem.value, CAMPOS)
    return false
  }

  async function send(): Promise<EntregaHecha | null> {
    const body = bodyOf()
    const result = await run(() => doEntrega(body, keyFor(body)))
    if (result.ok) {
      formulario.finish()
      return result.data
    }
    // Somebody else delivered first: the page shows that delivery, with its own receipt.
    if (result.problem.status === 409) await remote.reload()
    if (refusesForm(result.problem)) errors.value = fieldErrorsOf(result.problem, CAMPOS)
    return null
  }

  function bodyOf(): EntregaNueva {
    return { acuerdoId, actorPoliticoId, recibe: values.recibe.trim(), entregadaEn: fromLocalInput(values.entregadaEn) }
  }

  function keyFor(body: object): string {
    const text = JSON.stringify(body)
    if (values.attempt?.body !== text) values.attempt = { key: crypto.randomUUID(), body: text }
    return values.attempt.key
  }

  return { remote, entrega, formulario, values, preview, busy, problem, errors, load, check, ask, send }
}

function blank(entregadaEn: string): EntregaForm {
  return { recibe: '', entregadaEn, attempt: null }
}
