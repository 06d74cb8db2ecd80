import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { EntregaNueva } from '../../../api-types.ts'

export function listEntregas(pendientes: boolean) {
  return outcome(client.GET('/api/v1/entregas', { params: { query: { pendientes: pendientes ? 'true' : 'false' } } }))
}

export async function readEntrega(acuerdoId: string, actorId: string) {
  const result = await outcome(client.GET('/api/v1/entregas'))
  if (!result.ok) return result
  const found = result.data.elementos.filter(({ acuerdo, actorPolitico }) => acuerdo.id === acuerdoId && actorPolitico.id === actorId)
  return { ok: true as const, data: found }
}

export function previewEntrega(body: EntregaNueva) {
  return outcome(client.POST('/api/v1/entregas/vista-previa', { body }))
}

export function doEntrega(body: EntregaNueva, key: string) {
  return outcome(client.POST('/api/v1/entregas', { body, headers: { 'idempotency-key': key } }))
}

export function readHoja(acuerdo: string, actor: string) {
  return outcome(client.GET('/api/v1/exportaciones/entregas/hoja', { params: { query: { acuerdo, actor } }, parseAs: 'blob' }))
}
