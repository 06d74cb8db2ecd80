import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { FormatoRequerimiento, NotificacionPedida, RequerimientoPedido } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listRequerimientos() {
  return outcome(client.GET('/api/v1/requerimientos'))
}

/** How many of each actor político; with one, its own. */
export function listPorRequerir(actor: string) {
  return outcome(client.GET('/api/v1/requerimientos/abiertas', { params: { query: actor ? { actor } : {} } }))
}

export function previewRequerimiento(formato: FormatoRequerimiento, body: RequerimientoPedido, onProgress: (received: Received) => void) {
  const params = { path: { formato } }
  return download(client.POST('/api/v1/requerimientos/abiertas/vista-previa/{formato}', { params, body, parseAs: 'stream' }), onProgress)
}

/** The same act with the same key is done once, however often it arrives; so below. */
export function emitRequerimiento(body: RequerimientoPedido, key: string) {
  return outcome(client.POST('/api/v1/requerimientos', { body, headers: { 'idempotency-key': key } }))
}

export function downloadRequerimiento(id: string, formato: FormatoRequerimiento, onProgress: (received: Received) => void) {
  const params = { path: { id, formato } }
  return download(client.GET('/api/v1/requerimientos/{id}/{formato}', { params, parseAs: 'stream' }), onProgress)
}

export function notifyRequerimiento(id: string, body: NotificacionPedida, key: string) {
  const params = { path: { id } }
  return outcome(client.POST('/api/v1/requerimientos/{id}/notificacion', { params, body, headers: { 'idempotency-key': key } }))
}

export function acknowledgeRequerimiento(id: string, key: string) {
  const params = { path: { id } }
  return outcome(client.POST('/api/v1/requerimientos/{id}/acuse', { params, headers: { 'idempotency-key': key } }))
}
