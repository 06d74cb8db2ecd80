import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { AcuerdoCompletado, AcuerdoCorregido, AcuerdoNuevo } from '../../../api-types.ts'

export function listAcuerdos(q: string | undefined, despues: string | undefined) {
  return outcome(client.GET('/api/v1/acuerdos', { params: { query: { q, despues } } }))
}

export function readAcuerdo(id: string) {
  return outcome(client.GET('/api/v1/acuerdos/{id}', { params: { path: { id } } }))
}

export function createAcuerdo(body: AcuerdoNuevo) {
  return outcome(client.POST('/api/v1/acuerdos', { body }))
}

export function completeAcuerdo(id: string, body: AcuerdoCompletado) {
  return outcome(client.PUT('/api/v1/acuerdos/{id}', { params: { path: { id } }, body }))
}

export function correctAcuerdo(id: string, body: AcuerdoCorregido) {
  return outcome(client.POST('/api/v1/acuerdos/{id}/correccion', { params: { path: { id } }, body }))
}
