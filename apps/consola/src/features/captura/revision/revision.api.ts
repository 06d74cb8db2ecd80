import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { LecturaPedida, TipoCuestionario } from '../../../api-types.ts'

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}

export function readCaptura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/captura', { params: { path: { id } } }))
}

/** The captura with its identity answers, for the reason that is given. */
export function leerIdentidad(id: string, body: LecturaPedida) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/identidad/lectura', { params: { path: { id } }, body }))
}

export function listSupuestos() {
  return outcome(client.GET('/api/v1/supuestos'))
}

export function verificar(id: string, version: number) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/verificar', { params: { path: { id } }, body: { version } }))
}

export interface NuevaObservacion {
  version: number
  cuestionario: TipoCuestionario
  seccion: string
  objeto: 'seccion' | 'fotografia'
  supuesto: string
  texto: string
  /** Earlier round, when its request was not attended. */
  anterior?: string
}

export function observar(id: string, body: NuevaObservacion) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/observaciones', { params: { path: { id } }, body }))
}

export interface Cierre {
  observacion: string
  desenlace: 'atendida' | 'retirada'
  nota: string
}

export function cerrar(id: string, { observacion, ...body }: Cierre & { version: number }) {
  const path = { id, observacion }
  return outcome(client.POST('/api/v1/candidaturas/{id}/observaciones/{observacion}/cierre', { params: { path }, body }))
}

export interface Resolucion {
  solicitud: string
  aceptada: boolean
  razon: string
  trasCierre: boolean
}

export function resolver(id: string, { solicitud, ...body }: Resolucion & { version: number }) {
  const path = { id, solicitud }
  return outcome(client.POST('/api/v1/candidaturas/{id}/correcciones/{solicitud}/resolucion', { params: { path }, body }))
}

export interface NuevaPausa {
  version: number
  cuestionario: TipoCuestionario
  seccion: string
  supuesto: string
  motivo: string
  hasta: string | null
}

export function pausar(id: string, body: NuevaPausa) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/pausas', { params: { path: { id } }, body }))
}

export function reanudar(id: string, { pausa, ...body }: { pausa: string; razon: string; version: number }) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/pausas/{pausa}/fin', { params: { path: { id, pausa } }, body }))
}

export interface RevisionFormato {
  aceptado: boolean
  supuesto?: string
  razon?: string
}

export function reviewConsentimiento(id: string, body: RevisionFormato) {
  return outcome(client.POST('/api/v1/candidaturas/{id}/consentimiento/revision', { params: { path: { id } }, body }))
}

/** The document of one of her consents. */
export function readFormato(id: string, consentimiento: string) {
  const params = { path: { id }, query: { consentimiento } }
  return outcome(client.GET('/api/v1/candidaturas/{id}/consentimiento/formato', { params, parseAs: 'blob' }))
}

/** The one in force or another one of the same candidatura, by its hash. */
export function readFotografia(id: string, huella: string) {
  const path = { id, tamano: 'grande' } as const
  return outcome(client.GET('/api/v1/candidaturas/{id}/fotografia/{tamano}', { params: { path, query: { huella } }, parseAs: 'blob' }))
}
