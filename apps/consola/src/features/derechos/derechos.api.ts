import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../api.ts'
import type { ActoDerechoPedido, DerechoPedido, FormularioAdjunto, FormularioPrueba } from '../../api-types.ts'
import { download, type Received } from '../../shared/download.ts'

export function listDerechos() {
  return outcome(client.GET('/api/v1/derechos'))
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

export function acreditar(id: string, archivo: File) {
  return outcome(
    client.POST('/api/v1/derechos/{id}/identidad', { params: { path: { id } }, body: multipart<FormularioPrueba>({ archivo }) }),
  )
}

export function aceptarIdentidad(id: string, version: number) {
  return outcome(client.POST('/api/v1/derechos/{id}/acreditacion', { params: { path: { id } }, body: { version } }))
}

/** `envio`: the same submission twice is one document. */
export function adjuntar(id: string, { archivo, hecho, envio }: { archivo: File; hecho: string | null; envio: string }) {
  const body = multipart<FormularioAdjunto>({ archivo, ...(hecho === null ? {} : { hecho }) })
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

export function downloadExpediente(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/expediente', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}

export function downloadDatos(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/derechos/{id}/datos', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}
