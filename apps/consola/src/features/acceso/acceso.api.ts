import { api } from '../../api.ts'
import type { Acceso, Dispositivo, Invitacion } from '../../api-types.ts'

export interface Credenciales {
  correo: string
  contrasena: string
  codigo?: string
}

export function entrar(credenciales: Credenciales) {
  return api.post<Acceso>('/acceso/entrar', { body: credenciales })
}

export function askRecovery(correo: string) {
  return api.post<void>('/acceso/recuperar', { body: { correo } })
}

export function restorePassword(token: string, contrasena: string) {
  return api.post<void>('/acceso/restablecer', { body: { token, contrasena } })
}

export function readInvitacion(token: string) {
  return api.get<Invitacion>(`/acceso/invitaciones/${encodeURIComponent(token)}`)
}

export function acceptInvitacion(token: string, body: { contrasena: string; codigo?: string }) {
  return api.post<void>(`/acceso/invitaciones/${encodeURIComponent(token)}`, { body })
}

export function listDispositivos() {
  return api.get<{ elementos: Dispositivo[] }>('/acceso/dispositivos')
}

export function revokeDispositivo(id: string) {
  return api.delete(`/acceso/dispositivos/${id}`)
}
