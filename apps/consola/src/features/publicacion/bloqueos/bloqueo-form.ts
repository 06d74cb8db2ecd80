import type { FieldError } from '@conoceles/ui'
import type { BloqueoNuevo, Documento } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

export interface BloqueoForm {
  candidatura: { id: string; nombre: string } | null
  alcance: string
  seccion: string
  campo: string
  base: string
  autoridad: string
  orden: string
  motivo: string
  hasta: string
  documento: Documento | null
  provisional: boolean
}

export function blankBloqueo(): BloqueoForm {
  return {
    ...{ candidatura: null, alcance: 'persona', seccion: '', campo: '', base: 'orden', autoridad: '', orden: '' },
    ...{ motivo: '', hasta: '', documento: null, provisional: false },
  }
}

const MIN_MOTIVO = 5

/** Lists the missing fields of the form. */
export function checkBloqueo(form: BloqueoForm): FieldError[] {
  const { alcance, base } = form
  return [
    ...(form.candidatura === null ? [{ id: 'candidatura', text: t('bloqueos.faltaPersona') }] : []),
    ...(alcance === 'seccion' ? missing(form.seccion, 'seccion', t('bloqueos.faltaSeccion')) : []),
    ...(alcance === 'campo' ? missing(form.campo, 'campo', t('bloqueos.faltaCampo')) : []),
    ...(base === 'orden' ? missing(form.autoridad, 'autoridad', t('politica.faltaAutoridad')) : []),
    ...(base === 'orden' ? missing(form.orden, 'orden', t('bloqueos.faltaOrden')) : []),
    ...(form.motivo.trim().length < MIN_MOTIVO ? [{ id: 'motivo', text: t('bloqueos.faltaMotivo') }] : []),
  ]
}

export function bloqueoOf(form: BloqueoForm): BloqueoNuevo {
  const { alcance, base } = form
  const ordered = (text: string) => (base === 'orden' ? text.trim() : null)
  const claves: Record<string, string> = { seccion: form.seccion, campo: form.campo }
  return {
    ...{ candidaturaId: form.candidatura?.id ?? '', alcance: alcance as BloqueoNuevo['alcance'], clave: claves[alcance] ?? null },
    ...{ base: base as BloqueoNuevo['base'], autoridad: ordered(form.autoridad), orden: ordered(form.orden), motivo: form.motivo.trim() },
    ...{ documentoId: form.documento?.id ?? null, hasta: form.hasta === '' ? null : form.hasta },
    provisional: base === 'riesgo' && form.provisional,
  }
}
