import type { CorregibleRemision } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { AcuseCorregido, Documento, EnvioCorregido, Remision } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { fromLocalInput, toLocalInput } from '../../../shared/formularios/dates.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** Sending or acuse as fields: `dato` is the way, or the folio of the INE. */
export interface CorreccionForm {
  cuando: string
  dato: string
  documento: Documento | null
  motivo: string
}

interface Of {
  que: CorregibleRemision
  remision: Pick<Remision, 'version' | 'envio' | 'acuse'>
}

const MINIMUM = 10

/** Form with the data as recorded now. */
export function recordedOf(que: CorregibleRemision, { envio, acuse }: Of['remision']): CorreccionForm {
  const blank: CorreccionForm = { cuando: '', dato: '', documento: null, motivo: '' }
  if (que === 'envio')
    return envio ? { ...blank, cuando: toLocalInput(envio.enviadaEn), dato: envio.medio, documento: envio.oficio } : blank
  return acuse ? { ...blank, cuando: toLocalInput(acuse.recibidaEn), dato: acuse.folio, documento: acuse.documento } : blank
}

export function correccionErrors(form: CorreccionForm, { que, remision }: Of): FieldError[] {
  const before = recordedOf(que, remision)
  const same = form.cuando === before.cuando && form.dato.trim() === before.dato && form.documento?.id === before.documento?.id
  return [
    ...missing(form.cuando, `${que}-cuando`, t('remisiones.faltaCuando')),
    ...missing(form.dato, `${que}-dato`, t(que === 'envio' ? 'remisiones.faltaMedio' : 'remisiones.faltaFolio')),
    ...(form.motivo.trim().length < MINIMUM ? [{ id: `${que}-motivo`, text: t('remisiones.faltaMotivo') }] : []),
    ...(same ? [{ id: `${que}-cuando`, text: t('remisiones.nadaCambia') }] : []),
  ]
}

export function correccionOf(form: CorreccionForm, { que, remision }: Of): EnvioCorregido | AcuseCorregido {
  const common = { version: remision.version, motivo: form.motivo.trim() }
  if (que === 'envio') {
    const enviadaEn = instantOf(form.cuando, remision.envio?.enviadaEn)
    return { ...common, enviadaEn, medio: form.dato as EnvioCorregido['medio'], ...(form.documento ? { oficioId: form.documento.id } : {}) }
  }
  const recibidaEn = instantOf(form.cuando, remision.acuse?.recibidaEn)
  return { ...common, recibidaEn, folio: form.dato.trim(), ...(form.documento ? { documentoId: form.documento.id } : {}) }
}

/** A field tells minutes: an unchanged one keeps the seconds of the record. */
function instantOf(cuando: string, recorded: string | undefined): string {
  return recorded !== undefined && toLocalInput(recorded) === cuando ? recorded : fromLocalInput(cuando)
}
