import { outcome } from '@conoceles/api-client'
import { client, fetchWithProgress, multipart } from '../../../api.ts'
import type { FormularioConsentimiento, FormularioFotografia, TipoCuestionario } from '../../../api-types.ts'

export function readCaptura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/captura', { params: { path: { id } } }))
}

/** Answers of the same persona in another candidatura. */
export function readOtras(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/captura/otras', { params: { path: { id } } }))
}

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}

export function readAvisoVigente() {
  return outcome(client.GET('/api/v1/avisos-privacidad/vigente'))
}

export function validar(id: string, version: number) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/validar', { params: { path: { id } }, body: { version } }))
}

export function recuperar(id: string, version: number) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/recuperar', { params: { path: { id } }, body: { version } }))
}

export function terminar(id: string) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/terminada', { params: { path: { id } } }))
}

export interface Respuesta {
  observacion: string
  texto: string
  version: number
}

export function responder(id: string, { observacion, ...body }: Respuesta) {
  const path = { id, observacion }
  return outcome(client.POST('/api/v1/candidaturas/{id}/observaciones/{observacion}/respuestas', { params: { path }, body }))
}

export interface Solicitud {
  version: number
  cuestionario: TipoCuestionario
  seccion: string
  razon: string
}

export function solicitarCorreccion(id: string, body: Solicitud) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/correcciones', { params: { path: { id } }, body }))
}

export interface FotografiaEnviada {
  archivo: File
  textoAlternativo: string
  tomadaEn: string
  /** In fractions of the picture as it is seen. */
  recorte: { x: number; y: number; ancho: number; alto: number }
}

/** `onProgress` learns which part of the file has left. */
export function sendFotografia(id: string, { archivo, recorte, ...texts }: FotografiaEnviada, onProgress: (part: number) => void) {
  // The file goes last: a server that reads as it arrives knows the rest by then.
  const fields = { ...texts, recorte: JSON.stringify(recorte), archivo }
  return outcome(
    client.PUT('/api/v1/candidaturas/{id}/fotografia', {
      params: { path: { id } },
      body: multipart<FormularioFotografia>(fields),
      fetch: fetchWithProgress(onProgress),
    }),
  )
}

export function readFotografia(id: string) {
  const path = { id, tamano: 'media' } as const
  return outcome(client.GET('/api/v1/candidaturas/{id}/fotografia/{tamano}', { params: { path }, parseAs: 'blob' }))
}

export function removeFotografia(id: string) {
  return outcome(client.DELETE('/api/v1/candidaturas/{id}/fotografia', { params: { path: { id } } }))
}

export interface Elecciones {
  avisoId: string
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
}

/** Paper that a persona signed, and the day that it says. */
export interface Firmado {
  archivo: File
  firmadoEl: string
}

/** With `formato`, the signed form on paper; without it, the persona's own account is the signature. `onProgress` learns which part of it has left. */
export function sendConsentimiento(
  id: string,
  { formato, ...elecciones }: Elecciones & { formato: Firmado | null },
  onProgress: (part: number) => void,
) {
  const { avisoId, tratamiento, publicacion, estadistica } = elecciones
  const texts = { avisoId, tratamiento: String(tratamiento), publicacion: String(publicacion), estadistica: String(estadistica) }
  const { firmadoEl = '', archivo } = formato ?? {}
  const body = archivo === undefined ? elecciones : multipart<FormularioConsentimiento>({ ...texts, firmadoEl, formato: archivo })
  const fetch = fetchWithProgress(onProgress)
  return outcome(client.PUT('/api/v1/candidaturas/{id}/consentimiento', { params: { path: { id } }, body, fetch }))
}
