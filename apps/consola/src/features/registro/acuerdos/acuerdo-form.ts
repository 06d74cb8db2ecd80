import type { FieldError } from '@conoceles/ui'
import { isOneOf, keysOf } from '@conoceles/domain/typed'
import type { Acuerdo, AcuerdoCompletado, AcuerdoCorregido, AcuerdoDetail, AcuerdoNuevo, Documento } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { fromLocalInput, toLocalInput } from '../../../shared/formularios/dates.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** An acuerdo as fields of a form. The day and the hour are those of the zone of the proceso. */
export interface AcuerdoForm {
  numero: string
  organo: string
  fecha: string
  hora: string
  asunto: string
  documento: Documento | null
}

export type CampoAcuerdo = keyof AcuerdoForm

/** Corrected values over the recorded ones, and why they are corrected. */
export interface CorreccionForm extends AcuerdoForm {
  motivo: string
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

/** Fields on record: its number and its day always, the rest as far as somebody said it. */
export function knownOf(acuerdo: Acuerdo): CampoAcuerdo[] {
  const form = formOf(acuerdo)
  return keysOf(form).filter((campo) => form[campo] !== '' && form[campo] !== null)
}

/** Ids of the fields by their name in the API. */
export const CAMPOS: Readonly<Record<string, string>> = {
  fecha: 'fecha',
  motivo: 'motivo',
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

/** Only the added or changed data: a field that was filled and is blank now keeps its value. */
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

const MINIMUM = 10

/** Nothing that is on record becomes blank again. */
export function correccionErrors(form: CorreccionForm, acuerdo: AcuerdoDetail): FieldError[] {
  const known = knownOf(acuerdo)
  const { version: _version, motivo: _motivo, ...changes } = corregidoOf(form, acuerdo)
  return [
    ...acuerdoErrors(form).filter(({ id }) => isOneOf(known, id)),
    ...(form.motivo.trim().length < MINIMUM ? [{ id: 'motivo', text: t('acuerdos.faltaMotivo') }] : []),
    ...(Object.keys(changes).length === 0 ? [{ id: null, text: t('acuerdos.nadaCambia') }] : []),
  ]
}

/** Changed data alone. A day without its hour is enough while the hour is not on record. */
export function corregidoOf(form: CorreccionForm, acuerdo: AcuerdoDetail): AcuerdoCorregido {
  const before = formOf(acuerdo)
  const others = (['numero', 'organo', 'asunto'] as const).filter((campo) => !['', before[campo]].includes(form[campo].trim()))
  return {
    ...{ version: acuerdo.correcciones.length, motivo: form.motivo.trim() },
    ...Object.fromEntries(others.map((campo) => [campo, form[campo].trim()])),
    ...(form.documento !== null && form.documento.id !== before.documento?.id ? { documentoId: form.documento.id } : {}),
    ...(form.fecha === before.fecha && form.hora === before.hora ? {} : momentOf(form)),
  }
}

function momentOf({ fecha, hora }: AcuerdoForm): Pick<AcuerdoCorregido, 'fecha' | 'aprobadoEn'> {
  if (fecha === '') return {}
  return hora === '' ? { fecha } : { aprobadoEn: fromLocalInput(`${fecha}T${hora}`) }
}
