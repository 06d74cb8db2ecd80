import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function listLecturas(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/lecturas', { params: { path: { id } } }))
}
