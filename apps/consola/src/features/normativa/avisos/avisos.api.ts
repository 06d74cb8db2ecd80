import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { AvisoGuardado } from '../../../api-types.ts'

export function listAvisos() {
  return outcome(client.GET('/api/v1/avisos-privacidad'))
}

export function readVersion(id: string) {
  return outcome(client.GET('/api/v1/avisos-privacidad/versiones/{id}', { params: { path: { id } } }))
}

export function readBorrador(id: string) {
  return outcome(client.GET('/api/v1/avisos-privacidad/borradores/{id}', { params: { path: { id } } }))
}

export function crear(desdeId: string | null, key: string) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores', { body: { desdeId }, headers: { 'idempotency-key': key } }))
}

export function guardar(id: string, body: AvisoGuardado) {
  return outcome(client.PUT('/api/v1/avisos-privacidad/borradores/{id}', { params: { path: { id } }, body }))
}

export function enviar(id: string, version: number) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores/{id}/enviar', { params: { path: { id } }, body: { version } }))
}

export interface Voto {
  version: number
  sesion: string
  puntoId: string
  motivo?: string
}

export function aprobarComision(id: string, body: Voto) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores/{id}/aprobar-comision', { params: { path: { id } }, body }))
}

export function aprobarComite(id: string, body: Voto) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores/{id}/aprobar-comite', { params: { path: { id } }, body }))
}

/** The same click twice is one version. */
export function publicar(id: string, version: number, key: string) {
  const headers = { 'idempotency-key': key }
  return outcome(
    client.POST('/api/v1/avisos-privacidad/borradores/{id}/publicar', { params: { path: { id } }, body: { version }, headers }),
  )
}

export function devolver(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores/{id}/devolver', { params: { path: { id } }, body }))
}

export function descartar(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/avisos-privacidad/borradores/{id}/descartar', { params: { path: { id } }, body }))
}
