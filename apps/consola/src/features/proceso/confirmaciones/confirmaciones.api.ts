import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { DatoConfirmado, TextoDato } from '../../../api-types.ts'

export function listDatosPack() {
  return outcome(client.GET('/api/v1/confirmaciones'))
}

export function confirmarDato(body: DatoConfirmado) {
  return outcome(client.POST('/api/v1/confirmaciones', { body }))
}

export function escribirDato(body: TextoDato) {
  return outcome(client.POST('/api/v1/confirmaciones/escritos', { body }))
}

export function retirarDatoEscrito(id: string, motivo: string) {
  return outcome(client.POST('/api/v1/confirmaciones/escritos/{id}/retirar', { params: { path: { id } }, body: { motivo } }))
}

export function deshacerConfirmacion(id: string, motivo: string) {
  return outcome(client.POST('/api/v1/confirmaciones/{id}/deshacer', { params: { path: { id } }, body: { motivo } }))
}
