import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { AprobacionBorrador, BorradorGuardado, BorradorNuevo } from '../../../api-types.ts'

export function listVersiones() {
  return outcome(client.GET('/api/v1/versiones'))
}

export function readBorrador(id: string) {
  return outcome(client.GET('/api/v1/borradores/{id}', { params: { path: { id } } }))
}

export function readAlcance(id: string) {
  return outcome(client.GET('/api/v1/borradores/{id}/alcance', { params: { path: { id } } }))
}

export function crearBorrador(body: BorradorNuevo, key: string) {
  return outcome(client.POST('/api/v1/borradores', { body, headers: { 'idempotency-key': key } }))
}

export function guardarBorrador(id: string, body: BorradorGuardado) {
  return outcome(client.PUT('/api/v1/borradores/{id}', { params: { path: { id } }, body }))
}

export function aprobarBorrador(id: string, body: AprobacionBorrador) {
  return outcome(client.POST('/api/v1/borradores/{id}/aprobar', { params: { path: { id } }, body }))
}

export function activarBorrador(id: string, version: number, key: string) {
  return outcome(
    client.POST('/api/v1/borradores/{id}/activar', { params: { path: { id } }, body: { version }, headers: { 'idempotency-key': key } }),
  )
}

export function proponerActivacion(id: string, version: number) {
  return outcome(client.POST('/api/v1/borradores/{id}/proponer', { params: { path: { id } }, body: { version } }))
}

export function retirarActivacion(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/borradores/{id}/retirar', { params: { path: { id } }, body }))
}

export function deshacerActivacion(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/borradores/{id}/deshacer', { params: { path: { id } }, body }))
}

export function devolverBorrador(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/borradores/{id}/devolver', { params: { path: { id } }, body }))
}

export function descartarBorrador(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/borradores/{id}/descartar', { params: { path: { id } }, body }))
}
