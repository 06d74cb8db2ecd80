import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function previewValidaciones(candidaturas: string[]) {
  return outcome(client.POST('/api/v1/validaciones/vista-previa', { body: { candidaturas } }))
}

/** The same content with the same key is done once, however often it arrives. */
export function validarVarias(candidaturas: { id: string; version: number }[], key: string) {
  return outcome(client.POST('/api/v1/validaciones', { body: { candidaturas }, headers: { 'idempotency-key': key } }))
}
