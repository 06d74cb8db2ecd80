import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../api.ts'
import type { FormularioImportacion } from '../../api-types.ts'

export function listImportaciones(despues: string | undefined) {
  return outcome(client.GET('/api/v1/importaciones', { params: { query: { despues } } }))
}

export function readImportacion(id: string) {
  return outcome(client.GET('/api/v1/importaciones/{id}', { params: { path: { id } } }))
}

export function propose(archivo: File) {
  return outcome(client.POST('/api/v1/importaciones', { body: multipart<FormularioImportacion>({ archivo }) }))
}

export function confirmar(id: string, { omitirRechazadas }: { omitirRechazadas: boolean }) {
  return outcome(client.POST('/api/v1/importaciones/{id}/confirmar', { params: { path: { id } }, body: { omitirRechazadas } }))
}

export function descartar(id: string) {
  return outcome(client.POST('/api/v1/importaciones/{id}/descartar', { params: { path: { id } } }))
}

export function readPlantilla() {
  return outcome(client.GET('/api/v1/importaciones/plantilla.csv', { parseAs: 'blob' }))
}
