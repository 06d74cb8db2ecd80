import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { BloqueoDecidido, BloqueoNuevo } from '../../../api-types.ts'

export function listBloqueos() {
  return outcome(client.GET('/api/v1/bloqueos'))
}

export function listBloqueables(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/bloqueables', { params: { path: { id } } }))
}

export function findCandidaturas(q: string) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { q, limite: 8 } } }))
}

/** The same content with the same key is done once, however often it arrives. */
export function proponerBloqueo(body: BloqueoNuevo, key: string) {
  return outcome(client.POST('/api/v1/bloqueos', { body, headers: { 'idempotency-key': key } }))
}

export function decidirBloqueo(id: string, body: BloqueoDecidido) {
  return outcome(client.POST('/api/v1/bloqueos/{id}/decidir', { params: { path: { id } }, body }))
}
