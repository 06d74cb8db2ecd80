import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { CalendarioNuevo } from '../../../api-types.ts'

export function listCalendarios() {
  return outcome(client.GET('/api/v1/calendarios'))
}

export function createCalendario(body: CalendarioNuevo) {
  return outcome(client.POST('/api/v1/calendarios', { body }))
}

export function revocarCalendario(id: string) {
  return outcome(client.DELETE('/api/v1/calendarios/{id}', { params: { path: { id } } }))
}
