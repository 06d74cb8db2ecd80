import { outcome } from '@conoceles/api-client'
import type { DestinoNotificacion } from '@conoceles/domain'
import { client } from '../../../api.ts'
import type { ActoVulneracionPedido, VulneracionPedida } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

const one = (id: string) => ({ path: { id } })

export function listVulneraciones() {
  return outcome(client.GET('/api/v1/vulneraciones'))
}

export function readVulneracion(id: string) {
  return outcome(client.GET('/api/v1/vulneraciones/{id}', { params: one(id) }))
}

/** `version`: of the one that is corrected; null: a new one. */
export function guardar(id: string | null, body: VulneracionPedida, version: number | null) {
  if (id === null || version === null) return outcome(client.POST('/api/v1/vulneraciones', { body }))
  return outcome(client.PUT('/api/v1/vulneraciones/{id}', { params: one(id), body: { ...body, version } }))
}

export function actuar(id: string, body: ActoVulneracionPedido) {
  return outcome(client.POST('/api/v1/vulneraciones/{id}/actos', { params: one(id), body }))
}

export function findLeidas(query: { desde?: string; hasta?: string; cuentaId?: string }) {
  return outcome(client.GET('/api/v1/vulneraciones/lecturas', { params: { query } }))
}

export function findCuentas(q: string) {
  return outcome(client.GET('/api/v1/vulneraciones/cuentas', { params: { query: q === '' ? {} : { q } } }))
}

export function findPersonas(q: string) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { q: q === '' ? undefined : q, limite: 10 } } }))
}

export function downloadNotificacion(
  { id, destino, formato }: { id: string; destino: DestinoNotificacion; formato: 'pdf' | 'docx' },
  onProgress: (received: Received) => void,
) {
  const params = { path: { id, destino }, query: { formato } }
  return download(client.GET('/api/v1/vulneraciones/{id}/notificaciones/{destino}', { params, parseAs: 'stream' }), onProgress)
}

export function downloadLibro(formato: 'pdf' | 'xlsx' | 'csv', onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/vulneraciones/libro', { params: { query: { formato } }, parseAs: 'stream' }), onProgress)
}
