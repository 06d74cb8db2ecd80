import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { PersonaPorInvitar } from '../../../api-types.ts'

export function findPersonas(query: { candidaturaId?: string; q?: string; pedidas?: 'si' }) {
  return outcome(client.GET('/api/v1/acceso/personas', { params: { query } }))
}

export function previewInvitar(personas: PersonaPorInvitar[]) {
  return outcome(client.POST('/api/v1/acceso/personas/vista-previa', { body: { personas } }))
}

export function sendInvitar(personas: PersonaPorInvitar[]) {
  return outcome(client.POST('/api/v1/acceso/personas', { body: { personas } }))
}

export function resendInvitacion(id: string) {
  return outcome(client.POST('/api/v1/acceso/cuentas/{id}/reenviar', { params: { path: { id } } }))
}
