import { outcome } from '@conoceles/api-client'
import { IDENTIFICACIONES, type Derecho } from '@conoceles/domain'
import { client, multipart } from '../../../api.ts'
import type { ActoDerechoPedido, DerechoPedido, OficioPedido, FormularioAdjunto, FormularioPrueba } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'
import { queryOf, type Filtros } from './filtros.ts'

export function listDerechos(filtros: Filtros) {
  return outcome(client.GET('/api/v1/derechos', { params: { query: queryOf(filtros) } }))
}

/** Those of the same list, for the annual report. */
export function exportar(filtros: Filtros, formato: 'xlsx' | 'csv', onProgress: (received: Received) => void) {
  const query = { ...queryOf(filtros), formato }
  return download(client.GET('/api/v1/derechos/archivo', { params: { query }, parseAs: 'stream' }), onProgress)
}

export function readDerecho(id: string) {
  return outcome(client.GET('/api/v1/derechos/{id}', { params: { path: { id } } }))
}

export function findPersonas(q: string) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { q: q === '' ? undefined : q, limite: 10 } } }))
}

export function recibir(body: DerechoPedido) {
  return outcome(client.POST('/api/v1/derechos', { body }))
}

export function actuar(id: string, body: ActoDerechoPedido) {
  return outcome(client.POST('/api/v1/derechos/{id}/actos', { params: { path: { id } }, body }))
}

export function agregar(id: string, body: { version: number; derecho: Derecho }) {
  return outcome(client.POST('/api/v1/derechos/{id}/derechos', { params: { path: { id } }, body }))
}

export function acreditar(id: string, { archivo, exhibido }: { archivo: File; exhibido: string }) {
  const known = IDENTIFICACIONES.find((each) => each === exhibido)
  const body = multipart<FormularioPrueba>({ archivo, ...(known && { exhibido: known }) })
  return outcome(client.POST('/api/v1/derechos/{id}/identidad', { params: { path: { id } }, body }))
}

export function aceptarIdentidad(id: string, version: number) {
  return outcome(client.POST('/api/v1/derechos/{id}/acreditacion', { params: { path: { id } }, body: { version } }))
}

/** `envio`: the same submission twice is one document. */
export function adjuntar(
  id: string,
  { archivo, hecho, titulo, envio }: { archivo: File; hecho: string | null; titulo: string; envio: string },
) {
  const body = multipart<FormularioAdjunto>({
    archivo,
    ...(hecho === null ? {} : { hecho }),
    ...(titulo.trim() && { titulo: titulo.trim() }),
  })
  return outcome(client.POST('/api/v1/derechos/{id}/documentos', { params: { path: { id } }, body, headers: { 'idempotency-key': envio } }))
}

export function downloadDocumento(id: string, documento: string, onProgress: (received: Received) => void) {
  const path = { id, documento }
  return download(client.GET('/api/v1/derechos/{id}/documentos/{documento}', { params: { path }, parseAs: 'stream' }), onProgress)
}

export function downloadPrueba(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/identidad', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}

export function downloadAcuse(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/acuse', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}

/** The letter of the recorded answer, or a draft of it for the act that is given. */
export function downloadOficio(id: string, body: OficioPedido, onProgress: (received: Received) => void) {
  return download(client.POST('/api/v1/derechos/{id}/oficio', { params: { path: { id } }, body, parseAs: 'stream' }), onProgress)
}

export function downloadExpediente(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/expediente', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}

export function downloadDatos(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/datos', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}
