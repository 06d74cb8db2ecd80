import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function readAcusePdf(id: string, folio: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/acuses/{folio}', { params: { path: { id, folio } }, parseAs: 'blob' }))
}

export function readFormatoPdf(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/consentimiento/formato-en-blanco', { params: { path: { id } }, parseAs: 'blob' }))
}
