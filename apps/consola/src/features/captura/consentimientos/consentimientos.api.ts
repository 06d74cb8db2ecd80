import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../../api.ts'
import type { FormularioRevocacion } from '../../../api-types.ts'
import type { Eleccion } from './elecciones.ts'

export function readConsentimientos(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/consentimiento', { params: { path: { id } } }))
}

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}

export interface Retiro {
  /** The one that was on the screen. */
  consentimientoId: string
  revoca: Record<Eleccion, boolean>
}

export interface Solicitud {
  recibidaEl: string
  motivo: string
  archivo: File
}

/** The persona takes choices back herself. */
export function retirar(id: string, { consentimientoId, revoca }: Retiro) {
  const body = { consentimientoId, ...revoca }
  return outcome(client.POST('/api/v1/candidaturas/{id}/consentimiento/retiros', { params: { path: { id } }, body }))
}

/** The Unidad de Transparencia takes choices back, as the persona asked for in writing. */
export function revocar(id: string, { consentimientoId, revoca, recibidaEl, motivo, archivo }: Retiro & Solicitud) {
  const texts = Object.fromEntries(Object.entries(revoca).map(([name, value]) => [name, String(value)]))
  // The file goes last: a server that reads as it arrives knows the rest by then.
  const body = multipart<FormularioRevocacion>({ consentimientoId, ...texts, recibidaEl, motivo, solicitud: archivo })
  return outcome(client.POST('/api/v1/candidaturas/{id}/consentimiento/revocaciones', { params: { path: { id } }, body }))
}

export function readSolicitud(id: string, revocacion: string) {
  const path = { id, revocacion }
  return outcome(
    client.GET('/api/v1/candidaturas/{id}/consentimiento/revocaciones/{revocacion}/solicitud', { params: { path }, parseAs: 'blob' }),
  )
}
