import { Temporal } from 'temporal-polyfill'
import type { EstatusCandidatura, EstatusCaptura, EstatusSeccion } from './estatus.ts'
import { terminoElDia } from './plazo.ts'

/**
 * Rules of the acts on a captura. Each returns the reasons why it may not be done now, as sentences for the person at the screen;
 * an empty list means that it may. The console shows them beside the disabled button; the API throws them after the lock.
 */
export interface CapturaState {
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  cierreCaptura: string
  zona: string
  ahora: Temporal.Instant
}

export interface Completeness {
  /** Titles of the sections that are not complete. */
  seccionesIncompletas: string[]
  consentimiento: 'ninguno' | 'pendiente' | 'rechazado' | 'vigente'
}

export function razonesContraCapturar(state: CapturaState): string[] {
  return [
    ...vigente(state),
    ...reasonsOf(isClosed(state) && `La captura cerró el ${longDate(state.cierreCaptura)}.`),
    ...reasonsOf(state.estatusCaptura === 'validada' && 'Ya se validó y el instituto la está revisando.'),
    ...reasonsOf(state.estatusCaptura === 'verificada' && 'El instituto ya la verificó; sólo cambia si se observa alguna sección.'),
  ]
}

/** A section may change while the candidatura is being captured; once observed, only what was observed. */
export function razonesContraCapturarSeccion(state: CapturaState, seccion: EstatusSeccion): string[] {
  const closed = seccion === 'validada' || seccion === 'verificada'
  return [...razonesContraCapturar(state), ...reasonsOf(closed && 'Esta sección no está observada: ya la revisó el instituto.')]
}

/** Sensitive data are not received before the persona consents to their treatment (LGPDPPSO arts. 7 and 15). */
export function razonesContraCapturarIdentidad(tratamiento: boolean | null): string[] {
  return [
    ...reasonsOf(tratamiento === null && 'Antes del cuestionario de identidad hay que registrar el consentimiento de la persona.'),
    ...reasonsOf(tratamiento === false && 'La persona no consintió el tratamiento de sus datos de identidad: no se capturan.'),
  ]
}

export function razonesContraValidar(state: CapturaState, completeness: Completeness): string[] {
  const against = razonesContraCapturar(state)
  if (state.estatusCaptura === 'validada' || state.estatusCaptura === 'verificada') return against
  return [
    ...against,
    ...reasonsOf(state.estatusCaptura === 'observada' && 'Hay observaciones sin atender.'),
    ...completeness.seccionesIncompletas.map((titulo) => `Falta completar la sección «${titulo}».`),
    ...reasonsOf(completeness.consentimiento === 'ninguno' && 'Falta registrar el consentimiento de la persona.'),
    ...reasonsOf(completeness.consentimiento === 'rechazado' && 'El formato de consentimiento fue rechazado: hay que entregar otro.'),
  ]
}

export function razonesContraVerificar(state: CapturaState, completeness: Completeness): string[] {
  return [
    ...vigente(state),
    ...reasonsOf(state.estatusCaptura !== 'validada' && 'Sólo se verifica lo que el actor político ya validó.'),
    ...reasonsOf(completeness.consentimiento === 'pendiente' && 'Falta revisar el formato de consentimiento firmado.'),
    ...reasonsOf(completeness.consentimiento === 'rechazado' && 'El formato de consentimiento fue rechazado: hace falta otro.'),
  ]
}

export function razonesContraObservar(state: CapturaState): string[] {
  const reviewable = state.estatusCaptura === 'validada' || state.estatusCaptura === 'verificada' || state.estatusCaptura === 'observada'
  return [...vigente(state), ...reasonsOf(!reviewable && 'Sólo se observa lo que el actor político ya validó.')]
}

/** Estatus of the whole after a section changed. */
export function estatusTrasGuardar(secciones: EstatusSeccion[], completeness: Completeness): EstatusCaptura {
  if (secciones.includes('observada')) return 'observada'
  return completeness.seccionesIncompletas.length === 0 && completeness.consentimiento !== 'ninguno' ? 'completa' : 'en_captura'
}

function vigente(state: CapturaState): string[] {
  return reasonsOf(state.estatus !== 'aprobada' && 'La candidatura ya no está vigente.')
}

function isClosed(state: CapturaState): boolean {
  return terminoElDia(state.cierreCaptura, state)
}

/** The reasons whose condition holds. */
function reasonsOf(...reasons: (string | false)[]): string[] {
  return reasons.filter((reason) => reason !== false)
}

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** "29 de mayo de 2024". */
export function longDate(day: string): string {
  const { day: d, month, year } = Temporal.PlainDate.from(day)
  return `${d} de ${MONTHS[month - 1]} de ${year}`
}
