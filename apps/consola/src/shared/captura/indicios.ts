import { outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'

/** Hints about what a candidatura captured: the person who writes reads them, and the one who reviews. */
export function readIndicios(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/indicios', { params: { path: { id } } }))
}
