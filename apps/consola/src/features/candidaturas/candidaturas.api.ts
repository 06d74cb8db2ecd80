import { outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { Filters } from './filters.ts'

export function listCandidaturas(filters: Filters, despues: string | undefined) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { ...filters, despues } } }))
}

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}
