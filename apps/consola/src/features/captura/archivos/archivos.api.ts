import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../../api.ts'
import type { FormularioArchivoCaptura } from '../../../api-types.ts'

/** @param etiquetas question of each label that was not recognised; null: nothing of it is wanted */
export function readArchivo(archivo: File, etiquetas: Readonly<Record<string, string | null>>) {
  const fields = { etiquetas: JSON.stringify(etiquetas), archivo }
  return outcome(client.POST('/api/v1/capturas/archivo', { body: multipart<FormularioArchivoCaptura>(fields) }))
}

export function readCaptura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/captura', { params: { path: { id } } }))
}

/** Candidaturas of the account, by some words of their name. */
export function findCandidaturas(q: string) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { q, estatus: 'aprobada', limite: 10 } } }))
}
