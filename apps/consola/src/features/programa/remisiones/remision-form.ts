import type { FieldError } from '@conoceles/ui'
import type { Documento, PropuestaRemision, Remision, RemisionNueva } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** Attachment of an oficio: one that it had, which may no longer be evidence, or one sent just now. */
export type AnexoEscogido = Documento & Partial<Pick<Remision['anexos'][number], 'retiro'>>

/** An oficio as fields of a form. */
export interface RemisionForm {
  entregables: string[]
  numero: string
  lugar: string
  fecha: string
  destinatario: { nombre: string; cargo: string; organo: string }
  conAtencion: boolean
  atencion: { nombre: string; cargo: string; organo: string }
  asunto: string
  cuerpo: string
  remitente: { nombre: string; cargo: string }
  /** One a line. */
  copias: string
  iniciales: string
  /** Version of the template that proposed its words; null: nothing did. */
  plantilla: number | null
  anexos: AnexoEscogido[]
}

const NOBODY = { nombre: '', cargo: '', organo: '' }

export function blankRemision(): RemisionForm {
  return {
    ...{
      entregables: [],
      numero: '',
      lugar: '',
      fecha: '',
      asunto: '',
      cuerpo: '',
      copias: '',
      iniciales: '',
      plantilla: null,
      anexos: [],
    },
    ...{ destinatario: { ...NOBODY }, conAtencion: false, atencion: { ...NOBODY }, remitente: { nombre: '', cargo: '' } },
  }
}

export function formOfPropuesta(propuesta: PropuestaRemision, entregables: string[]): RemisionForm {
  const { lugar, fecha, destinatario, atencion, asunto, cuerpo, remitente, plantilla, anexos } = propuesta
  const address = { destinatario, conAtencion: atencion !== null, atencion: atencion ?? { ...NOBODY }, remitente }
  return { ...blankRemision(), entregables, lugar, fecha, asunto, cuerpo, plantilla, anexos, ...address }
}

export function formOf({ entregables, copias, iniciales, atencion, ...rest }: Remision): RemisionForm {
  const { numero, lugar, fecha, destinatario, asunto, cuerpo, remitente, plantilla, anexos } = rest
  return {
    ...{ numero, lugar, fecha, destinatario, asunto, cuerpo, remitente, plantilla, anexos },
    entregables: entregables.map(({ clave }) => clave),
    conAtencion: atencion !== null,
    atencion: atencion ?? { ...NOBODY },
    copias: copias.join('\n'),
    iniciales: iniciales ?? '',
  }
}

export function bodyOf({ conAtencion, copias, iniciales, anexos, atencion, ...rest }: RemisionForm): RemisionNueva {
  return {
    ...rest,
    atencion: conAtencion ? atencion : null,
    copias: copias
      .split('\n')
      .map((copia) => copia.trim())
      .filter((copia) => copia !== ''),
    iniciales: iniciales.trim() || null,
    anexos: anexos.map(({ id }) => id),
  }
}

/** Ids of the fields by their name in the API. */
export const CAMPOS: Readonly<Record<string, string>> = {
  entregables: 'entregables',
  numero: 'numero',
  lugar: 'lugar',
  fecha: 'fecha',
  'destinatario.nombre': 'destinatario-nombre',
  'destinatario.cargo': 'destinatario-cargo',
  'destinatario.organo': 'destinatario-organo',
  'atencion.nombre': 'atencion-nombre',
  'atencion.cargo': 'atencion-cargo',
  'atencion.organo': 'atencion-organo',
  asunto: 'asunto',
  cuerpo: 'cuerpo',
  'remitente.nombre': 'remitente-nombre',
  'remitente.cargo': 'remitente-cargo',
  copias: 'copias',
  iniciales: 'iniciales',
  anexos: 'anexo',
}

export function remisionErrors(form: RemisionForm): FieldError[] {
  const { destinatario, atencion, conAtencion, remitente } = form
  return [
    ...(form.entregables.length === 0 ? [{ id: 'entregables', text: t('remisiones.faltaEntregable') }] : []),
    ...missing(form.numero, 'numero', t('remisiones.faltaNumero')),
    ...missing(form.lugar, 'lugar', t('remisiones.faltaLugar')),
    ...missing(form.fecha, 'fecha', t('remisiones.faltaFecha')),
    ...missing(destinatario.cargo, 'destinatario-cargo', t('remisiones.faltaCargo')),
    ...missing(destinatario.organo, 'destinatario-organo', t('remisiones.faltaOrgano')),
    ...(conAtencion ? missing(atencion.cargo, 'atencion-cargo', t('remisiones.faltaCargo')) : []),
    ...(conAtencion ? missing(atencion.organo, 'atencion-organo', t('remisiones.faltaOrgano')) : []),
    ...missing(form.asunto, 'asunto', t('remisiones.faltaAsunto')),
    ...missing(form.cuerpo, 'cuerpo', t('remisiones.faltaCuerpo')),
    ...missing(remitente.cargo, 'remitente-cargo', t('remisiones.faltaCargo')),
  ]
}
