import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ConsultaOmisiones } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listOmisiones(query: ConsultaOmisiones, desde: string | undefined) {
  return outcome(client.GET('/api/v1/omisiones', { params: { query: { ...query, ...(desde ? { desde: Number(desde) } : {}) } } }))
}

export function listEmisiones() {
  return outcome(client.GET('/api/v1/omisiones/emisiones'))
}

/** The same act with the same key is done once, however often it arrives. */
export function emitOmisiones(actor: string | null, key: string) {
  return outcome(client.POST('/api/v1/omisiones/emisiones', { body: { actor }, headers: { 'idempotency-key': key } }))
}

export function downloadEmision(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/omisiones/emisiones/{id}', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}
