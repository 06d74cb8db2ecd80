import { outcome } from '@conoceles/api-client'
import { client } from '../../../../api.ts'
import type { EventoNuevo, EventoPrevisto } from '../../../../api-types.ts'

export interface EventosPedidos {
  estatus: 'vigente' | 'anulado' | undefined
  q: string | undefined
}

export function listEventos({ estatus, q }: EventosPedidos, despues: string | undefined) {
  return outcome(client.GET('/api/v1/eventos', { params: { query: { estatus, q, despues } } }))
}

/** Which terms an event would open; nothing is saved. */
export function previewEvento(body: EventoPrevisto) {
  return outcome(client.POST('/api/v1/eventos/vista-previa', { body }))
}

/** However often it is sent with the same key, it is registered once. */
export function registrarEvento(body: EventoNuevo, key: string) {
  return outcome(client.POST('/api/v1/eventos', { body, headers: { 'idempotency-key': key } }))
}

export function anularEvento(id: string, motivo: string) {
  return outcome(client.POST('/api/v1/eventos/{id}/anular', { params: { path: { id } }, body: { motivo } }))
}
