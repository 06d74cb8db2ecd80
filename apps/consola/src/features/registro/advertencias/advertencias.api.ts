import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export interface AdvertenciasFilter {
  regla?: string
  actor?: string
}

export function listAdvertencias(filter: AdvertenciasFilter, despues: string | undefined) {
  return outcome(client.GET('/api/v1/advertencias', { params: { query: { ...filter, despues } } }))
}
