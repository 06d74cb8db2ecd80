import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function listReposiciones() {
  return outcome(client.GET('/api/v1/acceso/reposiciones'))
}

export function proposeReposicion(body: { correo: string; motivo: string }) {
  return outcome(client.POST('/api/v1/acceso/reposiciones', { body }))
}

export function decideReposicion(id: string, decision: 'confirmar' | 'rechazar') {
  return outcome(client.POST('/api/v1/acceso/reposiciones/{id}/decidir', { params: { path: { id } }, body: { decision } }))
}
