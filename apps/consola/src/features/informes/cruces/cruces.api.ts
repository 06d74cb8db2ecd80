import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { FormatoCruce, PedidoCruce } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listCruces() {
  return outcome(client.GET('/api/v1/cruces'))
}

/** The same act with the same key is done once, however often it arrives. */
export function pedirCruce(body: PedidoCruce, key: string) {
  return outcome(client.POST('/api/v1/cruces', { body, headers: { 'idempotency-key': key } }))
}

export function getCruce(id: string) {
  return outcome(client.GET('/api/v1/cruces/{id}', { params: { path: { id } } }))
}

export function downloadCruce(id: string, formato: FormatoCruce, onProgress: (received: Received) => void) {
  return download(
    client.GET('/api/v1/cruces/{id}/archivo', { params: { path: { id }, query: { formato } }, parseAs: 'stream' }),
    onProgress,
  )
}
