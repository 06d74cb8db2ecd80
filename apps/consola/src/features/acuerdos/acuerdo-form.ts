import type { FieldError } from '@conoceles/ui'
import type { Acuerdo, AcuerdoCompletado, AcuerdoNuevo, Documento } from '../../api-types.ts'
import { t } from '../../messages/index.ts'
import { fromLocalInput, toLocalInput } from '../../shared/dates.ts'
import { missing } from '../../shared/form-errors.ts'

/** An acuerdo as fields of a form. The day and the hour are those of the zone of the proceso. */
export interface AcuerdoForm {
  numero: string
  organo: string
  fecha: string
  hora: string
  asunto: string
  documento: Documento | null
}

export function blankAcuerdo(): AcuerdoForm {
  return { numero: '', organo: '', fecha: '', hora: '', asunto: '', documento: null }
}

export function formOf({ numero, organo, fecha, aprobadoEn, asunto, documento }: Acuerdo): AcuerdoForm {
  return {
    numero,
    organo: organo?.clave ?? '',
    fecha,
    hora: aprobadoEn === null ? '' : toLocalInput(aprobadoEn).slice(11),
    asunto: asunto ?? '',
    documento,
  }
}

/** Ids of the fields by their name in the API. */
export const CAMPOS: Readonly<Record<string, string>> = {
  numero: 'numero',
  organo: 'organo',
  aprobadoEn: 'hora',
  asunto: 'asunto',
  documentoId: 'documento',
}

export function acuerdoErrors(form: AcuerdoForm): FieldError[] {
  return [
    ...missing(form.numero, 'numero', t('acuerdos.faltaNumero')),
    ...missing(form.organo, 'organo', t('acuerdos.faltaOrgano')),
    ...missing(form.fecha, 'fecha', t('acuerdos.faltaFecha')),
    ...missing(form.hora, 'hora', t('acuerdos.faltaHora')),
    ...missing(form.asunto, 'asunto', t('acuerdos.faltaAsunto')),
  ]
}

export function nuevoOf(form: AcuerdoForm): AcuerdoNuevo {
  return {
    numero: form.numero.trim(),
    organo: form.organo,
    aprobadoEn: fromLocalInput(`${form.fecha}T${form.hora}`),
    asunto: form.asunto.trim(),
    documentoId: form.documento?.id ?? null,
  }
}

/** Only what was added or changed: what was there and is blank now stays. */
export function completadoOf(form: AcuerdoForm, acuerdo: Acuerdo): AcuerdoCompletado {
  const before = formOf(acuerdo)
  const isNew = (field: 'organo' | 'hora' | 'asunto') => form[field].trim() !== '' && form[field].trim() !== before[field]
  const added: AcuerdoCompletado = {}
  if (isNew('organo')) added.organo = form.organo
  if (isNew('hora')) added.aprobadoEn = fromLocalInput(`${form.fecha}T${form.hora}`)
  if (isNew('asunto')) added.asunto = form.asunto.trim()
  if (form.documento !== null && form.documento.id !== before.documento?.id) added.documentoId = form.documento.id
  return added
}
