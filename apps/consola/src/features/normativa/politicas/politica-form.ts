import type { FieldError } from '@conoceles/ui'
import type { BorradorPolitica, CampoPolitica, CampoPoliticaNuevo, Documento, SustentoPolitica } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** Form of one field of a draft, and why the draft is made. `campo`: the field that is open; '' for none. */
export interface CampoForm {
  campo: string
  publico: string
  base: string
  desde: string
  hasta: string
  clase: string
  acuerdoId: string
  autoridad: string
  numero: string
  fecha: string
  documento: Documento | null
}

export function blankCampo(): CampoForm {
  return {
    ...{ campo: '', publico: 'si', base: '', desde: '', hasta: '', clase: 'acuerdo' },
    ...{ acuerdoId: '', autoridad: '', numero: '', fecha: '', documento: null },
  }
}

/** The form of a field, as it stands in the draft. */
export function formOfCampo({ campo, publico, base, desde, hasta, sustento }: CampoPolitica): CampoForm {
  return {
    ...{ campo, publico: publico ? 'si' : 'no', base, desde: desde ?? '', hasta: hasta ?? '', clase: sustento?.clase ?? 'acuerdo' },
    ...resolucionOf(sustento),
    acuerdoId: sustento?.acuerdoId ?? '',
  }
}

function resolucionOf(sustento: SustentoPolitica | null): Pick<CampoForm, 'autoridad' | 'numero' | 'fecha' | 'documento'> {
  if (sustento?.clase !== 'resolucion') return { autoridad: '', numero: '', fecha: '', documento: null }
  return { autoridad: sustento.autoridad ?? '', numero: sustento.numero, fecha: sustento.fecha, documento: sustento.documento }
}

/** Lists what the form lacks, each with its field. */
export function checkCampo(form: CampoForm): FieldError[] {
  const order = form.desde !== '' && form.hasta !== '' && form.hasta < form.desde ? [{ id: 'hasta', text: t('politica.faltaOrden') }] : []
  const resolucion = [
    ...missing(form.autoridad, 'autoridad', t('politica.faltaAutoridad')),
    ...missing(form.numero, 'numero', t('politica.faltaExpediente')),
    ...missing(form.fecha, 'fecha', t('politica.faltaFecha')),
    ...(form.documento === null ? [{ id: 'documento', text: t('politica.faltaDocumento') }] : []),
  ]
  return [
    ...missing(form.base, 'base', t('politica.faltaBase')),
    ...(form.publico === 'si' ? order : []),
    ...(form.clase === 'acuerdo' ? missing(form.acuerdoId, 'acuerdo', t('politica.faltaAcuerdo')) : resolucion),
  ]
}

export function campoOf(form: CampoForm): CampoPoliticaNuevo {
  const publico = form.publico === 'si'
  const day = (text: string) => (publico && text !== '' ? text : null)
  const acuerdo = form.clase === 'acuerdo'
  const only = (text: string) => (acuerdo ? null : text)
  return {
    ...{ campo: form.campo, publico, base: form.base.trim(), desde: day(form.desde), hasta: day(form.hasta) },
    sustento: {
      clase: acuerdo ? 'acuerdo' : 'resolucion',
      acuerdoId: acuerdo ? form.acuerdoId : null,
      ...{ autoridad: only(form.autoridad), numero: only(form.numero), fecha: only(form.fecha) },
      documentoId: acuerdo ? null : (form.documento?.id ?? null),
    },
  }
}

/** Changes that a draft has already, as they are sent again with the next one; `sin`: a field that is left out. */
export function cambiosDe({ diferencias }: BorradorPolitica, sin: string): CampoPoliticaNuevo[] {
  return diferencias.filter(({ campo }) => campo !== sin).map(({ despues }) => nuevoOf(despues))
}

function nuevoOf({ campo, publico, base, desde, hasta, sustento }: CampoPolitica): CampoPoliticaNuevo {
  return { campo, publico, base, desde, hasta, sustento: sustento && sustentoNuevo(sustento) }
}

function sustentoNuevo({ clase, acuerdoId, autoridad, numero, fecha, documento }: SustentoPolitica): CampoPoliticaNuevo['sustento'] {
  const acuerdo = clase === 'acuerdo'
  return {
    ...{ clase, acuerdoId, autoridad },
    ...(acuerdo ? { numero: null, fecha: null, documentoId: null } : { numero, fecha, documentoId: documento?.id ?? null }),
  }
}
