import { outcome, openOutcome } from '@conoceles/api-client'
import { client, fetchWithProgress, multipart } from '../../../api.ts'
import type {
  ColumnasPedidas,
  FilaCorregida,
  FilaImportacion,
  FormularioImportacion,
  FuenteImportacion,
  Importacion,
  TipoHallazgo,
  TratamientoPedido,
  ValoresDichos,
  Veredicto,
} from '../../../api-types.ts'

const at = (id: string) => ({ params: { path: { id } } })

export function listImportaciones(despues: string | undefined) {
  return outcome(client.GET('/api/v1/importaciones', { params: { query: { despues } } }))
}

export function readImportacion(id: string) {
  return openOutcome<Importacion>(client.GET('/api/v1/importaciones/{id}', at(id)))
}

export interface FilasQuery {
  veredicto?: Veredicto
  advertidas?: 'true'
  hallazgo?: TipoHallazgo
  despues?: number
}

export function listFilas(id: string, query: FilasQuery) {
  return openOutcome<{ elementos: FilaImportacion[]; total: number; siguiente: string | null }>(
    client.GET('/api/v1/importaciones/{id}/filas', { params: { path: { id }, query } }),
  )
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

export function readPlantilla(cargo: string) {
  return outcome(client.GET('/api/v1/importaciones/plantilla.xlsx', { params: { query: { cargo } }, parseAs: 'blob' }))
}

export function readRechazadas(id: string) {
  return outcome(client.GET('/api/v1/importaciones/{id}/rechazadas.xlsx', { ...at(id), parseAs: 'blob' }))
}

export function readCatalogos() {
  return outcome(client.GET('/api/v1/importaciones/catalogos'))
}

export function readVista(id: string) {
  return outcome(client.GET('/api/v1/importaciones/{id}/vista', at(id)))
}

export function elegirLectura(id: string, body: { hoja: string; encabezado: number }) {
  return outcome(client.POST('/api/v1/importaciones/{id}/lectura', { ...at(id), body }))
}

export function listValores(id: string) {
  return outcome(client.GET('/api/v1/importaciones/{id}/valores', at(id)))
}

export function decirValores(id: string, body: ValoresDichos) {
  return outcome(client.POST('/api/v1/importaciones/{id}/valores', { ...at(id), body }))
}

export function corregirFilas(id: string, filas: FilaCorregida[]) {
  return outcome(client.POST('/api/v1/importaciones/{id}/correcciones', { ...at(id), body: { filas } }))
}
