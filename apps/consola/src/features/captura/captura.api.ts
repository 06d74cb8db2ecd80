import { api } from '../../api.ts'
import type { Acuse, AvisoPrivacidad, Captura, Candidatura } from '../../api-types.ts'

export function readCaptura(id: string) {
  return api.get<Captura>(`/candidaturas/${id}/captura`)
}

export function readCandidatura(id: string) {
  return api.get<Candidatura>(`/candidaturas/${id}`)
}

export function readAvisoVigente() {
  return api.get<AvisoPrivacidad>('/avisos-privacidad/vigente')
}

export function validar(id: string, version: number) {
  return api.post<Acuse>(`/candidaturas/${id}/validar`, { body: { version } })
}

export interface FotografiaEnviada {
  archivo: File
  textoAlternativo: string
  tomadaEn: string
  /** In fractions of the picture as it is seen. */
  recorte: { x: number; y: number; ancho: number; alto: number }
}

export function sendFotografia(id: string, { archivo, textoAlternativo, tomadaEn, recorte }: FotografiaEnviada) {
  const body = new FormData()
  body.set('textoAlternativo', textoAlternativo)
  body.set('tomadaEn', tomadaEn)
  body.set('recorte', JSON.stringify(recorte))
  // The file goes last: a server that reads as it arrives knows the rest by then.
  body.set('archivo', archivo)
  return api.put<{ acuse: Acuse }>(`/candidaturas/${id}/fotografia`, { body })
}

export function readFotografia(id: string) {
  return api.blob(`/candidaturas/${id}/fotografia/media`)
}

export function removeFotografia(id: string) {
  return api.delete(`/candidaturas/${id}/fotografia`)
}

export interface Elecciones {
  avisoId: string
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
}

/** With `formato`, the signed form on paper; without it, the persona's own account is the signature. */
export function sendConsentimiento(id: string, { formato, ...elecciones }: Elecciones & { formato: File | null }) {
  const path = `/candidaturas/${id}/consentimiento`
  if (formato === null) return api.put<{ acuse: Acuse }>(path, { body: elecciones })
  const body = new FormData()
  for (const [name, value] of Object.entries(elecciones)) body.set(name, String(value))
  body.set('formato', formato)
  return api.put<{ acuse: Acuse }>(path, { body })
}
