import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}

export function readFormula(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/formula', { params: { path: { id } } }))
}
