import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type {
  AcuseCorregido,
  AcuseRemision,
  EnvioCorregido,
  EnvioRemision,
  Remision,
  RemisionCambiada,
  RemisionNueva,
} from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export interface RemisionesPedidas {
  estatus: Remision['estatus']
  q: string | undefined
}

export function listRemisiones({ estatus, q }: RemisionesPedidas, despues: string | undefined) {
  return outcome(client.GET('/api/v1/remisiones', { params: { query: { estatus, q, despues } } }))
}

export function listPendientes() {
  return outcome(client.GET('/api/v1/remisiones/pendientes'))
}

export function readPropuesta(entregables: readonly string[]) {
  return outcome(client.GET('/api/v1/remisiones/propuesta', { params: { query: { entregables: entregables.join(',') } } }))
}

export function readRemision(id: string) {
  return outcome(client.GET('/api/v1/remisiones/{id}', { params: { path: { id } } }))
}

export function prepararRemision(body: RemisionNueva, key: string) {
  return outcome(client.POST('/api/v1/remisiones', { body, headers: { 'idempotency-key': key } }))
}

export function cambiarRemision(id: string, body: RemisionCambiada) {
  return outcome(client.PUT('/api/v1/remisiones/{id}', { params: { path: { id } }, body }))
}

/** Warnings on a received document before it is given as the signed oficio or as the acuse. */
export function advertirArchivo(id: string, query: { como: 'oficio' | 'acuse'; documentoId: string }) {
  return outcome(client.GET('/api/v1/remisiones/{id}/archivo', { params: { path: { id }, query } }))
}

export function enviarRemision(id: string, body: EnvioRemision) {
  return outcome(client.POST('/api/v1/remisiones/{id}/enviar', { params: { path: { id } }, body }))
}

export function acusarRemision(id: string, body: AcuseRemision) {
  return outcome(client.POST('/api/v1/remisiones/{id}/acuse', { params: { path: { id } }, body }))
}

export function corregirEnvio(id: string, body: EnvioCorregido) {
  return outcome(client.POST('/api/v1/remisiones/{id}/envio/correccion', { params: { path: { id } }, body }))
}

export function corregirAcuse(id: string, body: AcuseCorregido) {
  return outcome(client.POST('/api/v1/remisiones/{id}/acuse/correccion', { params: { path: { id } }, body }))
}

export function anularRemision(id: string, motivo: string) {
  return outcome(client.POST('/api/v1/remisiones/{id}/anular', { params: { path: { id } }, body: { motivo } }))
}

export function downloadOficio({ id, formato }: { id: string; formato: 'pdf' | 'docx' }, onProgress: (received: Received) => void) {
  const call = client.GET('/api/v1/remisiones/{id}/oficio', { params: { path: { id }, query: { formato } }, parseAs: 'stream' })
  return download(call, onProgress)
}
