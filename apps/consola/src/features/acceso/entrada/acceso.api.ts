import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { Alta, Prueba } from './factores.ts'

export interface Credenciales {
  correo: string
  contrasena: string
}

export function entrar(body: Credenciales & Prueba & { alta?: Alta; enlace?: string }) {
  return outcome(client.POST('/api/v1/acceso/entrar', { body }))
}

export function askRecovery(correo: string) {
  return outcome(client.POST('/api/v1/acceso/recuperar', { body: { correo } }))
}

export function checkRestablecer(token: string) {
  return outcome(client.GET('/api/v1/acceso/restablecer/{token}', { params: { path: { token } } }))
}

export function restorePassword(token: string, contrasena: string) {
  return outcome(client.POST('/api/v1/acceso/restablecer', { body: { token, contrasena } }))
}

export function readInvitacion(token: string) {
  return outcome(client.GET('/api/v1/acceso/invitaciones/{token}', { params: { path: { token } } }))
}

export function askInvitacion(token: string) {
  return outcome(client.POST('/api/v1/acceso/invitaciones/{token}/pedir', { params: { path: { token } } }))
}

export function acceptInvitacion(token: string, body: { contrasena: string; alta?: Alta; codigoActivacion?: string }) {
  return outcome(client.POST('/api/v1/acceso/invitaciones/{token}', { params: { path: { token } }, body }))
}

export function listDispositivos() {
  return outcome(client.GET('/api/v1/acceso/dispositivos'))
}

export function revokeDispositivo(id: string) {
  return outcome(client.DELETE('/api/v1/acceso/dispositivos/{id}', { params: { path: { id } } }))
}
