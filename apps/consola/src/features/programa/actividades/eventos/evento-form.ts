import type { FieldError } from '@conoceles/ui'
import type { Documento, EventoNuevo } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'
import { fromLocalInput } from '../../../../shared/formularios/dates.ts'
import { missing } from '../../../../shared/formularios/form-errors.ts'

export interface EventoForm {
  tipo: string | null
  /** Local date and time. */
  ocurrido: string
  titulo: string
  /** Object of the modification: a duty of the calendar, or a document of its own. */
  de: 'entregable' | 'otro' | null
  entregable: string
  /** Number of a version; blank: none in particular. */
  version: string
  otro: string
  documento: Documento | null
}

export const blankEvento = (): EventoForm => ({
  ...{ tipo: null, ocurrido: '', titulo: '', de: null, entregable: '', version: '', otro: '', documento: null },
})

/** Ids of the fields by their name in the API. */
export const CAMPOS_EVENTO = {
  tipo: 'evento-tipo',
  ocurridoEn: 'evento-ocurrido',
  titulo: 'evento-titulo',
  causa: 'evento-de',
  'causa.entregable': 'evento-entregable',
  'causa.version': 'evento-version',
  'causa.documento': 'evento-otro',
  documentoId: 'evento-documento',
}

const MINIMUM = { titulo: 5, otro: 3 }

export function eventoErrors(form: EventoForm): FieldError[] {
  return [
    ...missing(form.tipo, 'evento-tipo', t('eventos.faltaQue')),
    ...missing(form.ocurrido, 'evento-ocurrido', t('eventos.faltaCuando')),
    ...(form.titulo.trim().length < MINIMUM.titulo ? [{ id: 'evento-titulo', text: t('eventos.faltaTitulo') }] : []),
    ...(form.tipo === 'modificacion' ? causaErrors(form) : []),
  ]
}

function causaErrors({ de, entregable, otro }: EventoForm): FieldError[] {
  if (de === 'entregable') return missing(entregable, 'evento-entregable', t('eventos.faltaEntregable'))
  if (de === 'otro') return otro.trim().length < MINIMUM.otro ? [{ id: 'evento-otro', text: t('eventos.faltaOtro') }] : []
  return [{ id: 'evento-de', text: t('eventos.faltaCausa') }]
}

export function eventoOf(form: EventoForm): EventoNuevo {
  return {
    tipo: form.tipo as EventoNuevo['tipo'],
    ocurridoEn: fromLocalInput(form.ocurrido),
    titulo: form.titulo.trim(),
    ...(form.tipo === 'modificacion' ? { causa: causaOf(form) } : {}),
    ...(form.documento === null ? {} : { documentoId: form.documento.id }),
  }
}

function causaOf({ de, entregable, version, otro }: EventoForm): NonNullable<EventoNuevo['causa']> {
  if (de === 'otro') return { documento: otro.trim() }
  return { entregable, ...(version === '' ? {} : { version: Number(version) }) }
}
