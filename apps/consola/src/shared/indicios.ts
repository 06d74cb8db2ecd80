import { outcome } from '@conoceles/api-client'
import { client } from '../api.ts'

/** Hints about what a candidatura captured: read by whoever writes and by whoever reviews. */
export function readIndicios(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/indicios', { params: { path: { id } } }))
}
