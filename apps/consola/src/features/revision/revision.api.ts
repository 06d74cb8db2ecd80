import { api } from '../../api.ts'
import type { Acuse, Candidatura, CandidaturaListada, Captura, Lista, Supuesto } from '../../api-types.ts'

export function listCola(despues?: string) {
  return api.get<Lista<CandidaturaListada>>('/candidaturas', { query: { estatusCaptura: 'validada', despues } })
}

export function readCandidatura(id: string) {
  return api.get<Candidatura>(`/candidaturas/${id}`)
}

export function readCaptura(id: string) {
  return api.get<Captura>(`/candidaturas/${id}/captura`)
}

export function listSupuestos() {
  return api.get<{ elementos: Supuesto[] }>('/supuestos')
}

export function verificar(id: string, version: number) {
  return api.post<Acuse>(`/candidaturas/${id}/verificar`, { body: { version } })
}

export interface Observacion {
  version: number
  cuestionario: string
  seccion: string
  supuesto: string
  texto: string
}

export function observar(id: string, observacion: Observacion) {
  return api.post<Acuse>(`/candidaturas/${id}/observaciones`, { body: observacion })
}

export function reviewConsentimiento(id: string, revision: { aceptado: boolean; razon?: string }) {
  return api.post<void>(`/candidaturas/${id}/consentimiento/revision`, { body: revision })
}

export function readFormato(id: string) {
  return api.blob(`/candidaturas/${id}/consentimiento/formato`)
}

export function readFotografia(id: string) {
  return api.blob(`/candidaturas/${id}/fotografia/media`)
}
