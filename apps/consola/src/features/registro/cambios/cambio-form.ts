import type { FieldError } from '@conoceles/ui'
import type { ActoCambio } from '@conoceles/domain'
import { keysOf } from '@conoceles/domain/typed'
import type { Candidatura } from '../../../api-types.ts'
import type { Documento } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** Data of a persona and of her registration, as fields of a form: a blank is ''. */
export interface DatosForm {
  nombre: string
  primerApellido: string
  segundoApellido: string
  apodo: string
  sexo: string
  fechaNacimiento: string
  partidoOrigen: string
  accionAfirmativa: string
  eleccionConsecutiva: boolean
}

/** Everything that any of the four acts asks; each form shows its own. */
export interface CambioForm {
  acuerdo: { id: string; numero: string; fecha: string } | null
  documento: Documento | null
  sustento: 'acuerdo' | 'documento'
  causa: string
  efectosDesde: string
  motivo: string
  entra: 'nueva' | 'registrada'
  persona: DatosForm
  registrada: { id: string; nombre: string; lugar: string } | null
  /** Data from which a correction started. */
  base: DatosForm
  datos: DatosForm
  /** The last sending: repeated with the same key while the content is the same. */
  attempt: { key: string; body: string } | null
}

export function blankDatos(): DatosForm {
  return {
    nombre: '',
    primerApellido: '',
    segundoApellido: '',
    apodo: '',
    sexo: '',
    fechaNacimiento: '',
    partidoOrigen: '',
    accionAfirmativa: '',
    eleccionConsecutiva: false,
  }
}

export function blankCambio(): CambioForm {
  return {
    acuerdo: null,
    documento: null,
    sustento: 'acuerdo',
    causa: '',
    efectosDesde: '',
    motivo: '',
    entra: 'nueva',
    persona: blankDatos(),
    registrada: null,
    base: blankDatos(),
    datos: blankDatos(),
    attempt: null,
  }
}

/** The data of a candidatura as fields. */
export function datosOf(candidatura: Candidatura): DatosForm {
  const { persona, partidoOrigen, accionAfirmativa, eleccionConsecutiva } = candidatura
  const { nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento } = persona
  const texts = { nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento }
  const claves = { partidoOrigen: partidoOrigen?.clave, accionAfirmativa: accionAfirmativa?.clave }
  const filled = Object.entries({ ...texts, ...claves }).filter(([, value]) => value !== null && value !== undefined)
  return { ...blankDatos(), ...Object.fromEntries(filled), eleccionConsecutiva }
}

/** Puts the typed changes over newer data: fields that nobody touched here take the new value. */
export function rebase({ base, datos }: { base: DatosForm; datos: DatosForm }, actual: DatosForm): DatosForm {
  return { ...actual, ...changesOf(base, datos) }
}

/** The fields that differ, with their new value. */
export function changesOf(base: DatosForm, datos: DatosForm): Partial<DatosForm> {
  const keys = keysOf(base)
  return Object.fromEntries(keys.filter((key) => tidy(datos[key]) !== tidy(base[key])).map((key) => [key, tidy(datos[key])]))
}

/** Lists the missing fields of the form, in the order in which they are asked. */
export function cambioErrors(acto: ActoCambio, form: CambioForm): FieldError[] {
  return [...CHECKS[acto](form)]
}

/** Ids of the fields by their name in the API, to lead each refusal to its field. */
export const CAMPOS: Readonly<Record<string, string>> = {
  acuerdoId: 'acuerdo',
  documentoId: 'documento',
  causa: 'causa',
  efectosDesde: 'efectos',
  motivo: 'motivo',
  entraDe: 'registrada',
  ...idsOf('entra'),
  ...idsOf('datos'),
}

type Body = Record<string, unknown>

/** The body of the act, without the version: only what its form asked. */
export function cambioBody(acto: ActoCambio, form: CambioForm): Body {
  return BODIES[acto](form)
}

