import type { FieldError } from '@conoceles/ui'
import type { Documento, IntegranteNuevo } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'
import { missing } from '../../../../shared/formularios/form-errors.ts'
import type { Attempt } from '../attempt.ts'

export const ENCARGOS = [
  'presidencia',
  'integrante',
  'secretaria_ejecutiva',
  'coadyuvante',
  'secretaria_tecnica',
  'encargado_despacho',
] as const satisfies IntegranteNuevo['encargo'][]

export interface IntegranteForm {
  nombre: string
  puesto: string
  encargo: string
  voto: boolean
  desde: string
  hasta: string
  suple: string
  documento: string
  archivo: Documento | null
  attempt: Attempt | null
}

export function blankIntegrante(): IntegranteForm {
  return { nombre: '', puesto: '', encargo: '', voto: false, desde: '', hasta: '', suple: '', documento: '', archivo: null, attempt: null }
}

export function integranteErrors(form: IntegranteForm): FieldError[] {
  return [
    ...missing(form.nombre, 'nombre', t('sesiones.faltaNombre')),
    ...missing(form.encargo, 'encargo', t('sesiones.faltaEncargo')),
    ...missing(form.desde, 'desde', t('sesiones.faltaDesde')),
    ...missing(form.documento, 'documento', t('sesiones.faltaDocumento')),
  ]
}

/** Body to send; blank fields are left out. */
export function integranteOf(form: IntegranteForm, organo: string): IntegranteNuevo {
  const { nombre, puesto, encargo, voto, desde, hasta, suple, documento, archivo } = form
  return {
    ...{ organo, nombre: nombre.trim(), encargo: encargo as IntegranteNuevo['encargo'], voto, desde, documento: documento.trim() },
    ...(puesto.trim() === '' ? {} : { puesto: puesto.trim() }),
    ...(hasta === '' ? {} : { hasta }),
    ...(suple === '' ? {} : { suple }),
    ...(archivo === null ? {} : { documentoId: archivo.id }),
  }
}
