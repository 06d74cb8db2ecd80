import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ProteccionPedida } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listProteccion() {
  return outcome(client.GET('/api/v1/proteccion'))
}

export function registrar(body: ProteccionPedida) {
  return outcome(client.POST('/api/v1/proteccion', { body }))
}

export function downloadArchivo(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/proteccion/{id}/archivo', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}