const CHECKS: Record<ActoCambio, (form: CambioForm) => FieldError[]> = {
  sustituir: (form) => [...entraErrors(form), ...causaErrors(form), ...acuerdoErrors(form), ...efectosErrors(form)],
  cancelar: (form) => [...causaErrors(form), ...acuerdoErrors(form), ...efectosErrors(form)],
  corregir: (form) => [...datosErrors(form), ...motivoErrors(form), ...sustentoErrors(form)],
  restituir: (form) => [...acuerdoErrors(form), ...efectosErrors(form), ...motivoErrors(form)],
}

const BODIES: Record<ActoCambio, (form: CambioForm) => Body> = {
  sustituir: (form) => ({ ...decisionOf(form), ...entraOf(form) }),
  cancelar: decisionOf,
  corregir: (form) => ({ ...sustentoOf(form), motivo: form.motivo.trim(), datos: blanksAsNull(changesOf(form.base, form.datos)) }),
  restituir: ({ acuerdo, efectosDesde, motivo }) => ({ acuerdoId: acuerdo?.id, efectosDesde, motivo: motivo.trim() }),
}

function decisionOf({ acuerdo, causa, efectosDesde, motivo }: CambioForm): Body {
  return { acuerdoId: acuerdo?.id, causa, efectosDesde, ...(motivo.trim() === '' ? {} : { motivo: motivo.trim() }) }
}

function entraOf({ entra, persona, registrada }: CambioForm): Body {
  return entra === 'registrada' ? { entraDe: registrada?.id } : { entra: withoutBlanks(persona) }
}

function sustentoOf({ sustento, acuerdo, documento }: CambioForm): Body {
  return sustento === 'acuerdo' ? { acuerdoId: acuerdo?.id } : { documentoId: documento?.id }
}

function withoutBlanks(datos: DatosForm): Body {
  return Object.fromEntries(
    Object.entries(datos)
      .map(([key, value]) => [key, tidy(value as string | boolean)] as const)
      .filter(([, value]) => value !== ''),
  )
}

function blanksAsNull(datos: Partial<DatosForm>): Body {
  return Object.fromEntries(Object.entries(datos).map(([key, value]) => [key, value === '' ? null : value]))
}

function entraErrors({ entra, persona, registrada }: CambioForm): FieldError[] {
  if (entra === 'registrada') return registrada === null ? [{ id: 'registrada', text: t('cambios.faltaRegistrada') }] : []
  return [
    ...missing(persona.nombre, 'entra-nombre', t('cambios.faltaNombre')),
    ...missing(persona.primerApellido, 'entra-primerApellido', t('cambios.faltaApellido')),
    ...missing(persona.sexo, 'entra-sexo', t('cambios.faltaSexo')),
    ...missing(persona.fechaNacimiento, 'entra-fechaNacimiento', t('cambios.faltaNacimiento')),
  ]
}

function datosErrors({ base, datos }: CambioForm): FieldError[] {
  const blank = missing(datos.nombre, 'datos-nombre', t('cambios.faltaNombre'))
  if (blank.length > 0) return blank
  return Object.keys(changesOf(base, datos)).length === 0 ? [{ id: 'datos-nombre', text: t('cambios.nadaCambia') }] : []
}

function causaErrors({ causa }: CambioForm): FieldError[] {
  return missing(causa, 'causa', t('cambios.faltaCausa'))
}

function acuerdoErrors({ acuerdo }: CambioForm): FieldError[] {
  return missing(acuerdo?.id, 'acuerdo', t('cambios.faltaAcuerdo'))
}

function efectosErrors({ efectosDesde }: CambioForm): FieldError[] {
  return missing(efectosDesde, 'efectos', t('cambios.faltaEfectos'))
}

function motivoErrors({ motivo }: CambioForm): FieldError[] {
  return missing(motivo, 'motivo', t('cambios.faltaMotivo'))
}

function sustentoErrors(form: CambioForm): FieldError[] {
  return form.sustento === 'acuerdo' ? acuerdoErrors(form) : missing(form.documento?.id, 'documento', t('cambios.faltaDocumento'))
}

function tidy<T extends string | boolean>(value: T): T {
  return (typeof value === 'string' ? value.trim() : value) as T
}

function idsOf(group: 'entra' | 'datos'): Record<string, string> {
  return Object.fromEntries(Object.keys(blankDatos()).map((key) => [`${group}.${key}`, `${group}-${key}`]))
}
