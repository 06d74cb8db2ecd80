import { outcome, openOutcome } from '@conoceles/api-client'
import { client, fetchWithProgress, multipart } from '../../../api.ts'
import type {
  ColumnasPedidas,
  FormularioImportacion,
  FuenteImportacion,
  TipoHallazgo,
  TratamientoPedido,
  Veredicto,
} from '../../../api-types.ts'

const at = (id: string) => ({ params: { path: { id } } })

export function listImportaciones(despues: string | undefined) {
  return outcome(client.GET('/api/v1/importaciones', { params: { query: { despues } } }))
}

export function readImportacion(id: string) {
  return outcome(client.GET('/api/v1/importaciones/{id}', at(id)))
}

export interface FilasQuery {
  veredicto?: Veredicto
  advertidas?: 'true'
  hallazgo?: TipoHallazgo
  despues?: number
}

export function listFilas(id: string, query: FilasQuery) {
  return outcome(client.GET('/api/v1/importaciones/{id}/filas', { params: { path: { id }, query } }))
}

/** `onProgress` learns which part of the file has left. */
export function propose({ archivo, fuente }: { archivo: File; fuente: string }, onProgress: (part: number) => void) {
  const body = multipart<FormularioImportacion>(fuente === '' ? { archivo } : { archivo, fuente })
  return outcome(client.POST('/api/v1/importaciones', { body, fetch: fetchWithProgress(onProgress) }))
}

export function assignColumnas(id: string, body: ColumnasPedidas) {
  return outcome(client.POST('/api/v1/importaciones/{id}/columnas', { ...at(id), body }))
}

export function tratar(id: string, body: TratamientoPedido) {
  return outcome(client.POST('/api/v1/importaciones/{id}/tratamiento', { ...at(id), body }))
}

export function confirmar(id: string, { omitirRechazadas }: { omitirRechazadas: boolean }) {
  return outcome(client.POST('/api/v1/importaciones/{id}/confirmar', { ...at(id), body: { omitirRechazadas } }))
}

export function descartar(id: string) {
  return outcome(client.POST('/api/v1/importaciones/{id}/descartar', at(id)))
}

export function deshacer(id: string) {
  return outcome(client.POST('/api/v1/importaciones/{id}/deshacer', at(id)))
}

/** The contract leaves the columns of a source open; each is the heading that it has there. */
export function listFuentes() {
  return openOutcome<{ elementos: FuenteImportacion[] }>(client.GET('/api/v1/fuentes-importacion'))
}

export function deleteFuente(id: string) {
  return outcome(client.DELETE('/api/v1/fuentes-importacion/{id}', at(id)))
}

export function readPlantilla() {
  return outcome(client.GET('/api/v1/importaciones/plantilla.csv', { parseAs: 'blob' }))
}
